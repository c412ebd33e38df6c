"""A lesson that another process owns: its requests and sockets are passed on to that process, and back.

Any process may be asked for any lesson; a balancer that keeps a lesson's visitors together only makes it faster. What
was passed on once is not passed on again: the pass names the process that it is meant for, and is signed.
"""

from __future__ import annotations

import logging
import re

import httpx
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from boardsup.store.failures import Unwritable
from boardsup.store.lessons import read_code
from boardsup.store.owning import Owner
from boardsup.web.door import LONGEST_CODE, Door
from boardsup.web.mishaps import MOVING
from boardsup.web.relayed_socket import Unreachable, close_early, relay_socket
from boardsup.web.said import said

HANDED_ON = "x-boardsup-pass"
"""The header that says: this was passed on by another process, for the one that it names."""

PATIENCE = httpx.Timeout(30.0, connect=2.0)
"""Seconds: a view may wait 20 s for something newer."""

ABOUT_THE_LINE = frozenset(
    {"connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade", "proxy-connection"}
)
"""Headers about one connection, which are not passed on (RFC 9110, 7.6.1)."""

_A_LESSON = re.compile(r"/room/([^/]+)(?:/|$)")

log = logging.getLogger("boardsup.relaying")


class Relaying:
    """Passes on what is about a lesson of another process; everything else is answered here."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        # No client around it, which would add headers of its own and keep cookies.
        self._transport = httpx.AsyncHTTPTransport(trust_env=False, limits=httpx.Limits(max_connections=None))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer here, or there."""
        lesson = _A_LESSON.match(scope["path"]) if scope["type"] in ("http", "websocket") else None
        if lesson is None:
            await self._app(scope, receive, send)
            return
        door: Door = scope["app"].state.door
        try:
            owner = await _elsewhere(door, scope, read_code(lesson[1][:LONGEST_CODE]))
            if owner is None:
                await self._app(scope, receive, send)
            elif scope["type"] == "websocket":
                await relay_socket(scope, receive, send, owner.address, _headers(door, scope, owner))
            else:
                await self._relay(scope, receive, send, owner.address, _headers(door, scope, owner))
        except (Unwritable, Unreachable) as error:
            log.info("a lesson's owner was not reached: %s", type(error).__name__)
            await _not_now(door, scope, receive, send)

    async def _relay(
        self, scope: Scope, receive: Receive, send: Send, address: str, headers: list[tuple[str, str]]
    ) -> None:
        """One request; its answer is passed back as it comes."""
        query = scope["query_string"].decode("latin-1")
        url = f"{address}{scope['raw_path'].decode('latin-1')}{'?' if query else ''}{query}"
        within = {"timeout": PATIENCE.as_dict()}
        request = httpx.Request(scope["method"], url, headers=headers, content=await _body(receive), extensions=within)
        try:
            answer = await self._transport.handle_async_request(request)
        except httpx.TransportError as error:
            raise Unreachable from error
        try:
            kept = [(name, value) for name, value in answer.headers.raw if _is_kept(name)]
            await send({"type": "http.response.start", "status": answer.status_code, "headers": kept})
            async for chunk in answer.aiter_raw():
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            await answer.aclose()


async def _elsewhere(door: Door, scope: Scope, code: str) -> Owner | None:
    """The other process that has this lesson; None when it is answered here, be it with a refusal."""
    owning = door.rooms.owning
    if owning is None or door.rooms.known(code) is not None or not (code.isascii() and code.isalnum()):
        return None
    connection = HTTPConnection(scope)
    if door.seats.is_passed(connection.headers.get(HANDED_ON, ""), owning.me) or not await door.may_guess(connection):
        return None
    return await owning.elsewhere(code)


def _headers(door: Door, scope: Scope, owner: Owner) -> list[tuple[str, str]]:
    """What the browser sent, and the pass; the scheme is as it was at the first door."""
    sent = Headers(scope=scope).items()
    scheme = "https" if scope["scheme"] in ("https", "wss") else "http"
    kept = [
        (name, value)
        for name, value in sent
        if _is_kept(name.encode()) and not name.startswith(("x-forwarded", HANDED_ON))
    ]
    return [*kept, ("x-forwarded-proto", scheme), (HANDED_ON, door.seats.passed(owner.process))]


def _is_kept(name: bytes) -> bool:
    return name.decode("latin-1").lower() not in ABOUT_THE_LINE


async def _body(receive: Receive) -> bytes:
    """The whole body; the limit at the door has looked at its size."""
    body, is_more = b"", True
    while is_more:
        message = await receive()
        body += message.get("body", b"")
        is_more = message.get("more_body", False)
    return body


async def _not_now(door: Door, scope: Scope, receive: Receive, send: Send) -> None:
    """Nobody has the lesson just now: the page tries again by itself."""
    if scope["type"] == "websocket":
        await close_early(receive, send)
    else:
        response = said(door, MOVING, status=503, back=scope["path"] if scope["method"] == "GET" else "/")
        response.headers["retry-after"] = "2"
        await response(scope, receive, send)
