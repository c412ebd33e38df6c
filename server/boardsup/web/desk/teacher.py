"""The teacher behind a request to the desk: signed in here, on a page of ours."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from boardsup.web.door import Door
from boardsup.web.seats import is_same_origin


class NotSignedIn(Exception):
    """Nobody is signed in on this browser, or the request comes from elsewhere."""


def teachers_door(request: Request) -> Door:
    """The door, for a signed-in teacher. Raises `NotSignedIn`."""
    door: Door = request.app.state.door
    is_ours = request.method == "GET" or is_same_origin(request)
    if not is_ours or not door.seats.is_teacher(request):
        raise NotSignedIn
    return door


TeachersDoor = Annotated[Door, Depends(teachers_door)]
