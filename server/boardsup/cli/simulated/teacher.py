"""The simulated teacher: signs in, makes a class, starts a lesson, and presses what the console offers."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from contextlib import suppress

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from boardsup.cli.simulated.browser import Browser, send
from boardsup.cli.simulated.page import Form, Page

_TILE = re.compile(r'name="student" value="([^"]+)"')
_WORKING = re.compile(r"(\d+) (?:working|away)")


class ConsoleOperator:
    """A teacher at the console of one lesson. Several lessons share one signed-in browser."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.page = Page()
        self.code = ""
        self.class_path = ""
        self.frames = 0
        self._line: ClientConnection | None = None
        self._changed = asyncio.Condition()

    async def sign_in(self, path: str) -> None:
        """Open the one-time link."""
        await self.browser.get(path)

    async def start(self, plan: str, names: str = "") -> str:
        """Make a class of these names, or the sample class, and start a lesson in it; returns its code."""
        made = {"name": "Period 3", "names": names}
        _, desk = await self.browser.post("/desk/classes" if names else "/desk/classes/sample", made if names else {})
        lessons = _first(r'action="(/desk/classes/[^/"]+/lessons)"', desk)
        self.class_path = lessons.removesuffix("/lessons")
        _, console = await self.browser.post(lessons, {"plan": plan})
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
                    self.frames += frame != "."
                    self._changed.notify_all()

    async def leave(self) -> None:
        """Close the console."""
        if self._line is not None:
            await self._line.close()

    async def press(self, do: str, **fields: str) -> None:
        """Press a button of the console; waits until the console offers it."""
        form: Form | None = None

        def is_offered() -> bool:
            nonlocal form
            form = self.page.form(do, **fields)
            return form is not None

        await self.sees(is_offered)
        assert self._line is not None
        assert form is not None
        await send(self._line, form)

    async def type(self, form: Form) -> None:
        """Send a form that the teacher filled in."""
        assert self._line is not None
        await send(self._line, form)

    async def open(self, segment: str) -> None:
        """Put a segment before the class, and wait until it is there."""
        await self.press("open", segment=segment)
        await self.sees(lambda: self.is_at(segment))

    async def sees(self, is_so: Callable[[], bool], *, within: float = 30.0) -> None:
        """Wait until the console shows what is waited for. Raises TimeoutError after `within` seconds."""
        async with asyncio.timeout(within), self._changed:
            await self._changed.wait_for(is_so)

    def offers(self, do: str, **fields: str) -> bool:
        """Is there a button for this?"""
        return self.page.form(do, **fields) is not None

    def segments(self) -> list[str]:
        """The ids on the agenda, in order."""
        return list(dict.fromkeys(f["segment"] for f in self.page.forms("agenda") if f.get("do") == "open"))

    def is_at(self, segment: str) -> bool:
        """Is this segment before the class?"""
        return any(f.get("do") != "open" and f.get("segment") == segment for f in self.page.forms("stage"))

    def is_named(self) -> bool:
        """Is the called student's name on the wall?"""
        return self.says("calling", "on the wall") is not None

    def working(self) -> int | None:
        """How many answers are still to come, over all questions; None while nothing is asked."""
        text = self.page.words("tallies")
        return sum(int(found) for found in _WORKING.findall(text)) if text else None

    def says(self, region: str, pattern: str) -> re.Match[str] | None:
        """What a region says, as plain text."""
        return re.search(pattern, self.page.words(region))


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    if found is None:
        raise LookupError(f"the page does not hold {pattern}")
    return found.group(1)
