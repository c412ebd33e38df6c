"""One simulated student: thinks about what comes up on the device, and hands something in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from boardsup.cli.simulated.device import Device
from boardsup.cli.simulated.page import Form

Thinks = Callable[[Form], Awaitable[Form]]
"""What a student does with the form of a question: the fields to hand in, after some time."""


class Pupil:
    """A student with a device of their own."""

    def __init__(self, device: Device, thinks: Thinks) -> None:
        self.device = device
        self._thinks = thinks
        self._busy: dict[str, asyncio.Task[None]] = {}

    async def live(self) -> None:
        """Stay in the lesson until the line closes for good."""
        self.device.on_task = self._look
        self.device.says_ready = True
        try:
            await self.device.live()
        finally:
            for task in self._busy.values():
                task.cancel()

    def _look(self) -> None:
        """Begin to think about what is new."""
        for do in ("answer", "share"):
            form = self.device.page.form(do)
            if form is not None and form["question"] not in self._busy:
                self._busy[form["question"]] = asyncio.create_task(self._think(form))

    async def _think(self, form: Form) -> None:
        self.device.put(await self._thinks(form))
