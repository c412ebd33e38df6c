"""The weekly quiz: five questions from simple to complex, the last one a probe of what was not taught yet.

Slot 1 is the most basic skill of the week that 60 % have; slots 2 to 4 its other skills in rising order, at least one
of them at grade level, the first giving way to an old skill that is long overdue; slot 5 is a skill one step further,
whose other prerequisites the class has. The probe counts neither in growth nor in any grade, and is not practised.
Source: five questions a week, the last not explicitly taught (just-in-time intervention).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from boardsup.items.skills import SkillMap
from boardsup.teaching.precheck import Known, rising

BASIC_FROM, PREREQUISITE_FROM = Fraction(60, 100), Fraction(70, 100)
MIDDLE = 3
"""Slots between the first and the probe."""


@dataclass(frozen=True, slots=True)
class Week:
    """What a week was about: its skills, those at grade level, all that were ever taught.

    `overdue` is an old skill that is overdue more than twice ("" none), `probe` the one that the template names
    ("" none).
    """

    skills: tuple[str, ...]
    grade_level: frozenset[str] = frozenset()
    taught: frozenset[str] = frozenset()
    overdue: str = ""
    probe: str = ""


@dataclass(frozen=True, slots=True)
class Quiz:
    """The skills of the questions that count, in the order asked, and the probe ("" where there is none to ask)."""

    counts: tuple[str, ...]
    probe: str

    @property
    def skills(self) -> tuple[str, ...]:
        """Every question's skill, the probe last."""
        return (*self.counts, self.probe) if self.probe else self.counts


def build(skills: SkillMap, week: Week, known: Mapping[str, Known]) -> Quiz:
    """The quiz of a week with at least one skill."""
    in_order = rising(skills, week.skills)
    first = next((skill for skill in in_order if _share(skill, known) >= BASIC_FROM), in_order[0])
    middle = _middle(skills, [skill for skill in in_order if skill != first], week, in_order)
    if week.overdue and week.overdue not in week.skills:
        middle = (week.overdue, *middle[1:])
    return Quiz((first, *middle), week.probe or _probe(skills, week, known))


def _middle(skills: SkillMap, others: Sequence[str], week: Week, everything: Sequence[str]) -> tuple[str, ...]:
    """Three of the week's other skills in rising order; with fewer than three, some are asked twice."""
    chosen = list(others[-MIDDLE:])
    grade_level = [skill for skill in others if skill in week.grade_level]
    if grade_level and not week.grade_level.intersection(chosen):
        chosen[0] = grade_level[-1]
    again = [*reversed(everything)] * MIDDLE
    return rising(skills, [*chosen, *again[: MIDDLE - len(chosen)]])


def _probe(skills: SkillMap, week: Week, known: Mapping[str, Known]) -> str:
    """The first skill of the map that rests on one of the week's, whose other prerequisites are there; not taught."""
    for skill in skills.order:
        below = skills.prerequisites(skill)
        others = [one for one in below if one not in week.skills]
        is_new = skill not in week.taught and skill not in week.skills
        if is_new and len(others) < len(below) and all(_share(one, known) >= PREREQUISITE_FROM for one in others):
            return skill
    return ""


def _share(skill: str, known: Mapping[str, Known]) -> Fraction:
    of = known.get(skill)
    return of.share if of is not None and of.counts else Fraction(0)
