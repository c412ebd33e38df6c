"""How often lessons showed each misconception, kept at their end beside the other evidence: counts without names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlmodel import Session, col, select

from boardsup.lesson.missing import Missed, missed
from boardsup.lesson.state import Lesson
from boardsup.store.item_tables import MissedRow
from boardsup.store.tables import LessonRow


@dataclass(frozen=True, slots=True)
class MissedIn:
    """A lesson that has ended: when it began, in ms since 1970, and what its answers showed."""

    code: str
    title: str
    at: int
    missed: tuple[Missed, ...]


def missed_rows(lesson: Lesson) -> list[MissedRow]:
    """The rows of a lesson."""
    return [
        MissedRow(
            lesson=lesson.code,
            question=one.question,
            misconception=one.misconception,
            skill=one.skill,
            says=one.says,
            times=one.times,
            settled=one.settled,
        )
        for one in missed(lesson)
    ]


def missed_in(session: Session, class_id: str) -> tuple[MissedIn, ...]:
    """What a class's lessons showed, the oldest first, without those in which nothing could show."""
    lessons = session.exec(
        select(LessonRow).where(LessonRow.class_id == class_id).order_by(col(LessonRow.started_at), col(LessonRow.code))
    ).all()
    ours = select(LessonRow.code).where(LessonRow.class_id == class_id)
    found: dict[str, list[Missed]] = defaultdict(list)
    for row in session.exec(select(MissedRow).where(col(MissedRow.lesson).in_(ours))):
        found[row.lesson].append(Missed(row.question, row.skill, row.misconception, row.says, row.times, row.settled))
    return tuple(
        MissedIn(one.code, one.title, one.started_at, tuple(found[one.code])) for one in lessons if one.code in found
    )
