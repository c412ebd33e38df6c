"""Whoever was not here for the check answers its questions in four minutes: a small lesson for those students alone."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter
from fastapi.responses import Response

from boardsup.lesson.quizzing import catch_up
from boardsup.lesson.segments import Diagnostic
from boardsup.teaching.next_week import to_catch_up
from boardsup.teaching.tomorrow import CATCH_UP_MINUTES
from boardsup.web.desk.lessons import Beginning, begin
from boardsup.web.desk.records import records_of
from boardsup.web.desk.shown import class_page
from boardsup.web.desk.teacher import TeachersDoor
from boardsup.web.door import Door

router = APIRouter(prefix="/desk")

TITLE = "Catch-up"
NOBODY = "Everybody has answered the questions. There is nothing to catch up."


@router.post("/classes/{class_id}/catch-up")
async def start(door: TeachersDoor, class_id: str) -> Response:
    """Start it, with tiles for those students alone, and go to its console."""
    found = await asyncio.to_thread(_check, door, class_id)
    if found is None:
        return class_page(door, class_id, text=NOBODY, status=404)
    check, students = found
    return await begin(door, class_id, Beginning(TITLE, lambda _: (check,), CATCH_UP_MINUTES, students))


def _check(door: Door, class_id: str) -> tuple[Diagnostic, frozenset[str]] | None:
    """The newest check, as it was asked, and who has not answered it."""
    records = records_of(door, class_id)
    if records is None:
        return None
    code, students = to_catch_up(records.items, tuple(records.names))
    if not students:
        return None
    asked = {item.ask for item in records.items if item.lesson == code and item.part == "check"}
    segments = (s for s in door.rooms.replayed(code).segments if isinstance(s, Diagnostic))
    check = next((s for s in segments if asked & {question.ask for question in s.questions}), None)
    return (catch_up(check), frozenset(students)) if check is not None else None
