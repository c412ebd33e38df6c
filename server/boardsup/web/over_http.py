"""A lesson over plain HTTP: every live form's real action, and the way in where sockets are blocked.

`POST …/do` carries a command and answers, to the island, with the sender's present regions once they are durable; to
a browser without script, with its page again. `GET …/view?after=N` waits up to 20 s for a page that is not version N.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from urllib.parse import parse_qsl

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from boardsup.lesson.regions import Notice, Region
from boardsup.room.outbox import Outbox
from boardsup.room.tab import Tab
from boardsup.web.asking import answered
from boardsup.web.door import Door, Entry
from boardsup.web.said import GARBLED, denied, said
from boardsup.web.wire import Beat, Boards, Garbled, Refresh, read_form

WAITS = 20.0
"""Seconds that a view waits for something newer; a school's proxy gives up after 30."""

SAVES_WITHIN = 10.0
"""Seconds that a hand-in waits to be durable before the browser is told nothing, and tries again."""

SLOWEST = 3.0
"""Seconds that a hand-in which came too fast is held; beyond that the browser is told to wait."""

TOO_FAST = "That was very fast. Please wait a moment and send it again."
PATHS = {"student": "", "console": "/console", "wall": "/wall"}
MOST_FIELDS = 12

log = logging.getLogger("boardsup.http")
router = APIRouter()


@router.post("/room/{code}/do")
async def do(request: Request, code: str, page: str = "student") -> Response:
    """Carry one command out."""
    door: Door = request.app.state.door
    fields = _fields((await request.body()).decode("utf-8", "replace"))
    page = fields.pop("page", page)
    is_live = "x-live" in request.headers
    entry = await door.enter(request, code, page)
    if isinstance(entry, str):
        return denied(door, entry, live=is_live)
    try:
        wish = read_form(fields)
    except Garbled as garbled:
        log.warning("garbled form on the %s page: %s", entry.page, garbled)
        return said(door, GARBLED, status=400)
    if (wait := door.pace(entry).take()) > SLOWEST:
        return said(door, TOO_FAST, status=429)
    await asyncio.sleep(wait)
    entry.room.heard(entry.who)
    answer = None
    if not isinstance(wish, Beat | Refresh | Boards):
        answer = await answered(entry.room, entry.who, wish, door)
    if is_live:
        return await _regions(entry, Tab(entry.page, entry.device, Outbox()), answer)
    if isinstance(answer, Notice) and answer.text:
        return said(door, answer.text, status=409, back=f"/room/{entry.room.code}{PATHS[entry.page]}")
    return RedirectResponse(f"/room/{entry.room.code}{PATHS[entry.page]}", status_code=303)


@router.get("/room/{code}/view")
async def view(request: Request, code: str, page: str = "student", after: int = 0, of: str = "") -> Response:
    """The page's regions once they differ from the version `after`, or 204 when they do not for a while."""
    door: Door = request.app.state.door
    entry = await door.enter(request, code, page)
    if isinstance(entry, str):
        return denied(door, entry, live=True)
    is_in_sight = of != "line"
    if is_in_sight:
        entry.room.heard(entry.who)
    return await _regions(entry, Tab(entry.page, entry.device, Outbox(), is_in_sight=is_in_sight), after=after)


async def _regions(entry: Entry, tab: Tab, answer: Region | None = None, *, after: int = 0) -> Response:
    """What a tab that opens now would be sent; only what is new from now on, when it has the version `after`."""
    screens = entry.room.screens
    screens.open(tab, version=after)
    if answer is not None:
        screens.tell(tab, answer)
    with suppress(TimeoutError):
        try:
            async with asyncio.timeout(WAITS if after else SAVES_WITHIN):
                await tab.outbox.any()
                await tab.outbox.settled()
        finally:
            screens.shut(tab)
    version = {"X-Version": str(tab.version)}
    html = tab.outbox.drain()
    return HTMLResponse(html, headers=version) if html else Response(status_code=204, headers=version)


def _fields(body: str) -> dict[str, str]:
    """The fields of a form; none at all for one that has too many."""
    try:
        return dict(parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        return {}
