"""A line on the short way: what is ready goes out in this turn of the loop, what comes in is heard where it arrives.

A browser that reads nothing is pushed nothing: its outbox keeps the newest of each region until it takes more.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from boardsup.room.outbox import Outbox
from boardsup.web.straight import Straight

log = logging.getLogger("boardsup.live")


class ShortLine:
    """Ties an outbox and an ear to a protocol, for as long as that lives."""

    __slots__ = ("_ear", "_is_due", "_loop", "_outbox", "_protocol")

    def __init__(self, protocol: Straight, outbox: Outbox, ear: Callable[[str], bool]) -> None:
        """`ear` does what a message says, or says that it did not."""
        self._protocol, self._outbox, self._ear = protocol, outbox, ear
        self._loop = asyncio.get_running_loop()
        self._is_due = False
        outbox.on_ready = self._ready
        protocol.drained = self._soon
        protocol.hear = self._hear
        self._soon()

    def cut(self) -> None:
        """Let go of both, so that neither keeps the other in memory."""
        self._outbox.on_ready = self._protocol.drained = self._protocol.hear = None

    def _ready(self, is_all: bool) -> None:  # noqa: FBT001 (called by position)
        """What a commit has let go goes out as it is; for all else there may be more in this turn."""
        if is_all and not self._is_due:
            self._send()
        else:
            self._soon()

    def _soon(self) -> None:
        """Once in this turn of the loop, whatever else becomes ready in it."""
        if not self._is_due and self._outbox.has_any:
            self._is_due = True
            self._loop.call_soon(self._send)

    def _send(self) -> None:
        self._is_due = False
        if self._outbox.has_any and self._protocol.can_push():
            self._protocol.push(self._outbox.take_now() or ".")

    def _hear(self, text: str) -> bool:
        try:
            return self._ear(text)
        except Exception:
            log.exception("a line ended by a fault of ours")
            self._protocol.transport.abort()
            return True
