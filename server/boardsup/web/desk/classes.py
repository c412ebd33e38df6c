"""Classes: paste first names and each becomes a tile; change, add and remove tiles."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session

from boardsup.store import rosters
from boardsup.store.lessons import lessons_of
from boardsup.web.desk.plans import plans
from boardsup.web.desk.teacher import TeachersDoor
from boardsup.web.door import Door

router = APIRouter(prefix="/desk")

Text = Annotated[str, Form(max_length=8_000)]
Name = Annotated[str, Form(max_length=80)]


@router.get("")
def all_classes(door: TeachersDoor) -> Response:
    """The classes, and a place to paste a new one."""
    return _classes(door)


@router.post("/classes")
def make_class(door: TeachersDoor, name: Name = "", names: Text = "") -> Response:
    """A new class from pasted first names."""
    try:
        with door.database.session() as session:
            made = rosters.make_class(session, name, names)
    except rosters.Refusal as refusal:
        return _classes(door, text=str(refusal), name=name, names=names, status=422)
    return RedirectResponse(f"/desk/classes/{made.id}", status_code=303)


@router.post("/classes/sample")
def sample_class(door: TeachersDoor) -> Response:
    """The sample class of thirty."""
    with door.database.session() as session:
        made = rosters.make_sample_class(session)
    return RedirectResponse(f"/desk/classes/{made.id}", status_code=303)


@router.get("/classes/{class_id}")
def one_class(door: TeachersDoor, class_id: str) -> Response:
    """One class: its tiles and its lessons."""
    return class_page(door, class_id)


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
    """Take a tile off the roster; what was answered stays."""
    return await _changed(door, class_id, lambda session: rosters.remove_student(session, class_id, student))


def class_page(door: Door, class_id: str, *, text: str = "", status: int = 200) -> Response:
    """The page of one class, with a sentence on top where there is something to say."""
    with door.database.session() as session:
        klass = rosters.find_class(session, class_id)
        if klass is None:
            return _classes(door, text="This class is not here any more.", status=404)
        klass_name = klass.name
        values = {
            "klass": {"id": klass.id, "name": klass.name},
            "students": [{"id": s.id, "name": s.first_name} for s in rosters.students_of(session, class_id)],
            "lessons": [
                {"code": row.code, "title": row.title, "ended": row.ended_at is not None}
                for row in lessons_of(session, class_id)
            ],
            "plans": [{"id": id, "title": plan.title} for id, plan in plans(door.settings.problems).items()],
        }
    page = door.pages.page("desk/class.html", page="desk", title=klass_name, text=text, **values)
    return HTMLResponse(page, status)


def _classes(door: Door, *, text: str = "", name: str = "", names: str = "", status: int = 200) -> Response:
    with door.database.session() as session:
        rows = rosters.classes(session)
        values = [{"id": k.id, "name": k.name, "count": len(rosters.students_of(session, k.id))} for k in rows]
    page = door.pages.page(
        "desk/classes.html", page="desk", title="Your classes", classes=values, text=text, name=name, names=names
    )
    return HTMLResponse(page, status)


async def _changed(door: Door, class_id: str, change: Callable[[Session], object]) -> Response:
    """Change a roster, have its rooms show it, and come back to the class."""
    try:
        await asyncio.to_thread(_commit, door, change)
    except rosters.Refusal as refusal:
        return class_page(door, class_id, text=str(refusal), status=422)
    await door.rooms.roster_changed(class_id)
    return RedirectResponse(f"/desk/classes/{class_id}", status_code=303)


def _commit(door: Door, change: Callable[[Session], object]) -> None:
    with door.database.session() as session:
        change(session)
