"""Signing in: by a link that works once, or by name and password; and out again."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from boardsup.rostering.names import Refusal
from boardsup.store.people.accounts import find_login, owner, read_login
from boardsup.store.people.attempts import forget_attempts, key_of, take_attempt
from boardsup.store.people.passwords import fits
from boardsup.store.people.person import OWNER
from boardsup.store.people.sessions import end_session
from boardsup.store.signin import use_signin
from boardsup.web.desk.signed_in import signed_in
from boardsup.web.door import Door
from boardsup.web.said import denied, said
from boardsup.web.seats import desk_token, is_same_origin

router = APIRouter()

USED = "This sign-in link has been used, or is too old. Print a new one with: boardsup signin"
WRONG = "This name and password do not go together. Please check both."
SLOW = (
    "There were many wrong passwords for this name. Please wait {} seconds, then try again. "
    "Your account is not locked; an admin can also give you a new link."
)
MOST_TYPED = 300


@router.get("/signin")
async def ask(request: Request) -> Response:
    """Where one signs in."""
    door: Door = request.app.state.door
    if await door.people.who(request) is not None:
        return RedirectResponse("/desk", status_code=303)
    return _page(door)


@router.post("/signin")
async def by_password(request: Request) -> Response:
    """Sign in by name and password. Both wrong or one, known name or not: the same words after the same time."""
    door: Door = request.app.state.door
    if not is_same_origin(request):
        return denied(door, "elsewhere")
    form = await request.form(max_fields=4, max_files=0)
    login, password = (str(form.get(name, ""))[:MOST_TYPED] for name in ("login", "password"))
    attempt = await asyncio.to_thread(_attempt, request, login)
    if attempt.wait:
        return _page(door, SLOW.format(-(-attempt.wait // 1_000)), login=login, status=429)
    if not await door.hashing.run(fits, password, attempt.kept):
        return _page(door, WRONG, login=login, status=403)
    return await asyncio.to_thread(_let_in, request, attempt)


@router.get("/signin/{token}")
def by_link(request: Request, token: str) -> Response:
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


@dataclass(frozen=True, slots=True)
class Attempt:
    """A password to be looked at: whose, against which hash, how it is counted; or the ms that it has to wait."""

    account_id: str
    kept: str
    key: str
    wait: int


def _attempt(request: Request, typed: str) -> Attempt:
    """Count it before it is looked at, so that many at once are no way around the count."""
    door: Door = request.app.state.door
    with door.database.session() as session:
        try:
            login = read_login(typed)
            account = find_login(session, login)
        except Refusal:
            login, account = typed, None
    id, kept = ("", "") if account is None or account.locked_at is not None else (account.id, account.password)
    key = key_of(login, door.seats.known_here(request, id) if id else "")
    with door.database.session() as session:
        return Attempt(id, kept, key, take_attempt(session, key))


def _let_in(request: Request, attempt: Attempt) -> Response:
    door: Door = request.app.state.door
    with door.database.session() as session:
        forget_attempts(session, attempt.key)
    return signed_in(request, attempt.account_id, "password")


def _page(door: Door, text: str = "", *, login: str = "", status: int = 200) -> Response:
    ways = [{"key": one.key, "name": one.name} for one in door.settings.providers]
    page = door.pages.page("desk/signin.html", page="desk", title="Sign in", text=text, login=login, ways=ways)
    return HTMLResponse(page, status)
