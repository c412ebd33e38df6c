"""Lessons with their students on real sockets: what a bench puts its load on."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from boardsup.cli.simulated.device import Device
from boardsup.cli.simulated.teacher import ConsoleOperator

JOINING_AT_ONCE = 50
"""Devices that open their page and socket at the same time."""


@dataclass
class Classroom:
    """A lesson: its teacher at the console, its devices."""

    teacher: ConsoleOperator
    devices: list[Device] = field(default_factory=list)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def seat(self, size: int) -> None:
        """Everybody joins."""
        self.tasks.append(asyncio.create_task(self.teacher.watch()))
        tiles = (await self.teacher.students())[:size]
        self.devices = [Device(self.teacher.browser.origin, self.teacher.code, tile) for tile in tiles]
        gate = asyncio.Semaphore(JOINING_AT_ONCE)

        async def join(device: Device) -> None:
            async with gate:
                self.tasks.append(asyncio.create_task(device.live()))
                await device.sits()

        await asyncio.gather(*(join(device) for device in self.devices))

    async def leave(self) -> None:
        """Everybody goes."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
