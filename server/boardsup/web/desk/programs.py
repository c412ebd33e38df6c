"""Other programs: tokens made and revoked, and the addresses that are told when a lesson ends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Annotated, TypeVar

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session

from boardsup.rostering.names import Refusal
from boardsup.store import hooks, tokens
from boardsup.store.audit import note
from boardsup.store.program_tables import DeliveryRow, HookRow, TokenRow
from boardsup.web.desk.teacher import TeachersDoor, person_at
from boardsup.web.door import Door
from boardsup.web.webhooks.addresses import LONGEST, Unreachable, checked_url

router = APIRouter(prefix="/desk/programs")

Values = dict[str, object]
Made = TypeVar("Made")
HERE = "/desk/programs"


@router.get("")
def programs(door: TeachersDoor) -> Response:
    """What other programs may do, and what they are told."""
    return _page(door)


@router.post("/tokens")
async def make_token(door: TeachersDoor, request: Request, name: Annotated[str, Form(max_length=200)] = "") -> Response:
    """A new token, which is shown on this one page and never again."""
    form = await request.form(max_files=0, max_fields=20)
    scopes, now = [str(one) for one in form.getlist("scope")], door.rooms.house.now()

    def make(session: Session) -> str:
        token = tokens.new_token(session, person_at(door), name, scopes, now=now)
        note(session, "tokens made for other programs", 1, at=now)
        return token

    try:
        token = await asyncio.to_thread(_done, door, make)
    except Refusal as refusal:
        return await asyncio.to_thread(_page, door, str(refusal), 422, typed={"name": name, "scopes": scopes})
    return await asyncio.to_thread(_page, door, fresh={"kind": "token", "text": token})


@router.post("/tokens/{token}/revoke")
def revoke_token(door: TeachersDoor, token: str) -> Response:
    """The token is good for nothing from now on."""
    now = door.rooms.house.now()

    def revoke(session: Session) -> None:
        note(session, "tokens revoked", int(tokens.revoke(session, person_at(door), token, now=now)), at=now)

    _done(door, revoke)
    return RedirectResponse(HERE, status_code=303)


@router.post("/hooks")
def make_hook(door: TeachersDoor, url: Annotated[str, Form(max_length=2_000)] = "") -> Response:
    """Tell one more address; the secret that its messages are signed with is shown on this one page."""
    now = door.rooms.house.now()

    def make(session: Session) -> HookRow:
        wanted = checked_url(url.strip(), on_this_machine=door.settings.hooks_here)
        note(session, "addresses added that are told of a lesson's end", 1, at=now)
        return hooks.new_hook(session, person_at(door), wanted, now=now)

    try:
        made = _done(door, make)
    except (Refusal, Unreachable) as refusal:
        return _page(door, str(refusal), 422, typed={"url": url[:LONGEST]})
    return _page(door, fresh={"kind": "secret", "text": made.secret})


@router.post("/hooks/{hook}/remove")
def remove_hook(door: TeachersDoor, hook: str) -> Response:
    """Tell this address nothing any more."""
    _done(door, lambda session: hooks.drop_hook(session, person_at(door), hook))
    return RedirectResponse(HERE, status_code=303)


@router.post("/hooks/{hook}/test")
def test_hook(door: TeachersDoor, hook: str) -> Response:
    """Send a message that says nothing, to see whether it arrives."""
    _done(door, lambda session: hooks.queue_test(session, person_at(door), hook, at=door.rooms.house.now()))
    door.rooms.ending.news()
    return RedirectResponse(HERE, status_code=303)


@router.post("/messages/{message}/again")
def send_again(door: TeachersDoor, message: str) -> Response:
    """Send a message now that has not arrived."""
    _done(door, lambda session: hooks.send_again(session, person_at(door), message, now=door.rooms.house.now()))
    door.rooms.ending.news()
    return RedirectResponse(HERE, status_code=303)


def _done(door: Door, what: Callable[[Session], Made]) -> Made:
    with door.database.session() as session:
        return what(session)


def _page(
    door: Door, text: str = "", status: int = 200, *, typed: Values | None = None, fresh: Values | None = None
) -> Response:
    """The page; `typed` is what could not be taken, to be mended, `fresh` what is shown this once."""
    me = person_at(door)
    with door.database.session() as session:
        values: Values = {
            "tokens": [_token(row) for row in tokens.tokens(session, me)],
            "hooks": [{"id": row.id, "url": row.url} for row in hooks.hooks(session, me)],
            "messages": [_message(row, url) for row, url in hooks.deliveries(session, me)],
            "scopes": tokens.SAYS,
            "typed": {"name": "", "scopes": [], "url": ""} | (typed or {}),
            "fresh": fresh,
        }
    page = door.pages.page("desk/programs.html", page="desk", title="Other programs", text=text, **values)
    return HTMLResponse(page, status)


def _token(row: TokenRow) -> Values:
    return {
        "id": row.id,
        "name": row.name,
        "scopes": row.scopes.split(),
        "made": _day(row.made_at),
        "used": _day(row.used_at) if row.used_at is not None else "",
    }


def _message(row: DeliveryRow, url: str) -> Values:
    state = "arrived" if row.arrived_at is not None else "given up" if row.due_at is None else "waits"
    return {
        "id": row.id,
        "url": url,
        "what": f"Lesson {row.lesson}" if row.lesson else "A test",
        "at": _day(row.queued_at),
        "state": state,
        "tries": row.tries,
        "answer": f"answered {row.status}" if row.status else row.says,
    }


def _day(at: int) -> str:
    return f"{datetime.fromtimestamp(at / 1000):%Y-%m-%d %H:%M}"
