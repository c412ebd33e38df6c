"""What one browser tab has yet to be sent: the newest HTML of each region, and nothing else.

A newer unsent region replaces the older one, so a slow Chromebook costs one page of memory. A frame is held back
until the event that it was rendered from is durable: what is shown has been saved.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

Frame = tuple[int, str]
"""The sequence number of the newest event that a region shows, and its HTML."""


class Outbox:
    """The frames of one tab, by region."""

    __slots__ = ("_beat", "_durable", "_ready", "_waiting", "_wake", "on_ready")

    def __init__(self, durable: int = 0) -> None:
        """`on_ready`, where it is set, hears that something may be there to send; with True, that it is all for now."""
        self.on_ready: Callable[[bool], None] | None = None
        self._durable = durable
        self._ready: dict[str, str] = {}
        self._waiting: dict[str, tuple[Frame, Frame]] = {}
        self._wake = asyncio.Event()
        self._beat = False

    def put(self, region: str, html: str, seq: int) -> bool:
        """Keep the newest frame of a region. True when it has to wait for its event to be durable.

        Of the waiting frames of a region the oldest is kept beside the newest, so that a disk that is slower than
        the changes still lets something through.
        """
        if seq <= self._durable:
            self._waiting.pop(region, None)
            self._ready[region] = html
            self._ring()
            return False
        newest = (seq, html)
        waiting = self._waiting.get(region)
        self._waiting[region] = (newest, newest) if waiting is None else (waiting[0], newest)
        return True

    @property
    def depth(self) -> int:
        """Frames that wait: to be sent, or for their event to be durable."""
        return len(self._ready) + len(self._waiting)

    def release(self, durable: int) -> None:
        """Let go of what is durable by now."""
        self._durable = durable
        for region, (oldest, newest) in tuple(self._waiting.items()):
            if newest[0] <= durable:
                self._ready[region] = newest[1]
                del self._waiting[region]
            elif oldest[0] <= durable:
                self._ready[region] = oldest[1]
                self._waiting[region] = (newest, newest)
        self._ring(is_all=True)

    def forget(self, durable: int) -> None:
        """Drop what never became durable; from here on this is what is."""
        self._durable = durable
        self._waiting.clear()
        self._ring()

    def answer_beat(self) -> None:
        """Have a heartbeat sent, with or without anything else."""
        self._beat = True
        self._ring()

    async def take(self) -> str:
        """Wait for something to send: all regions that are ready, or an empty text for a mere heartbeat."""
        await self.any()
        return self.take_now()

    def take_now(self) -> str:
        """The same, of what `has_any`."""
        self._beat = False
        return self.drain()

    @property
    def has_any(self) -> bool:
        """Is there something to send now?"""
        return self._beat or bool(self._ready)

    async def any(self) -> None:
        """Wait until something is ready, or a heartbeat is due."""
        while not (self._ready or self._beat):
            self._wake.clear()
            await self._wake.wait()

    async def settled(self) -> None:
        """Wait until everything that is held back at this moment is durable, or known not to have happened."""
        newest = max((newest[0] for _, newest in self._waiting.values()), default=0)
        while self._waiting and self._durable < newest:
            self._wake.clear()
            await self._wake.wait()

    @property
    def holds_back(self) -> bool:
        """Is anything not durable yet?"""
        return bool(self._waiting)

    def _ring(self, *, is_all: bool = False) -> None:
        self._wake.set()
        if self.on_ready is not None:
            self.on_ready(is_all)

    def drain(self) -> str:
        """Everything that is ready, as one piece of HTML."""
        if len(self._ready) == 1:
            return self._ready.popitem()[1]
        html = "".join(self._ready.values())
        self._ready.clear()
        return html
