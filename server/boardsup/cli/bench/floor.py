"""The bare server under the same loads as ours, by the same client: the floor of each ratio."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from functools import partial

from boardsup.cli.bench.bare import Bare
from boardsup.cli.load.arrivals import ANSWERS
from boardsup.cli.load.line import Line, address_of, open_line
from boardsup.cli.load.machine import cpu_seconds
from boardsup.cli.simulated.browser import Browser


class Sockets:
    """Open lines to the bare server, and how much each has heard."""

    def __init__(self, bare: Bare, path: str) -> None:
        self.bare, self.path = bare, path
        self.lines: list[Line] = []
        self.heard: list[int] = []
        self._left: list[int] = []
        self._awaited = 0
        self._done: asyncio.Future[None] | None = None
        self._texts = [
            json.dumps({"do": "answer", "question": "board.1", "number": "1", "text": text}).encode()
            for text in ANSWERS
        ]

    async def open(self, count: int, *, with_page: bool = False) -> None:
        """So many more, all at once; each with a page fetched first, as a browser does, where that is asked for."""
        first = len(self.lines)
        self.heard += [0] * count
        self._left += [0] * count
        self.lines += [Line(partial(self._hear, i), _went) for i in range(first, first + count)]
        where = address_of(self.bare.origin)

        async def one(line: Line) -> None:
            if with_page:
                await Browser(self.bare.origin).get("/")
            await open_line(line, self.path, where, "")

        await asyncio.gather(*(one(line) for line in self.lines[first:]))
        await self._until(count)

    async def echoes(self, rounds: int) -> float:
        """Each asks again as soon as it is answered, so often; CPU seconds of the bare server for one echo."""
        before = cpu_seconds(self.bare.pid)
        self._left = [rounds] * len(self.lines)
        for i in range(len(self.lines)):
            self._ask(i)
        await self._until(rounds * len(self.lines))
        return (cpu_seconds(self.bare.pid) - before) / (rounds * len(self.lines))

    async def broadcasts(self, times: int, lengths: Sequence[int]) -> float:
        """One of them says a text of each length to all, so often; CPU seconds of the bare server for one recipient."""
        before = cpu_seconds(self.bare.pid)
        for _ in range(times):
            for length in lengths:
                self.lines[0].send(b"x" * length)
                await self._until(len(self.lines))
        return (cpu_seconds(self.bare.pid) - before) / (times * len(lengths) * len(self.lines))

    async def close(self) -> None:
        """All of them go."""
        await asyncio.gather(*(line.close() for line in self.lines))

    def _ask(self, i: int) -> None:
        self._left[i] -= 1
        self.lines[i].send(self._texts[(i + self._left[i]) % len(self._texts)])

    def _hear(self, i: int, _: bytes) -> None:
        self.heard[i] += 1
        self._awaited -= 1
        if self._left[i]:
            self._ask(i)
        if self._awaited == 0 and self._done is not None and not self._done.done():
            self._done.set_result(None)

    async def _until(self, count: int) -> None:
        """Wait until so many more have been heard, counted from the last time."""
        self._awaited += count
        if self._awaited > 0:
            self._done = asyncio.get_running_loop().create_future()
            async with asyncio.timeout(120):
                await self._done


def _went(_: int) -> None:
    """Whoever goes, goes at the end."""
