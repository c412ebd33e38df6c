"""The plan of a class, what the teacher changed in it, and when the class saw its groups."""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.lesson.who import StudentId
from boardsup.teaching.group import Pin, Plan


@dataclass(frozen=True, slots=True)
class PlanMade:
    """The groups that follow from a diagnostic, the teacher's wishes and pins."""

    segment: str
    plan: Plan


@dataclass(frozen=True, slots=True)
class StudentMoved:
    """The teacher put a student somewhere; the others are grouped anew around it."""

    student: StudentId
    to: Pin


@dataclass(frozen=True, slots=True)
class GroupsShown:
    """The groups are on the wall, and each student sees their own."""


@dataclass(frozen=True, slots=True)
class GroupsHidden:
    """The groups are off the wall again."""


@dataclass(frozen=True, slots=True)
class RoundBegan:
    """Round `number` of `of` at the stations, until then, in ms since 1970."""

    segment: str
    number: int
    of: int
    until: int


@dataclass(frozen=True, slots=True)
class MoveBegan:
    """A round is over, and groups change places until then, in ms since 1970."""

    segment: str
    until: int


@dataclass(frozen=True, slots=True)
class RoundsEnded:
    """The last round is over. Nobody's work is closed by that."""

    segment: str


@dataclass(frozen=True, slots=True)
class HandRaised:
    """A pair has missed two questions in a row: a quiet sign for the teacher. `at` is when the second was handed in."""

    label: str
    at: int


@dataclass(frozen=True, slots=True)
class HandLowered:
    """The teacher has seen to it."""

    label: str
