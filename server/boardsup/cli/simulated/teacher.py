"""The simulated teacher: signs in, makes the sample class, starts the lesson, and presses what the console offers."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from contextlib import suppress

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from boardsup.cli.simulated.browser import Browser, send
from boardsup.cli.simulated.page import Page

_TILE = re.compile(r'name="student" value="([^"]+)"')


class ConsoleOperator:
    """A teacher at the console."""

    def __init__(self, origin: str) -> None:
        self.browser = Browser(origin)
        self.page = Page()
        self.code = ""
        self._line: ClientConnection | None = None
        self._changed = asyncio.Condition()

    async def begin(self, signin_path: str, plan: str) -> str:
        """Sign in by the one-time link, take the sample class, start a lesson; returns its code."""
        await self.browser.get(signin_path)
        _, desk = await self.browser.post("/desk/classes/sample", {})
        class_path = _first(r'action="(/desk/classes/[^/"]+)/lessons"', desk)
        _, console = await self.browser.post(f"{class_path}/lessons", {"plan": plan})
        self.code = _first(r'data-room="([^"]+)"', console)
        return self.code

    async def students(self) -> list[str]:
        """The ids on the tiles, as any device at the door sees them."""
        _, page = await Browser(self.browser.origin).get(f"/room/{self.code}")
        return list(dict.fromkeys(_TILE.findall(page)))

    async def watch(self) -> None:
        """Keep the console open."""
        with suppress(ConnectionClosed):
            self._line = await self.browser.live(self.code, "console")
            async for frame in self._line:
                async with self._changed:
                    self.page.swap(str(frame))
                    self._changed.notify_all()

    async def press(self, do: str, **fields: str) -> None:
        """Press a button of the console; waits until the console offers it."""
        form: dict[str, str] | None = None

        def is_offered() -> bool:
            nonlocal form
            form = self.page.form(do, **fields)
            return form is not None

        await self.sees(is_offered)
        assert self._line is not None
        assert form is not None
        await send(self._line, form)

    async def sees(self, is_so: Callable[[], bool], *, within: float = 30.0) -> None:
        """Wait until the console shows what is waited for. Raises TimeoutError after `within` seconds."""
        async with asyncio.timeout(within), self._changed:
            await self._changed.wait_for(is_so)

    def says(self, region: str, pattern: str) -> re.Match[str] | None:
        """What a region says, as plain text."""
        return re.search(pattern, words(self.page.regions.get(region, "")))


def words(html: str) -> str:
    """The text of a piece of HTML, its tags replaced by single spaces."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)).strip()


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    if found is None:
        raise LookupError(f"the page does not hold {pattern}")
    return found.group(1)
