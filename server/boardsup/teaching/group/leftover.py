"""Learners without a coach: in pairs with a worked example, the odd one as a third somewhere, else at the table.

Nobody works alone, nobody with whom they are kept apart from, and no group has only students who are never called.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from boardsup.teaching.chance import chance
from boardsup.teaching.group.values import StudentId, Wishes

LARGEST_GROUP = 3
"""A group without an adult."""


@dataclass(slots=True)
class Circle:
    """A group in the making: a coach ("" for none) and learners."""

    coach: StudentId
    learners: list[StudentId] = field(default_factory=list)

    @property
    def students(self) -> frozenset[StudentId]:
        """Everybody in it."""
        return frozenset(s for s in (self.coach, *self.learners) if s)


def pair_up(unmatched: Iterable[StudentId], seed: str, wishes: Wishes) -> tuple[list[Circle], list[StudentId]]:
    """Pairs of learners, those with the fewest possible partners first; and whoever is left."""
    waiting = set(unmatched)
    circles: list[Circle] = []
    alone: list[StudentId] = []
    while waiting:
        partners = {s: [o for o in sorted(waiting - {s}) if wishes.fits(s, frozenset((o,)))] for s in waiting}
        one = min(waiting, key=lambda s: (len(partners[s]), s))
        waiting.discard(one)
        if not partners[one]:
            alone.append(one)
            continue
        met, other = wishes.lately, partners[one]
        best = min(other, key=lambda o: (frozenset((one, o)) in met, chance(seed, "pair", *sorted((one, o))), o))
        waiting.discard(best)
        circles.append(Circle("", sorted((one, best))))
    return circles, sorted(alone)


def make_trio(circles: Iterable[Circle], student: StudentId, wishes: Wishes) -> bool:
    """Put a student to the first two with whom they fit, those without a coach first; False where there are none."""
    for circle in sorted(circles, key=lambda circle: (circle.coach != "", circle.coach, circle.learners)):
        if 1 < len(circle.students) < LARGEST_GROUP and wishes.fits(student, circle.students):
            circle.learners.append(student)
            return True
    return False
