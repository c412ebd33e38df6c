"""How much of a class has a skill: from today's check, or from the newest question on it that most of them answered.

A question counts when at least 60 % of the class answered it within the last 21 school days; slips and guesses are
taken out. Older than that, or never asked, a skill is unknown, which is not the same as not mastered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from boardsup.teaching.diagnose import Check, Placement
from boardsup.teaching.knowing import share_knowing

MEMORY_DAYS = 21
"""School days after which a result says nothing any more."""

FEWEST_ANSWERED = 60
"""Per cent of N that must have answered."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was put to a class: its skill, on which school day, N, answers n, right k, choices (0: typed)."""

    skill: str
    day: int
    N: int
    n: int
    k: int
    options: int = 0


def masteries(asked: Iterable[Asked], today: int, checked: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """The share of the class that knows each skill; a skill that is unknown is left out.

    `asked` is in the order in which it was asked, the newest last; `checked` are the shares of today's check.
    """
    newest: dict[str, Fraction] = {}
    for question in asked:
        is_recent = today - question.day <= MEMORY_DAYS
        if is_recent and question.N and 100 * question.n >= FEWEST_ANSWERED * question.N:
            newest[question.skill] = share_knowing(question.k, question.N, options=question.options)
    return {**newest, **checked}


def shares(of: Check, placements: Sequence[Placement]) -> dict[str, Fraction]:
    """Of today's check: the share of those placed who have each of its skills; empty when nobody is placed."""
    if not placements:
        return {}
    return {
        item.skill: Fraction(sum(i in placed.has for placed in placements), len(placements))
        for i, item in enumerate(of.items)
    }
