"""Signing in by a link that works once, and out again."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from boardsup.store.people.accounts import owner
from boardsup.store.people.person import OWNER
from boardsup.store.people.sessions import begin_session, end_session
from boardsup.store.signin import use_signin
from boardsup.web.devices import device_words
from boardsup.web.door import Door
from boardsup.web.said import said
from boardsup.web.seats import desk_token, is_same_origin

router = APIRouter()

USED = "This sign-in link has been used, or is too old. Print a new one with: boardsup signin"


@router.get("/signin/{token}")
def sign_in(request: Request, token: str) -> Response:
    """Sign in on this browser whoever runs the server; the link works once."""
    door: Door = request.app.state.door
    person = door.people.person(request)
    if person is not None and person.id == OWNER:
        return RedirectResponse("/desk", status_code=303)
    with door.database.session() as session:
        is_good = len(token) <= 100 and use_signin(session, token)
    if not is_good:
        return said(door, USED, status=403)
    with door.database.session() as session:
        account_id = owner(session).id
    return signed_in(request, account_id, "link")


def signed_in(request: Request, account_id: str, way: str) -> Response:
    """Sign an account in on this browser, under a new token; what the browser had before is over. Blocks."""
    door: Door = request.app.state.door
    response = RedirectResponse("/desk", status_code=303)
    with door.database.session() as session:
        if (before := desk_token(request)) is not None:
            end_session(session, before)
        token = begin_session(session, account_id, way, device_words(request.headers.get("user-agent", "")))
    door.people.forget()
    door.seats.give_desk(response, token, secure=request.url.scheme == "https")
    return response


@router.post("/signout")
def sign_out(request: Request) -> Response:
    """Sign out on this browser."""
    door: Door = request.app.state.door
    response = RedirectResponse("/", status_code=303)
    if is_same_origin(request):
        if (token := desk_token(request)) is not None:
            with door.database.session() as session:
                end_session(session, token)
            door.people.forget()
        door.seats.take_desk(response)
    return response
