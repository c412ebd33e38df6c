"""Lessons: which there were and are, and the parts of one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from sqlmodel import Session

from boardsup.lesson.segments import Segment, name_of, questions_of
from boardsup.lesson.state import Lesson
from boardsup.store.clock import moment
from boardsup.store.paging import lessons_after
from boardsup.store.people.belonging import taught_by
from boardsup.store.tables import LessonRow
from boardsup.web.api import values as v
from boardsup.web.api.callers import ReadsLessons
from boardsup.web.api.pages import USUAL, Cursor, Limit, cut, key_in
from boardsup.web.api.seeing import class_seen, lesson_seen

router = APIRouter(tags=["lessons"])

OfClass = Annotated[str, Query(max_length=40, description="Only those of this class.")]


@router.get("/lessons")
def list_lessons(asked: ReadsLessons, class_id: OfClass = "", cursor: Cursor = "", limit: Limit = USUAL) -> v.Lessons:
    """All lessons, those that run just now among them."""
    of = f"lessons/{class_id}"
    key = key_in(cursor, of, (int, str))

    def page(session: Session) -> v.Lessons:
        if class_id:
            class_seen(session, asked.caller.person, class_id)
        found = lessons_after(session, taught_by(asked.caller.person), key, most=limit + 1, class_id=class_id)
        rows, following = cut(found, limit, of, lambda row: (row.started_at, row.code))
        return v.Lessons(items=[_lesson(row) for row in rows], next=following)

    return asked.read(page)


@router.get("/lessons/{code}")
def get_lesson(asked: ReadsLessons, code: str) -> v.WholeLesson:
    """One lesson with its parts, as far as it has come."""
    row = asked.read(lambda session: lesson_seen(session, asked.caller.person, code))
    lesson = asked.door.rooms.replayed(code)
    parts = [_part(lesson, segment) for segment in lesson.segments]
    return v.WholeLesson(**_lesson(row).model_dump(), parts=parts)


def _lesson(row: LessonRow) -> v.Lesson:
    return v.Lesson(
        code=row.code,
        class_id=row.class_id,
        title=row.title,
        started_at=moment(row.started_at),
        ended_at=moment(row.ended_at) if row.ended_at is not None else None,
    )


def _part(lesson: Lesson, segment: Segment) -> v.Part:
    questions = [v.Question(id=one.id, skill=one.skill, ask=one.ask) for one in questions_of(segment)]
    return v.Part(id=segment.id, name=name_of(segment), opened=segment.id in lesson.courses, questions=questions)
