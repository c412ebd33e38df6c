"""What the room itself asks for: time that has passed, seats that fell silent, tiles that were added."""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.lesson.commands.limits import Key
from boardsup.lesson.who import StudentId


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed."""


@dataclass(frozen=True, slots=True)
class FellSilent:
    """Nothing was heard from a seat for 20 s."""

    student: Key


@dataclass(frozen=True, slots=True)
class HeardAgain:
    """A silent seat is back."""

    student: Key


@dataclass(frozen=True, slots=True)
class Enrol:
    """A student was added to the roster while the lesson runs."""

    student: StudentId
