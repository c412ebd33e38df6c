"""A link from an admin: whoever has it sets the password of one account, once."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from boardsup.rostering.names import Refusal
from boardsup.store.people.links import USED, account_of_link, use_link
from boardsup.store.people.passwords import LONGEST, SHORTEST, hashed_password, read_password
from boardsup.web.desk.signed_in import signed_in
from boardsup.web.door import Door
from boardsup.web.said import denied, said
from boardsup.web.seats import is_same_origin

router = APIRouter(prefix="/welcome/{token}")


@router.get("")
def welcome(request: Request, token: str) -> Response:
    """Where the password is typed. Looking does not use the link up."""
    return _page(request.app.state.door, token)


@router.post("")
async def set_it(request: Request, token: str, password: Annotated[str, Form(max_length=1_000)] = "") -> Response:
    """Set the password, and sign in here; everywhere else the account is signed out."""
    door: Door = request.app.state.door
    if not is_same_origin(request):
        return denied(door, "elsewhere")
    login = await asyncio.to_thread(_login, door, token)
    if login is None:
        return said(door, USED, status=403)
    try:
        kept = await door.hashing.run(hashed_password, read_password(password, login))
        account_id = await asyncio.to_thread(_use, door, token, kept)
    except Refusal as refusal:
        return await asyncio.to_thread(_page, door, token, str(refusal))
    return await asyncio.to_thread(signed_in, request, account_id, "password")


def _login(door: Door, token: str) -> str | None:
    with door.database.session() as session:
        account = account_of_link(session, token)
    return None if account is None else account.login or ""


def _use(door: Door, token: str, kept: str) -> str:
    with door.database.session() as session:
        id = use_link(session, token, kept).id
    door.people.forget()
    return id


def _page(door: Door, token: str, text: str = "") -> Response:
    with door.database.session() as session:
        account = account_of_link(session, token)
    if account is None:
        return said(door, USED, status=403)
    values = {"name": account.name, "login": account.login, "shortest": SHORTEST, "longest": LONGEST}
    page = door.pages.page("desk/welcome.html", page="desk", title="Your password", token=token, text=text, **values)
    return HTMLResponse(page, 422 if text else 200)
