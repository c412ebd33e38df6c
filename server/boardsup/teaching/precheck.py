"""The questions before a target is taught: at most three, about what it rests on, never the target itself.

A ready-made row is the proposal; a skill of it that the class has mastered is replaced by the rule. The rule: of the
ancestors within three steps that are not mastered, those whose predicted share is nearest to 75, 50 and 25 per cent,
so that most, half and few are expected to be right. Where everything is at 85 % already, start teaching.
Source: three short questions chosen for what leads up to the target (just-in-time intervention).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from boardsup.items.skills import SkillMap
from boardsup.teaching.mastery import MEMORY_DAYS

MASTERED, ENOUGH = Fraction(9, 10), Fraction(85, 100)
AIMS = (Fraction(75, 100), Fraction(50, 100), Fraction(25, 100))
"""The shares that are looked for, the deepest question first."""

UNSEEN = {1: Fraction(25, 100), 2: Fraction(50, 100), 3: Fraction(75, 100)}
"""The predicted share of a skill without evidence, by its steps below the target."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a class and a skill: the share that knows it, and how many school days ago it was seen."""

    share: Fraction
    days_ago: int

    @property
    def counts(self) -> bool:
        """Is it recent enough to be believed?"""
        return self.days_ago <= MEMORY_DAYS

    @property
    def mastered(self) -> bool:
        """Has the class got it, and lately?"""
        return self.counts and self.share >= MASTERED


@dataclass(frozen=True, slots=True)
class Precheck:
    """The proposed questions' skills in the order asked (none: start teaching), and why, in one sentence."""

    asks: tuple[str, ...]
    says: str


NOTHING_TO_ASK = Precheck((), "The class has what comes before: start teaching.")


def precheck(skills: SkillMap, target: str, row: Sequence[str], known: Mapping[str, Known]) -> Precheck:
    """The proposal for a target; `row` is its ready-made check, deepest first (empty: there is none)."""
    steps = {skill: depth for skill, depth in skills.steps(target).items() if depth in UNSEEN}
    predicted = {skill: _predicted(known.get(skill), depth) for skill, depth in steps.items()}
    if all(share >= ENOUGH for share in predicted.values()):
        return NOTHING_TO_ASK
    mastered = {skill for skill, of in known.items() if of.mastered}
    free = [skill for skill in steps if skill not in mastered and skill not in row]
    asks: list[str] = []
    for slot, aim in enumerate(AIMS[: len(row) or len(AIMS)]):
        if row and row[slot] not in mastered:
            asks.append(row[slot])
        elif free:
            best = min(free, key=lambda skill: (abs(predicted[skill] - aim), *_tie(skills, target, skill, known)))
            asks.append(best)
            free.remove(best)
    if row and tuple(asks) == tuple(row):
        return Precheck(tuple(asks), "The ready-made questions of this target.")
    says = "The class has some of the ready-made questions; others take their place." if row else "What it rests on."
    return Precheck(rising(skills, asks), says)


def rising(skills: SkillMap, some: Sequence[str]) -> tuple[str, ...]:
    """Skills so that each comes after all that it rests on: by the longest way down, then in the order of the map."""
    places = {skill: place for place, skill in enumerate(skills.order)}
    return tuple(sorted(some, key=lambda skill: (height(skills, skill), places[skill])))


def height(skills: SkillMap, skill: str) -> int:
    """How many skills stand below each other under this one, on the longest way down; 0 for one that rests on none."""
    heights: dict[str, int] = {}
    for one in sorted((skill, *skills.ancestors(skill)), key=lambda s: len(skills.ancestors(s))):
        heights[one] = max((heights[below] + 1 for below in skills.prerequisites(one)), default=0)
    return heights[skill]


def _predicted(known: Known | None, depth: int) -> Fraction:
    return known.share if known is not None and known.counts else UNSEEN[depth]


def _tie(skills: SkillMap, target: str, skill: str, known: Mapping[str, Known]) -> tuple[bool, bool, int, int]:
    """Between equals: the target's strand, then the stalest (never seen first), then the order of the map."""
    seen = known.get(skill)
    is_elsewhere = skills[skill].strand != skills[target].strand
    return (is_elsewhere, seen is not None, -seen.days_ago if seen else 0, skills.order.index(skill))
