"""Requests that trickle in, or never come: bounded in time, in number and in size, so that nobody else waits for them.

A connection owes us the rest of a request from the moment it is made, or its next one begins, until that request is
whole. Who owes too long is dropped, and where too many owe, the one that has owed the longest. Never by address.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import OrderedDict
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_WITHIN, BODY_WITHIN = 10.0, 60.0
"""Seconds for the lines before a body, from the first byte or the connection on; for the body, 5 MB on a slow line."""

LARGEST_HEAD = 32_768
"""Bytes of these lines. Ours are under 2 kB."""

TOO_LARGE = b"HTTP/1.1 431 Too large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"

MOST_OWING = 5_000
"""Connections that may owe at once, and never more than half of what may be open. A school owes for milliseconds."""

LOOK_EVERY = 0.5


class Owing:
    """The connections that owe, those whose time is over first; heads and bodies apart, as they have other times."""

    def __init__(self, *, most: int = MOST_OWING, head: float = HEAD_WITHIN, body: float = BODY_WITHIN) -> None:
        self.most, self._times = most, {"head": head, "body": body}
        self._owing: dict[str, OrderedDict[Impatient, float]] = {"head": OrderedDict(), "body": OrderedDict()}
        self._looking: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        """How many owe."""
        return sum(map(len, self._owing.values()))

    def owes(self, connection: Impatient, what: str) -> None:
        """From now on this one owes a head or a body."""
        self.paid(connection)
        loop = connection.loop
        self._owing[what][connection] = loop.time() + self._times[what]
        if len(self) > self.most:
            heads, bodies = self._owing["head"], self._owing["body"]
            self._drop(next(iter(heads or bodies)))
        if self._looking is None:
            self._looking = loop.call_later(LOOK_EVERY, self._look, loop)

    def paid(self, connection: Impatient) -> None:
        """It owes nothing any more."""
        for owing in self._owing.values():
            owing.pop(connection, None)

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        """Drop those whose time is over, and look again while anybody owes."""
        for owing in self._owing.values():
            while owing and next(iter(owing.values())) <= loop.time():
                self._drop(next(iter(owing)))
        self._looking = loop.call_later(LOOK_EVERY, self._look, loop) if len(self) else None

    def _drop(self, connection: Impatient) -> None:
        self.paid(connection)
        connection.transport.abort()


class Impatient(HttpToolsProtocol):
    """uvicorn's own reader of requests, which notes who owes us what."""

    owing = Owing()

    def __init__(self, *positional: Any, **named: Any) -> None:
        super().__init__(*positional, **named)
        self._head: int | None = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's own has it
        """Somebody is there, and owes a head."""
        super().connection_made(transport)
        self.owing.owes(self, "head")

    def connection_lost(self, exc: Exception | None) -> None:
        """It is gone."""
        self.owing.paid(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Some bytes. Those of a head are counted."""
        if self._head is None and (self.cycle is None or not self.cycle.more_body):
            self._head = 0
            self.owing.owes(self, "head")
        if self._head is not None:
            self._head += len(data)
            if self._head > LARGEST_HEAD and b"\r\n\r\n" not in data:
                self.transport.write(TOO_LARGE)
                self.transport.close()
                return
        super().data_received(data)

    def on_headers_complete(self) -> None:
        """The head is whole; a body may follow."""
        self._head = None
        self.owing.owes(self, "body")
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The request is whole."""
        self._head = None
        self.owing.paid(self)
        super().on_message_complete()

    def handle_websocket_upgrade(self) -> None:
        """The line is a socket's from here on, which has a heartbeat of its own."""
        self.owing.paid(self)
        super().handle_websocket_upgrade()
        # It refers back here, and nobody says that this connection is lost: both would stay in memory.
        self.parser = None  # type: ignore[assignment]  # as uvicorn's own does when a connection is lost


def allow_many_files() -> None:
    """Let this process open as many connections as the machine allows, half of which may owe."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft != hard:
            resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        if hard != resource.RLIM_INFINITY:
            Impatient.owing.most = min(MOST_OWING, hard // 2)
