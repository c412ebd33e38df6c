"""A student moves to another class; a class is put away and taken out again. Nothing is lost by either."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from sqlmodel import Session

from boardsup.rostering.names import Refusal
from boardsup.store import rosters
from boardsup.store.moving import move_to_class
from boardsup.store.people.belonging import standing
from boardsup.web.desk.shown import class_page
from boardsup.web.desk.teacher import TeachersDoor, person_at
from boardsup.web.door import Door

router = APIRouter(prefix="/desk/classes/{class_id}")


@router.post("/students/{student}/to-class")
async def to_class(
    door: TeachersDoor, class_id: str, student: str, to: Annotated[str, Form(max_length=40)]
) -> Response:
    """Move a student to another class, with what is set for them."""
    now, me = door.rooms.house.now(), person_at(door)

    def move(session: Session) -> None:
        if standing(session, me, to) != "teacher":
            raise Refusal(rosters.NO_CLASS)
        move_to_class(session, class_id, student, to, now=now)

    return await _changed(door, class_id, move, (class_id, to))


@router.post("/away")
async def away(door: TeachersDoor, class_id: str) -> Response:
    """Put a class away; nothing of it is lost."""
    now = door.rooms.house.now()
    return await _changed(door, class_id, lambda session: rosters.put_away(session, class_id, at=now), (), then="/desk")


@router.post("/back")
async def back(door: TeachersDoor, class_id: str) -> Response:
    """Take a class out again."""
    return await _changed(door, class_id, lambda session: rosters.put_away(session, class_id, at=None), ())


async def _changed(
    door: Door, class_id: str, change: Callable[[Session], object], classes: tuple[str, ...], *, then: str = ""
) -> Response:
    def commit() -> None:
        with door.database.session() as session:
            change(session)

    try:
        await asyncio.to_thread(commit)
    except Refusal as refusal:
        return await asyncio.to_thread(class_page, door, class_id, text=str(refusal), status=422)
    for one in classes:
        await door.rooms.roster_changed(one)
    return RedirectResponse(then or f"/desk/classes/{class_id}#names", status_code=303)
