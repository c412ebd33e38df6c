"""Who is behind a request to the desk: signed in here, on a page of ours, and with business there.

The one place where the desk decides that. A page of a class is its teachers' unless its handler asks for `AnyonesDoor`;
a page of no class is for teachers and admins unless it does. Somebody else's class looks as if there were none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import Depends, Request

from boardsup.store.people.person import Person
from boardsup.web.door import Door
from boardsup.web.seats import is_same_origin


class NotSignedIn(Exception):
    """Nobody is signed in on this browser, or the request comes from elsewhere."""


class NotYours(Exception):
    """Somebody is signed in who has no business there; what there is they are not told."""


def teachers_door(request: Request) -> Door:
    """The door, for a teacher of the class in the address, or any where there is none. Raises `NotYours` too."""
    door, person = _signed_in(request)
    class_id = request.path_params.get("class_id")
    may = person.role != "aide" if class_id is None else door.people.standing(person, class_id) == "teacher"
    if not may:
        raise NotYours
    return replace(door, person=person)


def anyones_door(request: Request) -> Door:
    """The door, for everybody who is signed in, and in a class for those who are in it."""
    door, person = _signed_in(request)
    class_id = request.path_params.get("class_id")
    if class_id is not None and door.people.standing(person, class_id) is None:
        raise NotYours
    return replace(door, person=person)


def admins_door(request: Request) -> Door:
    """The door, for an admin."""
    door, person = _signed_in(request)
    if not person.is_admin:
        raise NotYours
    return replace(door, person=person)


def person_at(door: Door) -> Person:
    """Who is at the desk; every door above knows it."""
    assert door.person is not None, "a page of the desk came in by another door"
    return door.person


def _signed_in(request: Request) -> tuple[Door, Person]:
    door: Door = request.app.state.door
    is_ours = request.method == "GET" or is_same_origin(request)
    person = door.people.person(request) if is_ours else None
    if person is None:
        raise NotSignedIn
    return door, person


TeachersDoor = Annotated[Door, Depends(teachers_door)]
AnyonesDoor = Annotated[Door, Depends(anyones_door)]
AdminsDoor = Annotated[Door, Depends(admins_door)]
