"""What the room itself asks for: time that has passed, seats, verdicts of workers, new tiles."""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.lesson.commands.limits import Key
from boardsup.lesson.needs import Apart, Needs
from boardsup.lesson.who import StudentId
from boardsup.maths.question import Verdict


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
class Settle:
    """A worker has spoken about a hard case, or has failed to in time."""

    student: StudentId
    question: str
    number: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class SetNeeds:
    """The teacher has set at the desk what students need; all of it, as it is now."""

    needs: tuple[Needs, ...]
    apart: tuple[Apart, ...]


@dataclass(frozen=True, slots=True)
class Enrol:
    """A student was added to the roster while the lesson runs."""

    student: StudentId
