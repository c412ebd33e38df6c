"""What stands behind the answers that are not yet right: one shared misconception, no start, or nothing in common.

A misconception is dominant when its wrong answers are at least 3 and a quarter of the class, or at least 3 and half of
all that is not yet; an answer that two procedures would give counts half for each and is shown as "A or B". There is
no start when at least 3, and half of all that is not yet, said "I don't know yet". Thresholds: the product's own.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from boardsup.teaching.counting import Count, ceil_pct

StudentId = str

FEWEST = 3
"""Students without whom nothing is called shared."""

LARGEST_TABLE = 6
"""Students whom one table takes at the next work time."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong answer: whose, and the misconceptions whose procedure gives exactly it (none, one, or several)."""

    student: StudentId
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """A question at its close: N count, k are right, these are wrong, so many said "I don't know yet".

    Whoever is missing has not answered, or waits for the teacher's look. `options`: 0 for a typed answer.
    """

    N: int
    k: int
    wrong: tuple[Wrong, ...] = ()
    idk: int = 0
    options: int = 0

    @property
    def count(self) -> Count:
        """N, n and k of the answers that were given."""
        return Count(self.N, self.k + self.w, self.k, self.options)

    @property
    def w(self) -> int:
        """Answers that are not yet right: wrong or "I don't know yet"."""
        return len(self.wrong) + self.idk


@dataclass(frozen=True, slots=True)
class Dominant:
    """A shared misconception: its id (several: "A or B"), how many answers it weighs, and whose they are."""

    ids: tuple[str, ...]
    weight: Fraction
    students: tuple[StudentId, ...]


def dominant(result: Result) -> Dominant | None:
    """The misconception that stands out, if one does; the heavier first, then in order of their ids."""
    weights: defaultdict[str, Fraction] = defaultdict(Fraction)
    for answer in result.wrong:
        for tag in answer.tags:
            weights[tag] += Fraction(1, len(answer.tags))
    if not weights:
        return None
    first = min(weights, key=lambda tag: (-weights[tag], tag))
    weight = weights[first]
    if weight < FEWEST or (weight < ceil_pct(25, result.N) and 2 * weight < result.w):
        return None
    of_first = [answer.tags for answer in result.wrong if first in answer.tags]
    ids = tuple(sorted(tag for tag in weights if all(tag in tags for tags in of_first)))
    return Dominant(ids, weight, tuple(a.student for a in result.wrong if first in a.tags))


def has_no_start(result: Result) -> bool:
    """Did so many say "I don't know yet" that they need a first step rather than a correction?"""
    return result.idk >= FEWEST and 2 * result.idk >= result.w


def one_table(result: Result) -> tuple[StudentId, ...]:
    """Everybody with a wrong answer, if they are two to six and one misconception explains them all; else nobody."""
    if not 2 <= len(result.wrong) <= LARGEST_TABLE:
        return ()
    shared = frozenset(result.wrong[0].tags).intersection(*(answer.tags for answer in result.wrong))
    return tuple(answer.student for answer in result.wrong) if shared else ()
