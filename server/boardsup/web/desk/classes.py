"""Classes: paste first names and each becomes a tile; change, add, take off and put back tiles."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from sqlmodel import Session

from boardsup.store import rosters
from boardsup.store.people.belonging import join_class
from boardsup.web.desk.shown import class_page, classes_page
from boardsup.web.desk.teacher import AnyonesDoor, TeachersDoor, person_at
from boardsup.web.door import Door

router = APIRouter(prefix="/desk")

Text = Annotated[str, Form(max_length=8_000)]
Name = Annotated[str, Form(max_length=80)]


@router.get("")
def all_classes(door: AnyonesDoor) -> Response:
    """What runs just now, the classes, and a place to paste a new one."""
    return classes_page(door)


@router.post("/classes")
def make_class(door: TeachersDoor, name: Name = "", names: Text = "") -> Response:
    """A new class from pasted first names."""
    try:
        with door.database.session() as session:
            made = rosters.make_class(session, name, names)
            join_class(session, made.id, person_at(door))
    except rosters.Refusal as refusal:
        return classes_page(door, text=str(refusal), typed=(name, names), status=422)
    return RedirectResponse(f"/desk/classes/{made.id}", status_code=303)


@router.post("/classes/sample")
def sample_class(door: TeachersDoor) -> Response:
    """The sample class of thirty."""
    with door.database.session() as session:
        made = rosters.make_sample_class(session)
        join_class(session, made.id, person_at(door))
    return RedirectResponse(f"/desk/classes/{made.id}", status_code=303)


@router.get("/classes/{class_id}")
def one_class(door: TeachersDoor, class_id: str, off: str = "") -> Response:
    """One class: its lessons and its tiles, and what was taken off a list just now, which can be put back."""
    return class_page(door, class_id, off=off)


@router.post("/classes/{class_id}/students")
async def add_student(door: TeachersDoor, class_id: str, name: Name = "") -> Response:
    """One more tile."""
    return await _changed(door, class_id, lambda session: rosters.add_student(session, class_id, name))


@router.post("/classes/{class_id}/students/{student}")
async def rename_student(door: TeachersDoor, class_id: str, student: str, name: Name = "") -> Response:
    """Change what stands on a tile."""
    return await _changed(door, class_id, lambda session: rosters.rename_student(session, class_id, student, name))


@router.post("/classes/{class_id}/students/{student}/remove")
async def remove_student(door: TeachersDoor, class_id: str, student: str) -> Response:
    """Take a tile off the list; what was answered stays, and the tile can be put back."""
    return await _changed(
        door, class_id, lambda session: rosters.remove_student(session, class_id, student), then=f"?off={student}"
    )


@router.post("/classes/{class_id}/students/{student}/put-back")
async def put_back_student(door: TeachersDoor, class_id: str, student: str) -> Response:
    """Put a tile back that was taken off."""
    return await _changed(door, class_id, lambda session: rosters.put_back_student(session, class_id, student))


async def _changed(door: Door, class_id: str, change: Callable[[Session], object], *, then: str = "") -> Response:
    """Change a roster, have its rooms show it, and come back to the names of the class."""
    try:
        await asyncio.to_thread(_commit, door, change)
    except rosters.Refusal as refusal:
        return class_page(door, class_id, text=str(refusal), status=422)
    await door.rooms.roster_changed(class_id)
    return RedirectResponse(f"/desk/classes/{class_id}{then}#names", status_code=303)


def _commit(door: Door, change: Callable[[Session], object]) -> None:
    with door.database.session() as session:
        change(session)
