"""One simulated student: joins, taps a tile, answers what comes up, and keeps every receipt."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from boardsup.cli.simulated.browser import Browser, send
from boardsup.cli.simulated.page import Page, receipts

Thinks = Callable[[dict[str, str]], Awaitable[dict[str, str] | None]]
"""What a student does with a form for a question: the fields to hand in, after some time, or nothing."""


class Pupil:
    """A student on a device of their own."""

    def __init__(self, origin: str, code: str, student: str, thinks: Thinks) -> None:
        self.browser, self.code, self.student, self.thinks = Browser(origin), code, student, thinks
        self.page = Page()
        self.sent: dict[str, dict[str, str]] = {}
        self.received: dict[str, int] = {}
        self._busy: dict[str, asyncio.Task[None]] = {}

    async def live(self) -> None:
        """Stay in the lesson until the line closes for good."""
        await self.browser.get(f"/room/{self.code}")
        with suppress(ConnectionClosed):
            line = await self.browser.live(self.code, "student")
            beating = asyncio.create_task(_beat(line))
            try:
                async for frame in line:
                    await self._look(line, str(frame))
            finally:
                beating.cancel()
                for task in self._busy.values():
                    task.cancel()
                await line.close()

    async def _look(self, line: ClientConnection, frame: str) -> None:
        """See what has changed, and begin to think about what is new."""
        changed = self.page.swap(frame)
        if "saved" in changed:
            for question, number in receipts(self.page.regions["saved"]).items():
                self.received[question] = max(number, self.received.get(question, 0))
        if "task" not in changed:
            return
        if (tile := self.page.form("sit", student=self.student)) is not None:
            await send(line, tile)
        for do in ("answer", "share"):
            form = self.page.form(do)
            if form is not None and form["question"] not in self._busy:
                self._busy[form["question"]] = asyncio.create_task(self._think(line, form))

    async def _think(self, line: ClientConnection, form: dict[str, str]) -> None:
        handed_in = await self.thinks(form)
        if handed_in is not None:
            handed_in["number"] = str(self.received.get(form["question"], 0) + 1)
            self.sent[form["question"]] = handed_in
            with suppress(ConnectionClosed):
                await send(line, handed_in)


async def _beat(line: ClientConnection) -> None:
    with suppress(ConnectionClosed):
        while True:
            await asyncio.sleep(3)
            await send(line, {"do": "beat"})
