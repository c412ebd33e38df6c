"""One's own account: where one is signed in, out of there again, and another password."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from boardsup.rostering.names import Refusal
from boardsup.store.people.accounts import find_account
from boardsup.store.people.attempts import forget_attempts, key_of, take_attempt
from boardsup.store.people.links import set_password
from boardsup.store.people.passwords import LONGEST, SHORTEST, fits, hashed_password, read_password
from boardsup.store.people.sessions import end_session_of, end_sessions_of, sessions_of
from boardsup.web.desk.signed_in import signed_in
from boardsup.web.desk.signing_in import SLOW
from boardsup.web.desk.teacher import AnyonesDoor, person_at
from boardsup.web.door import Door

router = APIRouter(prefix="/desk/sign-ins")

WAYS = {"link": "by the link of the server", "password": "with a password"}
NOT_THIS = "That is not your present password."
CHANGED = "Your password is changed. Everywhere else you are signed out."

Typed = Annotated[str, Form(max_length=1_000)]


@router.get("")
def sign_ins(door: AnyonesDoor, changed: str = "") -> Response:
    """Where one is signed in."""
    return _page(door, CHANGED if changed else "")


@router.post("/{id}/end")
def end_one(door: AnyonesDoor, id: str) -> Response:
    """Sign out on one browser; here it is the same as *Sign out*."""
    me = person_at(door)
    with door.database.session() as session:
        end_session_of(session, me.id, id)
    door.people.forget()
    return RedirectResponse("/" if id == me.session else "/desk/sign-ins", status_code=303)


@router.post("/end")
def end_all(door: AnyonesDoor) -> Response:
    """Sign out everywhere but here."""
    me = person_at(door)
    with door.database.session() as session:
        end_sessions_of(session, me.id, but=me.session)
    door.people.forget()
    return RedirectResponse("/desk/sign-ins", status_code=303)


@router.post("/password")
async def change_password(request: Request, door: AnyonesDoor, present: Typed = "", password: Typed = "") -> Response:
    """Another password. The present one is asked for: a desk that was left open does not give an account away."""
    me = person_at(door)
    login, kept, wait = await asyncio.to_thread(_attempt, door, me.id)
    if wait:
        return await asyncio.to_thread(_page, door, SLOW.format(-(-wait // 1_000)), 429)
    if not await door.hashing.run(fits, present, kept):
        return await asyncio.to_thread(_page, door, NOT_THIS, 403)
    try:
        changed = await door.hashing.run(hashed_password, read_password(password, login))
    except Refusal as refusal:
        return await asyncio.to_thread(_page, door, str(refusal), 422)
    await asyncio.to_thread(_change, door, me.id, changed)
    return await asyncio.to_thread(signed_in, request, me.id, "password", to="/desk/sign-ins?changed=yes")


def _attempt(door: Door, account_id: str) -> tuple[str, str, int]:
    """The account's sign-in name, its hash, and the ms that an attempt has to wait."""
    with door.database.session() as session:
        account = find_account(session, account_id)
    login, kept = (account.login or "", account.password) if account is not None else ("", "")
    with door.database.session() as session:
        return login, kept, take_attempt(session, key_of(account_id, "its own page"))


def _change(door: Door, account_id: str, kept: str) -> None:
    with door.database.session() as session:
        account = find_account(session, account_id)
        if account is not None:
            set_password(session, account, kept)
        forget_attempts(session, key_of(account_id, "its own page"))
    door.people.forget()


def _page(door: Door, text: str = "", status: int = 200) -> Response:
    me = person_at(door)
    names = WAYS | {one.key: f"with {one.name}" for one in door.settings.providers}
    with door.database.session() as session:
        account = find_account(session, me.id)
        rows = [
            {
                "id": row.id,
                "device": row.device,
                "way": names.get(row.way, "another way"),
                "since": _day(row.made_at),
                "seen": _day(row.seen_at),
                "here": row.id == me.session,
            }
            for row in sessions_of(session, me.id)
        ]
    values = {
        "rows": rows,
        "has_password": bool(account and account.password),
        "shortest": SHORTEST,
        "longest": LONGEST,
    }
    title = "Where you are signed in"
    return HTMLResponse(
        door.pages.page("desk/sign_ins.html", page="desk", title=title, text=text, me=me, **values), status
    )


def _day(at: int) -> str:
    return f"{datetime.fromtimestamp(at / 1000):%Y-%m-%d %H:%M}"
