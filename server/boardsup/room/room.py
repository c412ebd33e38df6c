"""A room: the only thing that changes a lesson.

`handle` never awaits, so commands cannot interleave and need no lock. What happened goes to the journal, the lesson
moves in memory, and `screens` shows it, each frame held back until the journal has made it durable. The values that
the lesson has had since the newest durable event are kept, so that a failed commit takes back what never happened.
"""

from __future__ import annotations

from collections import deque
from functools import reduce
from time import monotonic

from boardsup.lesson.commands import Command, HeardAgain, Tick
from boardsup.lesson.events import Event
from boardsup.lesson.lesson import apply, decide
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import Trouble
from boardsup.lesson.state import Lesson
from boardsup.lesson.views import Names
from boardsup.lesson.who import Clock, Student, Who
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
        self.screens = Screens(lesson, names, seq, house.render)

    @property
    def code(self) -> str:
        """The code that the class types."""
        return self.lesson.code

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

    def heard(self, who: Who) -> None:
        """A sign of life, which is no event. A seat that was away is back."""
        if isinstance(who, Student):
            self._presence.heard(who.id, monotonic())
            if self.is_saving and self.lesson.seats[who.id].away:
                self.handle(Clock(), HeardAgain(who.id))

    def tick(self) -> None:
        """Time has passed: record what has become due, and who has fallen silent."""
        if not self.is_saving or self.lesson.ended:
            return
        self.handle(Clock(), Tick())
        for device in self.screens.waiting_devices():
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

    def _now(self) -> int:
        """Milliseconds since 1970, never running backwards within a lesson, whatever the machine's clock does."""
        self._last_at = max(self._last_at, self.house.now())
        return self._last_at
