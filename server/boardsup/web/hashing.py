"""Passwords are hashed beside the event loop, two at once: each takes a tenth of a second and 64 MB."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

AT_ONCE = 2
MOST_WAITING = 40
"""Who comes after so many is told to come again: the wait would be longer than a browser's patience."""

Found = TypeVar("Found")


class TooBusy(Exception):
    """Too many passwords wait to be looked at."""


class Hashing:
    """The two places, and those who wait for one."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0

    async def run(self, hash: Callable[..., Found], *of: str) -> Found:
        """Hash or compare, in a thread. Raises `TooBusy`."""
        if self._waiting >= MOST_WAITING:
            raise TooBusy
        self._waiting += 1
        try:
            async with self._places:
                return await asyncio.to_thread(hash, *of)
        finally:
            self._waiting -= 1
