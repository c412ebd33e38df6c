"""A room: the only thing that changes a lesson.

`handle` never awaits, so commands cannot interleave and need no lock. What happened goes to the journal, the lesson
moves in memory, and `screens` shows it, each frame held back until the journal has made it durable. The values that
the lesson has had since the newest durable event are kept, so that a failed commit takes back what never happened.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from functools import reduce
from time import monotonic

from boardsup.lesson.commands import Command, HeardAgain, Settle, Tick
from boardsup.lesson.events import AnswerGiven, Event
from boardsup.lesson.lesson import apply, decide
from boardsup.lesson.marking import PENDING, HardCase, hard_case, hard_cases
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import Trouble
from boardsup.lesson.state import Lesson, Seat
from boardsup.lesson.views import Names
from boardsup.lesson.who import Clock, Student, StudentId, Who
from boardsup.room.house import House
from boardsup.room.presence import Presence
from boardsup.room.screens import Screens

NOT_SAVING = "Nothing can be saved just now. Your work stays on this device and is sent again by itself."


class NotSaving(Refused):
    """Nothing can be saved now. It settles nothing: what was handed in is sent again later."""


class Room:
    """One lesson, live: its value, the number of its newest event, and everyone who looks at it."""

    def __init__(self, house: House, lesson: Lesson, *, seq: int, names: Names, last_at: int = 0) -> None:
        self.house = house
        self.lesson = lesson
        self.seq = seq
        self.is_saving = True
        self._last_at = last_at
        self._recent: deque[tuple[int, Lesson]] = deque(((seq, lesson),))
        self._presence = Presence()
        self._asking: set[asyncio.Task[None]] = set()
        self.screens = Screens(lesson, names, seq, house.render, house.turns)

    @property
    def code(self) -> str:
        """The code that the class types."""
        return self.lesson.code

    @property
    def is_at_rest(self) -> bool:
        """Is everything that has happened durable?"""
        return len(self._recent) == 1

    def handle(self, who: Who, command: Command) -> None:
        """Do what `who` asks, or raise `Refused`. Never awaits, so never interleaves."""
        if not self.is_saving:
            raise NotSaving(NOT_SAVING)
        at = self._now()
        self.happen(decide(self.lesson, who, command, at), at)

    def happen(self, events: tuple[Event, ...], at: int) -> None:
        """Record what happened, move the lesson, show it."""
        if not events:
            return
        lesson = reduce(apply, events, self.lesson)
        self.house.journal.append(lesson.code, self.seq + 1, at, events)
        self.lesson = lesson
        self.seq += len(events)
        self._recent.append((self.seq, lesson))
        self.screens.moved(events, lesson, self.seq)
        for event in events:
            if isinstance(event, AnswerGiven) and event.code == PENDING:
                self._send(hard_case(lesson, event.student, event.question))

    def heard(self, who: Who) -> None:
        """A sign of life, which is no event. A seat that was away is back."""
        if isinstance(who, Student):
            for student, seat in self._on(who):
                self._presence.heard(student, monotonic())
                if self.is_saving and seat.away:
                    self.handle(Clock(), HeardAgain(student))

    def tick(self) -> None:
        """Time has passed: record what has become due, and who has fallen silent."""
        if not self.is_saving or self.lesson.ended:
            return
        self.handle(Clock(), Tick())
        for device in self.screens.tabs.waiting_devices():
            self.heard(self.screens.who("student", device))
        for change in self._presence.silent(self.lesson, monotonic()):
            self.handle(Clock(), change)

    def durable(self, seq: int) -> None:
        """The journal has made everything up to `seq` durable."""
        while len(self._recent) > 1 and self._recent[1][0] <= seq:
            self._recent.popleft()
        self.screens.durable(seq)

    def stop_saving(self, durable: int) -> None:
        """A commit failed: what comes after `durable` never happened, and every screen says so."""
        self.is_saving = False
        self.durable(durable)
        self.seq, self.lesson = self._recent[0]
        self.screens.trouble(Trouble(saving=False), self.lesson, self.seq)

    def resume(self, lesson: Lesson, seq: int) -> None:
        """The journal can be written again: go on from what it holds."""
        self.lesson, self.seq = lesson, seq
        self._recent = deque(((seq, lesson),))
        self.is_saving = True
        self.screens.trouble(Trouble(saving=True), lesson, seq)
        self.send_hard_cases()

    def send_hard_cases(self) -> None:
        """Ask a worker about every answer that still waits for one."""
        for case in hard_cases(self.lesson):
            self._send(case)

    def close(self, code: int) -> None:
        """Close every tab with this code. Nobody waits for a worker any more, and nothing more is taken."""
        self.is_saving = False
        for task in self._asking:
            task.cancel()
        self.screens.close(code)

    def _send(self, case: HardCase | None) -> None:
        """Have a worker asked; its verdict comes back as a wish of the clock's."""
        if case is not None:
            task = asyncio.get_running_loop().create_task(self._settle(case))
            self._asking.add(task)
            task.add_done_callback(self._asking.discard)

    async def _settle(self, case: HardCase) -> None:
        verdict = await self.house.decide_hard(case.hard)
        # Where nothing can be saved now, the case is sent again once that is over.
        with suppress(NotSaving):
            self.handle(Clock(), Settle(case.student, case.question, case.number, verdict))

    def _on(self, who: Student) -> list[tuple[StudentId, Seat]]:
        """Who is heard when this device speaks: more than one where it is shared."""
        seat = self.lesson.seats[who.id]
        if who.device not in self.lesson.shared:
            return [(who.id, seat)]
        return [(s, other) for s, other in self.lesson.seats.items() if other.device == who.device]

    def _now(self) -> int:
        """Milliseconds since 1970, never running backwards within a lesson, whatever the machine's clock does."""
        self._last_at = max(self._last_at, self.house.now())
        return self._last_at
