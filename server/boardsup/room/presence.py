"""Which students are heard, and since when one is not.

A heartbeat is no event; falling silent for 20 s is, and so is coming back (architecture.md, rule 6).
"""

from __future__ import annotations

from boardsup.lesson.commands import FellSilent
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import StudentId

SILENT_AFTER = 20.0
"""Seconds without a sign of life after which a seat is away (decision-rules.md 3.1)."""


class Presence:
    """The last sign of life of each seat, in seconds of a clock that only runs forward."""

    def __init__(self) -> None:
        self._heard: dict[StudentId, float] = {}

    def heard(self, student: StudentId, now: float) -> None:
        """A message, a heartbeat or a request came from this seat."""
        self._heard[student] = now

    def silent(self, lesson: Lesson, now: float) -> list[FellSilent]:
        """The seats that have fallen silent. After a restart everybody has 20 s to be heard."""
        return [
            FellSilent(student)
            for student, seat in lesson.seats.items()
            if not seat.away and not seat.is_on_paper and now - self._heard.setdefault(student, now) >= SILENT_AFTER
        ]
