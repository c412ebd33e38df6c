"""One student's page: the name on the tile, its place, and what is set for them, privately."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Annotated, Literal

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, Field
from sqlmodel import Session

from boardsup.lesson.needs import NO_END, Calls, Needs
from boardsup.store import rosters
from boardsup.store.needs import apart_of, needs_of, set_needs
from boardsup.store.people.belonging import classes_of
from boardsup.web.desk.shown import class_page
from boardsup.web.desk.teacher import TeachersDoor, person_at
from boardsup.web.door import Door

router = APIRouter(prefix="/desk/classes/{class_id}/students/{student}")

LANGUAGES = {"en": "English", "es": "Spanish"}
EXTRA_TIME = {100: "As everybody", 150: "One and a half times", 200: "Twice", NO_END: "No limit"}
CALLS: dict[Calls, str] = {
    "any": "As everybody",
    "warm": "With a heads-up only, never without one",
    "never": "Never in public",
}


class NeedsForm(BaseModel):
    """The form of a student's page; what is left out is as for everybody."""

    extra_time: Literal["100", "150", "200", "0"] = "100"
    calls: Calls = "any"
    rests_from_coaching: str = ""
    without_drawing: str = ""
    language: Literal["en", "es"] = "en"
    apart: list[str] = Field(default_factory=list, max_length=600)


@router.get("")
def one_student(door: TeachersDoor, class_id: str, student: str) -> Response:
    """What is set for one student."""
    return _page(door, class_id, student)


@router.post("/needs")
async def keep_needs(
    door: TeachersDoor,
    class_id: str,
    student: str,
    form: Annotated[NeedsForm, Form()],
) -> Response:
    """Set all of it; a lesson that is running obeys at once."""
    needs = Needs(
        student,
        extra_time=int(form.extra_time),
        calls=form.calls,
        coaches=form.rests_from_coaching != "yes",
        language=form.language,
        draws=form.without_drawing != "yes",
    )
    return await _changed(door, class_id, student, lambda session: set_needs(session, class_id, needs, form.apart))


@router.post("/move")
async def move(door: TeachersDoor, class_id: str, student: str, to: Annotated[int, Form(ge=0, le=600)]) -> Response:
    """Put the tile at another place, counted from 0."""
    return await _changed(door, class_id, student, lambda session: rosters.move_student(session, class_id, student, to))


async def _changed(door: Door, class_id: str, student: str, change: Callable[[Session], object]) -> Response:
    def commit() -> None:
        with door.database.session() as session:
            change(session)

    try:
        await asyncio.to_thread(commit)
    except rosters.Refusal as refusal:
        return class_page(door, class_id, text=str(refusal), status=422)
    await door.rooms.roster_changed(class_id)
    return RedirectResponse(f"/desk/classes/{class_id}/students/{student}?kept=yes", status_code=303)


def _page(door: Door, class_id: str, student: str) -> Response:
    with door.database.session() as session:
        klass = rosters.find_class(session, class_id)
        names = rosters.names_of(session, class_id)
        needs = needs_of(session, class_id).get(student, Needs(student))
        pairs = apart_of(session, class_id)
        classes = [(one.id, one.name) for one in classes_of(session, person_at(door)) if one.id != class_id]
    if klass is None or student not in names:
        return class_page(door, class_id, text=rosters.NO_STUDENT if klass else "", status=404)
    order = list(names)
    values = {
        "klass": {"id": klass.id, "name": klass.name},
        "student": {"id": student, "name": names[student], "place": order.index(student), "last": len(order) - 1},
        "needs": needs,
        "apart": {id for pair in pairs if student in (pair.one, pair.other) for id in (pair.one, pair.other)},
        "others": [(id, name) for id, name in names.items() if id != student],
        "calls": CALLS,
        "extra_time": EXTRA_TIME,
        "languages": LANGUAGES,
        "classes": classes,
    }
    return HTMLResponse(door.pages.page("desk/student.html", page="desk", title=names[student], **values))
