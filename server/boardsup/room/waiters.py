"""Those who wait until an event is durable, or known not to have happened: in the order of the events."""

from __future__ import annotations

import asyncio
from collections import deque


class Waiters:
    """Futures by the number of the event that they wait for; numbers never go down."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[int, asyncio.Future[None]]] = deque()

    async def until(self, seq: int) -> None:
        """Wait for the event of this number."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((seq, waiter))
        await waiter

    def go_on(self, seq: int | None) -> None:
        """Let those go on who waited for `seq` or an earlier one; without one, all of them."""
        while self._waiting and (seq is None or self._waiting[0][0] <= seq):
            waiter = self._waiting.popleft()[1]
            if not waiter.done():
                waiter.set_result(None)
