"""What each lesson showed, kept when it ends: per question the counts, per student how the answer stood, who was here.

It is taken from the journal alone, so keeping it twice changes nothing and it can be computed again at any time. It
goes with the student or the lesson that it is about; whoever is off the database is left out when it is computed again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, delete, exists, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, SQLModel, col, select

from boardsup.lesson.evidence import Attended, Part, Showing, Shown, attendance, shown, together
from boardsup.lesson.lately import Together
from boardsup.lesson.state import Lesson
from boardsup.store.item_tables import MissedRow
from boardsup.store.missed import missed_rows
from boardsup.store.tables import (
    AttendedRow,
    EventRow,
    LessonRow,
    MeasuredRow,
    RosterStudent,
    ShowingRow,
    ShownRow,
    TogetherRow,
)

VERSION = 3
"""Of `lesson/evidence.py` and `lesson/missing.py`: what was kept by another one is computed again."""

ENDED = "LessonEnded"

Codes = Select[Any]
"""A reading of lesson codes."""

Replay = Callable[[str], Lesson]
"""The lesson of a code, from its journal."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A lesson that has ended: when it began, in ms since 1970, what it showed, who was here, who worked with whom."""

    code: str
    title: str
    at: int
    shown: tuple[Shown, ...]
    attended: tuple[Attended, ...]
    together: tuple[Together, ...] = ()


def keep(session: Session, lesson: Lesson) -> None:
    """Keep what a lesson showed, in place of what was kept of it before; a lesson without a row has nothing to keep."""
    # Holding the lesson's row first, two that keep it at once take turns.
    held = update(LessonRow).where(col(LessonRow.code) == lesson.code).values(code=lesson.code)
    if session.connection().execute(held).rowcount != 1:
        return
    forget(session, lesson.code)
    known = set(session.exec(select(RosterStudent.id).where(col(RosterStudent.id).in_(lesson.roster))))
    rows: list[SQLModel] = [MeasuredRow(lesson=lesson.code, version=VERSION)]
    for place, one in enumerate(shown(lesson)):
        rows.append(_question(lesson.code, place, one))
        rows += [
            ShowingRow(lesson=lesson.code, question=one.question, student=s.student, showed=s.showed, sure=s.sure)
            for s in one.students
            if s.student in known
        ]
    rows += [
        AttendedRow(lesson=lesson.code, student=a.student, place=i, here=a.here, calls=a.calls, outside=a.outside)
        for i, a in enumerate(attendance(lesson))
        if a.student in known
    ]
    rows += [
        TogetherRow(lesson=lesson.code, one=pair.one, other=pair.other, coached=pair.coached)
        for pair in together(lesson)
        if {pair.one, pair.other} <= known
    ]
    session.add_all([*rows, *missed_rows(lesson)])
    session.flush()


def forget(session: Session, code: str) -> None:
    """Take away what is kept of a lesson; its journal stays."""
    for table in (MeasuredRow, ShownRow, ShowingRow, AttendedRow, TogetherRow, MissedRow):
        session.connection().execute(delete(table).where(col(table.lesson) == code))


def keep_missing(session: Session, class_id: str, replay: Replay) -> int:
    """Keep what lessons of a class showed that have ended and are not kept yet, or by other rules; how many."""
    kept = select(MeasuredRow.lesson).where(MeasuredRow.version == VERSION)
    wanted = select(LessonRow.code).where(LessonRow.class_id == class_id, col(LessonRow.code).not_in(kept))
    codes = [code for code in session.exec(wanted).all() if _has_ended(session, code)]
    for code in codes:
        keep(session, replay(code))
    return len(codes)


