"""The lines of the log, plain or as JSON: what happened, and in which request; never who, nor what anybody wrote.

Of an error a line holds its kind and where it was, not its text, which may quote a person. Whatever is in a line, it
stays one line, and rings no terminal's bell.
"""

from __future__ import annotations

import json
import logging
import secrets
import time
from collections.abc import Iterator
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from traceback import extract_tb
from typing import Literal

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Style = Literal["plain", "json"]

REQUEST: ContextVar[str] = ContextVar("REQUEST", default="")
"""The id of the request that is being answered; it says nothing of who asked."""

REQUEST_BYTES = 6
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
DEEPEST = 8
"""Places of an error's trace that a line names, the innermost ones."""

SELDOM, MOST_REMEMBERED = 10.0, 200
"""Seconds between two equal lines that are not ours; how many different ones are remembered."""

log = logging.getLogger("boardsup.requests")


def set_up(style: Style) -> None:
    """Have every line of this process written this way, to standard error. Requests have lines in JSON alone."""
    handler = logging.StreamHandler()
    handler.setFormatter(AsJson() if style == "json" else Plain())
    handler.addFilter(Seldom())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("boardsup").setLevel(logging.INFO)
    log.setLevel(logging.INFO if style == "json" else logging.WARNING)
    # It quotes the bytes of a form that it finds odd.
    logging.getLogger("python_multipart").setLevel(logging.ERROR)


def is_for_programs() -> bool:
    """Whether this process writes JSON."""
    return any(isinstance(handler.formatter, AsJson) for handler in logging.getLogger().handlers)


class Seldom(logging.Filter):
    """Lets the same line of other people's code through once in a while, so that nobody fills the disk with it."""

    def __init__(self) -> None:
        super().__init__()
        self._last: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Is it ours, or not one that was written just now?"""
        if record.name.startswith("boardsup") or record.exc_info:
            return True
        last = self._last.get(record.msg)
        if last is not None and record.created - last < SELDOM:
            return False
        if len(self._last) >= MOST_REMEMBERED:
            self._last.clear()
        self._last[record.msg] = record.created
        return True


class Plain(logging.Formatter):
    """A line for a person: level, where it comes from, what happened."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        words = (record.levelname, record.name, said(record), failure(record), _in_brackets(request_of(record)))
        return " ".join(one_line(word) for word in words if word)


class AsJson(logging.Formatter):
    """A line for a program: one JSON object, with the same names each time."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"at": at, "level": record.levelname.lower(), "from": record.name, "said": said(record)}
        more = {"error": failure(record), "request": request_of(record), **getattr(record, "about", {})}
        return json.dumps(line | {name: word for name, word in more.items() if word != ""})


def said(record: logging.LogRecord) -> str:
    """What happened. Of what other people's code says, the first line: the others may quote what was sent."""
    message = record.getMessage()
    return message if record.name.startswith("boardsup") else next(iter(message.splitlines()), "")


def failure(record: logging.LogRecord) -> str:
    """The kinds of the errors that led to this, and where the first of them was."""
    error = record.exc_info[1] if record.exc_info else None
    if error is None:
        return ""
    chain = list(_chain(error))
    places = extract_tb(chain[-1].__traceback__)[-DEEPEST:]
    kinds = " from ".join(type(one).__name__ for one in chain)
    return f"{kinds} at " + " > ".join(f"{Path(place.filename).name}:{place.lineno}" for place in places)


def request_of(record: logging.LogRecord) -> str:
    """The request that a line belongs to; empty when to none."""
    return REQUEST.get()


def one_line(text: str) -> str:
    """The same with everything that a terminal would not print written out."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


class RequestLines:
    """Gives each request an id, which its answer and its lines carry, and writes a line when it is over."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on. What its line says of it is ours: the route, not the path; never a header."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        own, since, status = secrets.token_hex(REQUEST_BYTES), time.perf_counter(), 0
        REQUEST.set(own)

        async def with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["x-request-id"] = own
            elif message["type"] == "websocket.close":
                status = message.get("code", 1000)
            await send(message)

        try:
            await self._app(scope, receive, with_id)
        except Exception:
            status = status or 500
            raise
        finally:
            if log.isEnabledFor(logging.INFO):
                log.info("answered", extra={"about": _about(scope, status, time.perf_counter() - since)})


def _about(scope: Scope, status: int, seconds: float) -> dict[str, str | int | float]:
    method = scope.get("method", "SOCKET")
    named = method if method in METHODS or method == "SOCKET" else "OTHER"
    return {"method": named, "route": _route(scope), "status": status, "ms": round(seconds * 1_000, 1)}


def _route(scope: Scope) -> str:
    """The pattern of the page that was asked for, which holds no code and no key; `none` where there is no page."""
    if "route" not in scope:
        return "/static" if scope["path"].startswith("/static/") else "none"
    # The API is an application of its own, below a path of its own.
    return f"{scope.get('root_path', '')}{scope['route'].path}"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error and those that it came from."""
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        yield at
        seen.add(id(at))
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)


def _in_brackets(text: str) -> str:
    return f"[{text}]" if text else ""
