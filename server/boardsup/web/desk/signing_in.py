"""Signing in by a link that works once, and out again."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from boardsup.store.signin import use_signin
from boardsup.web.door import Door
from boardsup.web.said import said
from boardsup.web.seats import is_same_origin

router = APIRouter()

USED = "This sign-in link has been used, or is too old. Print a new one with: boardsup signin"


@router.get("/signin/{token}")
def sign_in(request: Request, token: str) -> Response:
    """Sign the teacher in on this browser; the link works once."""
    door: Door = request.app.state.door
    if door.seats.is_teacher(request):
        return RedirectResponse("/desk", status_code=303)
    with door.database.session() as session:
        is_good = len(token) <= 100 and use_signin(session, token)
    if not is_good:
        return said(door, USED, status=403)
    response = RedirectResponse("/desk", status_code=303)
    door.seats.give_desk(response, secure=request.url.scheme == "https")
    return response


@router.post("/signout")
def sign_out(request: Request) -> Response:
    """Sign out on this browser."""
    door: Door = request.app.state.door
    response = RedirectResponse("/", status_code=303)
    if is_same_origin(request):
        door.seats.take_desk(response)
    return response
