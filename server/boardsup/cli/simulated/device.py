"""One student's device: keeps the line, sends again what is not saved yet, and keeps every receipt.

It does what the island in the browser does. When the line is lost it comes back by itself, with the same cookie and
the same tile, and whatever it has no receipt for goes out once more under its old number.
"""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections.abc import Callable
from contextlib import suppress

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed, WebSocketException

from boardsup.cli.simulated.browser import Browser, send
from boardsup.cli.simulated.page import Form, Page, receipts

BEAT = 3.0
"""Seconds between two signs of life."""

BACK_AFTER = (0.05, 0.5)
"""Seconds until a lost line is tried again, at random between these."""

AGAIN = 4.0
"""Seconds after which whatever has no receipt goes out once more, as the island does it."""

TAP_AGAIN = 1.0
"""Seconds after which a tile that still can be tapped is tapped again."""

FOR_GOOD = (4001, 4003, 4004, 4009)
"""Codes of a close after which coming back makes no sense."""

_QUESTION = re.compile(r'name="question" value="([^"]+)"')
_SETTLED = re.compile(r'data-settles="([^":]+):(\d+)"')

HandIn = tuple[str, int]
"""A question's id and the number of a hand-in."""


class Device:
    """A device that taps one tile of one lesson.

    `saved` is the highest number with a receipt, by question; `seen` holds each hand-in whose own number was on the
    screen; `given_up` those that were refused with a sentence. Where it `says_ready`, a heads-up is answered so.
    """

    def __init__(self, origin: str, code: str, student: str) -> None:
        self.browser, self.code, self.student = Browser(origin), code, student
        self.page = Page()
        self.saved: dict[str, int] = {}
        self.seen: set[HandIn] = set()
        self.given_up: set[HandIn] = set()
        self.asked_at: dict[str, float] = {}
        self.on_task: Callable[[], None] | None = None
        self.says_ready = False
        self._outbox: dict[HandIn, Form] = {}
        self._saved_at: dict[HandIn, asyncio.Future[float]] = {}
        self._waiting: list[tuple[Callable[[], bool], asyncio.Future[None]]] = []
        self._line: ClientConnection | None = None
        self._tapped_at = float("-inf")
        self._in_reach = asyncio.Event()
        self._in_reach.set()
        self._chance = random.Random(student)

    async def live(self) -> None:
        """Keep the line until it is closed for good, or this is cancelled."""
        while not await self._open_page():
            await self._pause()
        while await self._in_reach.wait():
            with suppress(OSError, WebSocketException, TimeoutError):
                self._line = await self.browser.live(self.code, "student")
                beating = asyncio.create_task(_beat(self._line))
                insisting = asyncio.create_task(self._insist(self._line))
                try:
                    await self._read(self._line)
                finally:
                    beating.cancel()
                    insisting.cancel()
                    await self._line.close()
                if self._line.close_code in FOR_GOOD:
                    return
            await self._pause()

    async def sees(self, is_so: Callable[[], bool], *, within: float = 60.0) -> None:
        """Wait until this device has heard what is waited for. Raises TimeoutError after `within` seconds."""
        if not is_so():
            until: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append((is_so, until))
            async with asyncio.timeout(within):
                await until

    async def sits(self) -> None:
        """Wait until the tile is taken and the lesson is on the screen."""
        await self.sees(lambda: "task" in self.page.regions and 'value="sit"' not in self.page.regions["task"])

    async def is_asked(self, question: str) -> None:
        """Wait until this question has been on the screen."""
        await self.sees(lambda: question in self.asked_at)

    async def hand_in(self, form: Form) -> float:
        """Hand in under the next number, and wait until it is saved; the seconds that took."""
        began = time.perf_counter()
        return await self.put(form) - began

    def put(self, form: Form) -> asyncio.Future[float]:
        """Hand in under the next number; the future holds the moment of its receipt."""
        question = form["question"]
        number = 1 + max([self.saved.get(question, 0), *(n for q, n in self._saved_at if q == question)])
        hand_in = (question, number)
        self._outbox[hand_in] = {**form, "number": str(number)}
        receipt = self._saved_at[hand_in] = asyncio.get_running_loop().create_future()
        if self._line is not None and self._in_reach.is_set():
            self._sending = asyncio.ensure_future(_try(self._line, self._outbox[hand_in]))
        return receipt

    async def glimpse(self, form: Form) -> None:
        """Say what is never counted and has no receipt, as a drawing while it grows."""
        if self._line is not None and self._in_reach.is_set():
            await _try(self._line, form)

    @property
    def unsaved(self) -> int:
        """How many hand-ins have neither a receipt nor a sentence that settles them."""
        return len(self._outbox)

    def hold(self) -> None:
        """Go out of reach: what is handed in from now on stays on this device until `go_on`."""
        self._in_reach.clear()
        self.drop()

    def go_on(self) -> None:
        """Be in reach again."""
        self._in_reach.set()

    def drop(self) -> None:
        """Cut the line, as a network does; it comes back by itself."""
        if self._line is not None:
            self._line.transport.abort()

    async def _open_page(self) -> bool:
        with suppress(OSError, IndexError, ValueError):
            status, _ = await self.browser.get(f"/room/{self.code}")
            return status == 200
        return False

    async def _pause(self) -> None:
        await asyncio.sleep(self._chance.uniform(*BACK_AFTER))

    async def _insist(self, line: ClientConnection) -> None:
        """What could not be saved a moment ago is sent again by itself."""
        while True:
            await asyncio.sleep(AGAIN)
            for form in list(self._outbox.values()):
                await _try(line, form)

    async def _read(self, line: ClientConnection) -> None:
        for form in list(self._outbox.values()):
            await send(line, form)
        with suppress(ConnectionClosed):
            async for frame in line:
                await self._look(line, str(frame), time.perf_counter())

    async def _look(self, line: ClientConnection, frame: str, now: float) -> None:
        changed = self.page.swap(frame)
        if "saved" in changed:
            for question, number in receipts(self.page.regions["saved"]).items():
                self._keep(question, number, now)
        if "notice" in changed and (settled := _SETTLED.search(self.page.regions["notice"])):
            self._give_up((settled[1], int(settled[2])))
        if "trouble" in changed and not self.page.words("trouble"):
            for form in list(self._outbox.values()):
                await send(line, form)
        if "heads-up" in changed and self.says_ready and (ready := self.page.form("reply", to="ready")):
            await send(line, ready)
        if "task" in changed:
            await self._task(line, now)
        for waiting in [w for w in self._waiting if w[0]()]:
            self._waiting.remove(waiting)
            if not waiting[1].done():
                waiting[1].set_result(None)

    async def _task(self, line: ClientConnection, now: float) -> None:
        html = self.page.regions["task"]
        if 'value="sit"' in html:
            # Looked for, not parsed: a hall has hundreds of tiles, and hundreds of devices that look at them.
            if f'value="{self.student}"' in html and now - self._tapped_at > TAP_AGAIN:
                self._tapped_at = now
                await send(line, {"do": "sit", "student": self.student})
            return
        if found := _QUESTION.search(html):
            self.asked_at.setdefault(found[1], now)
        if self.on_task is not None:
            self.on_task()

    def _keep(self, question: str, number: int, now: float) -> None:
        if number:
            self.seen.add((question, number))
        self.saved[question] = max(number, self.saved.get(question, 0))
        for hand_in in [h for h in self._outbox if h[0] == question and h[1] <= number]:
            del self._outbox[hand_in]
            receipt = self._saved_at[hand_in]
            if not receipt.done():
                receipt.set_result(now)

    def _give_up(self, hand_in: HandIn) -> None:
        """The class has moved on, and this device was told so."""
        if self._outbox.pop(hand_in, None) is not None:
            self.given_up.add(hand_in)
            self._saved_at[hand_in].cancel()


async def _try(line: ClientConnection, form: Form) -> None:
    with suppress(ConnectionClosed):
        await send(line, form)


async def _beat(line: ClientConnection) -> None:
    with suppress(ConnectionClosed):
        while True:
            await asyncio.sleep(BEAT)
            await send(line, {"do": "beat"})
