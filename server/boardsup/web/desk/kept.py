"""Lessons that the teacher keeps: under a name, for any class, each time with numbers that are new to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from sqlmodel import Session
from starlette.datastructures import ImmutableMultiDict

from boardsup.store.rosters import Refusal
from boardsup.store.tables import TemplateRow
from boardsup.store.templates import NO_TEMPLATE, find_template, keep_template, list_template, outline_of
from boardsup.web.desk.planning import NO_QUESTIONS, draft_of, drafted, fields_of
from boardsup.web.desk.shown import class_page
from boardsup.web.desk.teacher import TeachersDoor, person_at
from boardsup.web.door import Door

router = APIRouter(prefix="/desk/classes/{class_id}")


@router.post("/targets/{target}/keep")
async def keep(door: TeachersDoor, request: Request, class_id: str, target: str) -> Response:
    """Keep the lesson as it stands on its page; one of the same name is replaced."""
    fields = fields_of(await request.form())
    draft = await asyncio.to_thread(draft_of, door, class_id, target, fields)
    if draft is None:
        return class_page(door, class_id, text=NO_QUESTIONS, status=404)
    now, me = door.rooms.house.now, person_at(door)
    return await _changed(door, class_id, lambda s: keep_template(s, draft.name, draft.outline, by=me, now=now), "kept")


@router.get("/kept/{id}")
async def open_kept(door: TeachersDoor, class_id: str, id: str) -> Response:
    """The page of a lesson that is kept, ready to start."""
    with door.database.session() as session:
        row = find_template(session, id, person_at(door))
        found = (row.name, outline_of(row)) if row is not None else None
    if found is None:
        return class_page(door, class_id, text=NO_TEMPLATE, status=404)
    name, outline = found
    return await drafted(door, class_id, outline.target, ImmutableMultiDict([("name", name)]), outline)


@router.post("/kept/{id}/off")
async def take_off(door: TeachersDoor, class_id: str, id: str) -> Response:
    """Take it off the list; it can be put back."""
    return await _changed(
        door, class_id, lambda session: list_template(session, id, person_at(door), active=False), "off"
    )


@router.post("/kept/{id}/put-back")
async def put_back(door: TeachersDoor, class_id: str, id: str) -> Response:
    """Put it back on the list."""
    return await _changed(
        door, class_id, lambda session: list_template(session, id, person_at(door), active=True), "kept"
    )


async def _changed(door: Door, class_id: str, change: Callable[[Session], TemplateRow], what: str) -> Response:
    def commit() -> str:
        with door.database.session() as session:
            return change(session).id

    try:
        id = await asyncio.to_thread(commit)
    except Refusal as refusal:
        return class_page(door, class_id, text=str(refusal), status=422)
    return RedirectResponse(f"/desk/classes/{class_id}?{what}={id}", status_code=303)
