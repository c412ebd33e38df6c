"""Who is in a class: its teachers, and the aides that they asked in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from boardsup.rostering.names import Refusal
from boardsup.store import rosters
from boardsup.store.people.belonging import ask_in, members, take_out
from boardsup.web.desk.shown import class_page
from boardsup.web.desk.teacher import TeachersDoor, person_at
from boardsup.web.door import Door

router = APIRouter(prefix="/desk/classes/{class_id}/people")

ASKED_IN = "{} is in. A lesson that is running shows on their desk; its console opens beside yours."
NOT_YOURSELF = "You cannot take yourself out. Another teacher of this class can, or an admin."

Word = Annotated[str, Form(max_length=300)]


@router.get("")
def people(door: TeachersDoor, class_id: str) -> Response:
    """Who is in this class."""
    return _page(door, class_id)


@router.post("")
def ask(
    door: TeachersDoor, class_id: str, login: Word = "", as_: Annotated[str, Form(alias="as")] = "aide"
) -> Response:
    """Ask somebody in, as an aide or a second teacher."""
    try:
        with door.database.session() as session:
            member = ask_in(session, class_id, login, as_)
    except Refusal as refusal:
        return _page(door, class_id, str(refusal), login=login, status=422)
    door.people.forget()
    return _page(door, class_id, ASKED_IN.format(member.name))


@router.post("/{id}/out")
def out(door: TeachersDoor, class_id: str, id: str) -> Response:
    """Take somebody out; a console that they have open closes within seconds."""
    me = person_at(door)
    if id == me.id and not me.is_admin:
        return _page(door, class_id, NOT_YOURSELF, status=422)
    with door.database.session() as session:
        take_out(session, class_id, id)
    door.people.forget()
    return RedirectResponse(f"/desk/classes/{class_id}/people", status_code=303)


def _page(door: Door, class_id: str, text: str = "", *, login: str = "", status: int = 200) -> Response:
    me = person_at(door)
    with door.database.session() as session:
        klass = rosters.find_class(session, class_id)
        if klass is None:
            return class_page(door, class_id, status=404)
        found = members(session, class_id)
        values = {"klass": {"id": klass.id, "name": klass.name}, "members": found, "me": me, "login": login}
    title = "Who teaches and helps"
    return HTMLResponse(door.pages.page("desk/team.html", page="desk", title=title, text=text, **values), status)
