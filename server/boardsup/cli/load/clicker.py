"""A student's device in a load: it joins, taps its tile, hands in when it is told to, and notes what it sees.

It keeps no page. What has no receipt when the line is lost goes out once more on the next one, in its order, as the
island in the browser does it.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import time
from collections.abc import Callable
from contextlib import suppress

from boardsup.cli.load.hand_ins import HandIn, Seen
from boardsup.cli.load.line import Address, Line, open_line
from boardsup.cli.simulated.browser import Browser

BACK_AFTER = (0.25, 2.0)
"""Seconds until a lost line is tried again, at random between these: as the page does it."""

FOR_GOOD = (4001, 4003, 4004, 4009)
"""Codes of a close after which coming back makes no sense."""

BEAT = b'{"do":"beat"}'

_SEAT = re.compile(rb'data-seat="([^"]*)"')
_RECEIPTS = re.compile(rb'data-receipts="([^"]*)"')
_SETTLED = re.compile(rb'data-settles="([^":]+):(\d+)"')


class Clicker:
    """One device with one tile of one lesson. `slow`: it reads nothing once `stop_reading` was called.

    `on_saved` is called for each hand-in that has its receipt.
    """

    def __init__(self, where: Address, code: str, student: str, seen: Seen, *, slow: bool = False) -> None:
        self.code, self.student, self.seen = code, student, seen
        self.is_slow, self.is_leaving = slow, False
        self.seated: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.whole: asyncio.Event = asyncio.Event()
        self.tasks = self.length = 0
        self.on_saved: Callable[[], None] | None = None
        self.whole_at = 0.0
        self._where = where
        self._browser = Browser(where.origin)
        self._line: Line | None = None
        self._number: dict[str, int] = {}
        self._heard: dict[str, int] = {}
        self._unsaved: list[HandIn] = []
        self._chance = random.Random(student)
        self._coming_back: asyncio.Task[None] | None = None
        self._tapped = False

    async def join(self) -> None:
        """Open the page, then the line, tap the tile, and wait until it is taken."""
        await self._browser.get(f"/room/{self.code}")
        await self._dial()
        await self.seated

    def hand_in(self, question: str, text: str, due: float) -> HandIn:
        """Hand in under the next number, at once."""
        number = self._number[question] = self._number.get(question, 0) + 1
        one = HandIn((self.code, self.student, question, number), text, due)
        self.seen.hand_ins[one.key] = one
        self._unsaved.append(one)
        self._send(one)
        return one

    def say(self, **fields: str) -> None:
        """Send anything else that a page says."""
        if self._line is not None:
            self._line.send(json.dumps(fields).encode())

    def beat(self) -> None:
        """A sign of life."""
        if self._line is not None:
            self._line.send(BEAT)

    def cut(self) -> None:
        """Lose the line; the device comes back by itself."""
        self.whole.clear()
        if self._line is not None:
            self._line.abort()

    def stop_reading(self) -> None:
        """Read nothing more."""
        if self._line is not None:
            self._line.stop_reading()

    async def leave(self) -> None:
        """Go for good."""
        self.is_leaving = True
        if self._coming_back is not None:
            self._coming_back.cancel()
            with suppress(asyncio.CancelledError):
                await self._coming_back
        if self._line is not None:
            if self.is_slow:
                self._line.abort()
            await self._line.close()

    async def _dial(self) -> None:
        cookie = "; ".join(f"{name}={value}" for name, value in self._browser.cookies.items())
        # Its first frame may come before this goes on.
        line = self._line = Line(self._hear, lambda code: self._lost(line, code))
        try:
            await open_line(line, f"/room/{self.code}/live?v=1&page=student", self._where, cookie, slow=self.is_slow)
        except BaseException:
            self._line = None
            raise
        for one in self._unsaved:
            self._send(one)

    def _send(self, one: HandIn) -> None:
        if self._line is None:
            return
        one.sent = one.sent or time.perf_counter()
        _, _, question, number = one.key
        fields = {"do": "answer", "question": question, "number": str(number), "text": one.text}
        self._line.send(json.dumps(fields).encode())

    def _lost(self, line: Line, code: int) -> None:
        if self._line is not line:
            return
        self._line = None
        self.whole.clear()
        is_coming = self._coming_back is not None and not self._coming_back.done()
        if not self.is_leaving and code not in FOR_GOOD and not is_coming:
            self._coming_back = asyncio.get_running_loop().create_task(self._come_back())

    async def _come_back(self) -> None:
        while self._line is None:
            await asyncio.sleep(self._chance.uniform(*BACK_AFTER))
            with suppress(OSError, TimeoutError):
                async with asyncio.timeout(10):
                    await self._dial()

    def _hear(self, frame: bytes) -> None:
        if frame == b".":
            return
        now = time.perf_counter()
        self.seen.frames += 1
        if (seat := _SEAT.search(frame)) is not None:
            self._seat(seat[1].decode())
        if b'id="task"' in frame:
            self.tasks += 1
            self.length = len(frame)
            self._tap(frame)
        if (receipts := _RECEIPTS.search(frame)) is not None:
            self._receipts(receipts[1].decode(), now)
        if (settled := _SETTLED.search(frame)) is not None:
            self._refused(settled[1].decode(), int(settled[2]))

    def _seat(self, seat: str) -> None:
        """Whose page this is. Another student's would be the worst that a server can do."""
        if seat == self.student:
            self.whole_at = time.perf_counter()
            self.whole.set()
            if not self.seated.done():
                self.seated.set_result(None)
        elif seat:
            self.seen.strange += 1

    def _tap(self, frame: bytes) -> None:
        if not self._tapped and not self.seated.done() and b'value="sit"' in frame:
            self._tapped = True
            self.say(do="sit", student=self.student)

    def _receipts(self, text: str, now: float) -> None:
        for part in text.split():
            question, _, digits = part.rpartition(":")
            number = int(digits)
            if number < self._heard.get(question, 0):
                self.seen.backwards += 1
            if number > self._number.get(question, 0):
                self.seen.strange += 1
            self._heard[question] = number
            for one in [one for one in self._unsaved if one.key[2] == question and one.key[3] <= number]:
                one.saved = now
                self._unsaved.remove(one)
                if self.on_saved is not None:
                    self.on_saved()

    def _refused(self, question: str, number: int) -> None:
        for one in [one for one in self._unsaved if one.key[2:] == (question, number)]:
            one.is_refused = True
            self._unsaved.remove(one)
