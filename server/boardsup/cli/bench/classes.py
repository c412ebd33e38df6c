"""Lessons with their students on real sockets: what a bench puts its load on."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, field

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from boardsup.cli.simulated.browser import Browser, send
from boardsup.cli.simulated.page import receipts
from boardsup.cli.simulated.teacher import ConsoleOperator

JOINING_AT_ONCE = 50
"""Devices that open their page and socket at the same time."""


class Device:
    """One student's device: when it was asked something, what it sent and when that was saved."""

    def __init__(self, origin: str, code: str, student: str) -> None:
        self.student, self.code = student, code
        self.saved: dict[str, int] = {}
        self._browser = Browser(origin)
        self._line: ClientConnection | None = None
        self._seated = asyncio.Event()
        self._asked: dict[str, asyncio.Future[float]] = {}
        self._waiting: tuple[str, int, asyncio.Future[float]] | None = None
        self._reading: asyncio.Task[None] | None = None

    async def join(self) -> None:
        """Open the page and the line, and tap the tile."""
        await self._browser.get(f"/room/{self.code}")
        self._line = await self._browser.live(self.code, "student")
        self._reading = asyncio.create_task(self._read(self._line))
        await send(self._line, {"do": "sit", "student": self.student})
        await self._seated.wait()

    async def answer(self, question: str, text: str) -> float:
        """Hand in, and wait until it is saved; returns how long that took, in seconds."""
        assert self._line is not None
        number = self.saved.get(question, 0) + 1
        self._waiting = (question, number, asyncio.get_running_loop().create_future())
        began = time.perf_counter()
        await send(self._line, {"do": "answer", "question": question, "number": str(number), "text": text})
        return await self._waiting[2] - began

    async def until_asked(self, question: str) -> float:
        """Wait until this question is on the screen; returns when that was."""
        return await self._when(question)

    async def beat(self) -> None:
        """Say that this seat is still here."""
        assert self._line is not None
        await send(self._line, {"do": "beat"})

    async def leave(self) -> None:
        """Close the line."""
        if self._line is not None:
            await self._line.close()
        if self._reading is not None:
            await self._reading

    def _when(self, question: str) -> asyncio.Future[float]:
        return self._asked.setdefault(question, asyncio.get_running_loop().create_future())

    async def _read(self, line: ClientConnection) -> None:
        with suppress(ConnectionClosed):
            async for frame in line:
                self._look(str(frame), time.perf_counter())

    def _look(self, frame: str, now: float) -> None:
        if 'id="task"' in frame:
            if 'value="sit"' not in frame:
                self._seated.set()
            if 'value="answer"' in frame:
                question = frame.split('name="question" value="', 1)[1].split('"', 1)[0]
                if not (asked := self._when(question)).done():
                    asked.set_result(now)
        for question, number in receipts(frame).items():
            self.saved[question] = number
            waiting = self._waiting
            if waiting is not None and waiting[:2] == (question, number) and not waiting[2].done():
                waiting[2].set_result(now)


@dataclass
class Classroom:
    """A lesson: its teacher at the console, its devices."""

    teacher: ConsoleOperator
    devices: list[Device] = field(default_factory=list)
    watching: asyncio.Task[None] | None = None

    async def seat(self, size: int) -> None:
        """Everybody joins."""
        self.watching = asyncio.create_task(self.teacher.watch())
        tiles = (await self.teacher.students())[:size]
        self.devices = [Device(self.teacher.browser.origin, self.teacher.code, tile) for tile in tiles]
        gate = asyncio.Semaphore(JOINING_AT_ONCE)

        async def join(device: Device) -> None:
            async with gate:
                await device.join()

        await asyncio.gather(*(join(device) for device in self.devices))

    async def leave(self) -> None:
        """Everybody goes."""
        if self.watching is not None:
            self.watching.cancel()
        await asyncio.gather(*(device.leave() for device in self.devices))
