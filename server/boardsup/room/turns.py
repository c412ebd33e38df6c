"""Taking turns: something that may be asked for a thousand times a second happens at most so often, one at a time."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable

log = logging.getLogger("boardsup.turns")


class OneByOne:
    """Does what is due one thing at a time, and lets the loop see to its sockets in between.

    Thirty consoles that are due in the same moment would otherwise hold up every answer until all are drawn.
    """

    __slots__ = ("_due",)

    def __init__(self) -> None:
        self._due: deque[Callable[[], None]] = deque()

    def add(self, action: Callable[[], None]) -> None:
        """Have this done, after what is due already."""
        self._due.append(action)
        if len(self._due) == 1:
            asyncio.get_running_loop().call_soon(self._next)

    def _next(self) -> None:
        try:
            self._due[0]()
        except Exception:
            log.exception("a screen could not be drawn; the others go on")
        self._due.popleft()
        if self._due:
            asyncio.get_running_loop().call_soon(self._next)


REST = 10
"""A turn is followed by at least this many times its own length, so that none takes more than a tenth of the loop."""


class Turn:
    """Does its action soon when it has not for a while, else as soon as its interval is over."""

    __slots__ = ("_action", "_interval", "_is_due", "_next", "_queue", "_timer")

    def __init__(self, interval: float, action: Callable[[], None], queue: OneByOne) -> None:
        """`interval` in seconds; `queue` is what all turns of the process share."""
        self._interval = interval
        self._action = action
        self._queue = queue
        self._next = float("-inf")
        self._timer: asyncio.TimerHandle | None = None
        self._is_due = False

    def ask(self) -> None:
        """Have it done, soon; asking again before then changes nothing."""
        if self._timer is None and not self._is_due:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_at(max(loop.time(), self._next), self._join)

    def take(self) -> None:
        """Do it now."""
        loop = asyncio.get_running_loop()
        self.cancel()
        began = loop.time()
        self._action()
        self._next = max(self._next, began + max(self._interval, REST * (loop.time() - began)))

    def rest(self, seconds: float) -> None:
        """Not again before so many seconds from now."""
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)

    def cancel(self) -> None:
        """Forget what was asked for."""
        self._is_due = False
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _join(self) -> None:
        self._timer, self._is_due = None, True
        self._queue.add(self._take_if_due)

    def _take_if_due(self) -> None:
        if self._is_due:
            self.take()
