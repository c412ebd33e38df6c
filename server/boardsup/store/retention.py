"""What students wrote and drew is deleted when its time is over; what it was worth stays, so every count stays.

Defaults (R-51): drawings at the end of their lesson, everything else at the end of its term. A lesson that nobody ended
is over after a day.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, exists
from sqlmodel import Session, col, select

from boardsup.lesson.settings import Keep
from boardsup.store.audit import note
from boardsup.store.hooks import drop_old_deliveries
from boardsup.store.importing import drop_old_uploads
from boardsup.store.lessons import DAY_MS
from boardsup.store.settings import settings_of
from boardsup.store.tables import EventRow, Klass, LessonRow, WritingRow
from boardsup.store.terms import term_of

YEAR_MS = 365 * DAY_MS
DRAWN = "SketchKept"
AT_ONCE = 400
"""Lessons in one statement; a database takes so many values."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """How much was deleted, and in which lessons."""

    drawings: int = 0
    writings: int = 0
    lessons: frozenset[str] = frozenset()


def retain(session: Session, *, now: int) -> Deleted:
    """Delete what is kept no longer, in every class by its own settings; `now` in ms since 1970."""
    found = [_of_class(session, klass, now) for klass in session.exec(select(Klass)).all()]
    total = Deleted(
        sum(one.drawings for one in found),
        sum(one.writings for one in found),
        frozenset().union(*(one.lessons for one in found)),
    )
    drop_old_uploads(session, now=now)
    drop_old_deliveries(session, now=now)
    note(session, "drawings deleted, their time being over", total.drawings, at=now)
    note(session, "answers' texts deleted, their time being over", total.writings, at=now)
    return total


def _of_class(session: Session, klass: Klass, now: int) -> Deleted:
    settings = settings_of(klass)
    lessons = session.exec(select(LessonRow).where(LessonRow.class_id == klass.id)).all()
    drawn = [one.code for one in lessons if _is_over(one, settings.drawings, now)]
    written = [one.code for one in lessons if _is_over(one, settings.writings, now)]
    texts, some = _delete(session, written, drawings=False)
    pictures, others = _delete(session, drawn, drawings=True)
    return Deleted(pictures, texts, some | others)


def _is_over(lesson: LessonRow, keep: Keep, now: int) -> bool:
    ended = lesson.ended_at if lesson.ended_at is not None else lesson.started_at + DAY_MS
    if ended > now:
        return False
    match keep:
        case "lesson":
            return True
        case "term":
            return term_of(ended) != term_of(now)
        case "year":
            return ended + YEAR_MS <= now


def _delete(session: Session, codes: list[str], *, drawings: bool) -> tuple[int, frozenset[str]]:
    """Delete the drawings of these lessons, or all other writings; how many rows, and where there were any."""
    deleted, touched = 0, set[str]()
    for start in range(0, len(codes), AT_ONCE):
        some = col(WritingRow.lesson).in_(codes[start : start + AT_ONCE])
        is_drawn = exists().where(
            col(EventRow.lesson) == col(WritingRow.lesson),
            col(EventRow.seq) == col(WritingRow.seq),
            col(EventRow.kind) == DRAWN,
        )
        wanted = (some, is_drawn if drawings else ~is_drawn)
        touched |= set(session.exec(select(WritingRow.lesson).where(*wanted).distinct()))
        deleted += session.connection().execute(delete(WritingRow).where(*wanted)).rowcount
    return deleted, frozenset(touched)
