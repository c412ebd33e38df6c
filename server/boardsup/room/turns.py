"""Taking turns: something that may be asked for a thousand times a second happens at most so often."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Turn:
    """Does its action at once when it has not for a while, else as soon as its interval is over."""

    __slots__ = ("_action", "_interval", "_last", "_timer")

    def __init__(self, interval: float, action: Callable[[], None]) -> None:
        """`interval` in seconds."""
        self._interval = interval
        self._action = action
        self._last = float("-inf")
        self._timer: asyncio.TimerHandle | None = None

    def ask(self) -> None:
        """Have it done, soon; asking again before then changes nothing."""
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_at(max(loop.time(), self._last + self._interval), self.take)

    def take(self) -> None:
        """Do it now."""
        self.cancel()
        self._last = asyncio.get_running_loop().time()
        self._action()

    def cancel(self) -> None:
        """Forget what was asked for."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
