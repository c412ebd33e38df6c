"""What waits until an event is durable, or known not to have happened: frames of tabs, and those who await it.

Both in the order of the events, whose numbers never go down: letting go looks at what is due, not at every tab.
"""

from __future__ import annotations

import asyncio
from collections import deque

from boardsup.room.tab import Tab


class Holding:
    """`durable` is the number of the newest durable event."""

    def __init__(self, durable: int) -> None:
        self.durable = durable
        self._tabs: deque[tuple[int, Tab]] = deque()
        self._waiting: deque[tuple[int, asyncio.Future[None]]] = deque()

    def hold(self, seq: int, tab: Tab) -> None:
        """This tab has frames that wait for the event of this number."""
        self._tabs.append((seq, tab))

    async def until(self, seq: int) -> None:
        """Wait for the event of this number."""
        if seq > self.durable:
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append((seq, waiter))
            await waiter

    def release(self, seq: int) -> None:
        """Everything up to `seq` is durable: let go of what waited for it."""
        self.durable = seq
        while self._waiting and self._waiting[0][0] <= seq:
            _go_on(self._waiting.popleft()[1])
        tabs = self._tabs
        while tabs and tabs[0][0] <= seq:
            tabs.popleft()[1].outbox.release(seq)

    def drop(self, durable: int) -> None:
        """What came after `durable` has not happened: no frame of it goes out."""
        self.durable = durable
        self._tabs.clear()

    def go_on(self) -> None:
        """Let all go on who wait."""
        while self._waiting:
            _go_on(self._waiting.popleft()[1])


def _go_on(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)
