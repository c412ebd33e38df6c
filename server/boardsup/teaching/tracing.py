"""Who needs it first: Bayesian knowledge tracing, used to sort students and never shown as a score.

The probability that somebody has a skill starts at .40, follows each answer by Bayes' rule with a slip of .10 and a
guess of .05 typed or 1/m among m choices, and gains .15 of the rest with each practice; between lessons it falls back
towards .40 by 3 % a day (Corbett and Anderson 1995; the fall is the product's own).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from boardsup.teaching.knowing import SLIP, guess

START, LEARNS, KEEPS = 0.40, 0.15, 0.97
"""P(L0), the chance to learn with a practice, and what a day keeps of the distance from P(L0)."""

HAS_FROM, NEEDS_UP_TO = 0.90, 0.40
FEWEST_RIGHT, FEWEST_DAYS = 2, 2
"""One right answer is not mastery: two are asked, on two days."""

Standing = Literal["has_it", "check", "needs_it"]


@dataclass(frozen=True, slots=True)
class Practised:
    """One answer of a student on a skill: the day, right or not yet, and the choices there were (0: typed)."""

    day: int
    outcome: Literal["right", "not_yet"]
    options: int = 0


def traced(answers: Iterable[Practised], today: int) -> float:
    """The probability that a student has a skill, from their answers, oldest first."""
    probability = START
    day: int | None = None
    for answer in answers:
        probability = _after_days(probability, answer.day - day if day is not None else 0)
        probability = practised(observed(probability, answer))
        day = answer.day
    return probability if day is None else _after_days(probability, today - day)


def standing(answers: Iterable[Practised], today: int) -> Standing:
    """Has it, needs it, or to be checked: how the list of a skill is sorted."""
    answers = tuple(answers)
    right = [answer.day for answer in answers if answer.outcome == "right"]
    probability = traced(answers, today)
    if probability >= HAS_FROM and len(right) >= FEWEST_RIGHT and len(set(right)) >= FEWEST_DAYS:
        return "has_it"
    return "needs_it" if probability <= NEEDS_UP_TO else "check"


def observed(probability: float, answer: Practised) -> float:
    """The probability after this answer is seen."""
    s, g = float(SLIP), float(guess(answer.options))
    has, has_not = (1 - s, g) if answer.outcome == "right" else (s, 1 - g)
    return probability * has / (probability * has + (1 - probability) * has_not)


def practised(probability: float) -> float:
    """The probability after the practice that the answer was."""
    return probability + (1 - probability) * LEARNS


def _after_days(probability: float, days: int) -> float:
    return START + (probability - START) * KEEPS**days
