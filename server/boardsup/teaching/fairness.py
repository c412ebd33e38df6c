"""Were the calls fair? Calls for each day that a student was here, the longest wait, and Jain's index over the class.

Jain's index (Σx)² / (n Σx²) is 1 when everybody is called equally often, and 1/n when it is always the same student
(Jain, Chiu and Hawe 1984). Optional weights bring forward who has waited longer than the class; never a low score.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from boardsup.teaching.pick import StudentId

LIGHTEST, HEAVIEST = 0.5, 2.0
"""How far a weight may go."""


@dataclass(frozen=True, slots=True)
class CallDay:
    """A lesson: who was here, and whom was called (once for each call)."""

    present: frozenset[StudentId]
    called: tuple[StudentId, ...]


@dataclass(frozen=True, slots=True)
class Turns:
    """A student's part of the report: calls for each day here, and the most days in a row here without a call."""

    student: StudentId
    per_day: Fraction
    longest_wait: int


@dataclass(frozen=True, slots=True)
class Fairness:
    """The report: every student, the longest wait of all, and the index."""

    turns: tuple[Turns, ...]
    longest_wait: int
    index: Fraction


def fairness(days: Sequence[CallDay], outside: frozenset[StudentId]) -> Fairness:
    """The report of these lessons, oldest first, without the students who are left out of it."""
    students = sorted(frozenset[StudentId]().union(*(day.present for day in days)) - outside)
    turns = tuple(_turns(student, days) for student in students)
    total, squares = sum(t.per_day for t in turns), sum(t.per_day**2 for t in turns)
    index = Fraction(total**2, len(turns) * squares) if squares else Fraction(1)
    return Fairness(turns, max((t.longest_wait for t in turns), default=0), index)


def weights(days_since: Mapping[StudentId, int]) -> dict[StudentId, float]:
    """Each student's weight in the bag, from the days since their last call: (1 + days) / (1 + the class's median)."""
    ordered = sorted(days_since.values())
    if not ordered:
        return {}
    median = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    return {s: min(HEAVIEST, max(LIGHTEST, (1 + days) / (1 + median))) for s, days in days_since.items()}


def _turns(student: StudentId, days: Sequence[CallDay]) -> Turns:
    here = [day.called.count(student) for day in days if student in day.present]
    longest = wait = 0
    for calls in here:
        wait = 0 if calls else wait + 1
        longest = max(longest, wait)
    return Turns(student, Fraction(sum(here), len(here)), longest)