def measured(session: Session, class_id: str) -> tuple[Measured, ...]:
    """What a class's lessons showed, the oldest first. As many readings, however many lessons there are."""
    lessons = session.exec(
        select(LessonRow)
        .join(MeasuredRow, col(MeasuredRow.lesson) == col(LessonRow.code))
        .where(LessonRow.class_id == class_id)
        .order_by(col(LessonRow.started_at), col(LessonRow.code))
    ).all()
    ours = select(LessonRow.code).where(LessonRow.class_id == class_id)
    shown_by, attended_by = _shown_by_lesson(session, ours), _attended_by_lesson(session, ours)
    together_by = _together_by_lesson(session, ours)
    return tuple(
        Measured(
            code=one.code,
            title=one.title,
            at=one.started_at,
            shown=tuple(shown_by[one.code]),
            attended=tuple(attended_by[one.code]),
            together=tuple(together_by[one.code]),
        )
        for one in lessons
    )


def shown_in(session: Session, code: str) -> list[ShownRow] | None:
    """The questions of a lesson with their counts, in its order; None where nothing is kept of it."""
    if session.get(MeasuredRow, code) is None:
        return None
    return list(session.exec(select(ShownRow).where(ShownRow.lesson == code).order_by(col(ShownRow.place))))


def ended_unnoted(session: Session) -> list[str]:
    """The lessons that ended by their journals, of which the rows do not say so: their process was killed then."""
    ended = exists().where(col(EventRow.lesson) == col(LessonRow.code), col(EventRow.kind) == ENDED)
    wanted = select(LessonRow.code).where(col(LessonRow.ended_at).is_(None), ended)
    return list(session.exec(wanted.order_by(col(LessonRow.code))))


def _has_ended(session: Session, code: str) -> bool:
    """Does the journal say that the lesson ended? Its row may not say so yet."""
    ended = select(EventRow.seq).where(EventRow.lesson == code, EventRow.kind == ENDED).limit(1)
    return session.exec(ended).first() is not None


def _shown_by_lesson(session: Session, ours: Codes) -> dict[str, list[Shown]]:
    showings: dict[tuple[str, str], list[Showing]] = defaultdict(list)
    of = ShowingRow
    rows = session.connection().execute(
        select_columns(col(of.lesson), col(of.question), col(of.student), col(of.showed), col(of.sure))
        .where(col(of.lesson).in_(ours))
        .order_by(col(of.student))
    )
    for lesson, question, student, showed, sure in rows:
        showings[lesson, question].append(Showing(student, showed, sure))  # type: ignore[arg-type]  # written from the same literals
    found: dict[str, list[Shown]] = defaultdict(list)
    for row in session.exec(select(ShownRow).where(col(ShownRow.lesson).in_(ours)).order_by(col(ShownRow.place))):
        found[row.lesson].append(_shown(row, tuple(showings[row.lesson, row.question])))
    return found


def _attended_by_lesson(session: Session, ours: Codes) -> dict[str, list[Attended]]:
    of = AttendedRow
    found: dict[str, list[Attended]] = defaultdict(list)
    rows = session.connection().execute(
        select_columns(col(of.lesson), col(of.student), col(of.here), col(of.calls), col(of.outside))
        .where(col(of.lesson).in_(ours))
        .order_by(col(of.place))
    )
    for lesson, student, here, calls, outside in rows:
        found[lesson].append(Attended(student, here, calls, outside))
    return found


def _together_by_lesson(session: Session, ours: Codes) -> dict[str, list[Together]]:
    of = TogetherRow
    found: dict[str, list[Together]] = defaultdict(list)
    for row in session.exec(select(of).where(col(of.lesson).in_(ours)).order_by(col(of.one), col(of.other))):
        found[row.lesson].append(Together(row.one, row.other, row.coached))
    return found


def _question(code: str, place: int, one: Shown) -> ShownRow:
    return ShownRow(
        lesson=code,
        question=one.question,
        place=place,
        skill=one.skill,
        ask=one.ask,
        part=one.part,
        options=one.options,
        counted=one.N,
        settled=one.n,
        right=one.k,
    )


def _shown(row: ShownRow, students: tuple[Showing, ...]) -> Shown:
    part: Part = row.part  # type: ignore[assignment]  # written from the same literals
    return Shown(row.question, row.skill, row.ask, part, row.options, row.counted, row.settled, row.right, students)
