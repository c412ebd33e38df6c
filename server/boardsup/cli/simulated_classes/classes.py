"""One question in one simulated class: who is right, when each answers, who never does, what is behind an error.

Ability is normal with a spread of 1.1 logits around the class; times are log-normal with a median of 40 s and a spread
of 0.5; right answers come faster by a factor; who is wrong stays silent one time in ten. Some of those who are wrong
share the class's misconception, the others have another one or none that is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from random import Random

SPREAD = 1.1
MEDIAN_SECONDS, SPREAD_OF_TIMES = 40.0, 0.5
SILENT = 0.10

SHARED = "shared"
OTHERS = ("other", "another", "", "")
"""Misconceptions of those who do not share the class's: "" is one that is not known."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of class: its size, how much faster right answers are (as γ of e^γ), and its true mean, from and to."""

    size: int
    faster: float
    means: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: when it comes, in seconds, and the misconception behind it (None: it is right; "": none known)."""

    seconds: float
    misconception: str | None


def answers(kind: Kind, chance: Random) -> tuple[Answer, ...]:
    """What a class answers to one question, in order of time; those who never answer are missing."""
    mean = chance.uniform(*kind.means)
    middle = log(mean / (1 - mean))
    sharing = chance.random()
    students = (_answer(middle, kind.faster, sharing, chance) for _ in range(kind.size))
    return tuple(sorted((a for a in students if a is not None), key=lambda answer: answer.seconds))


def _answer(middle: float, faster: float, sharing: float, chance: Random) -> Answer | None:
    ability = middle + SPREAD * chance.gauss(0, 1)
    seconds = MEDIAN_SECONDS * exp(SPREAD_OF_TIMES * chance.gauss(0, 1))
    if chance.random() < 1 / (1 + exp(-ability)):
        return Answer(seconds / exp(faster), None)
    if chance.random() < SILENT:
        return None
    return Answer(seconds, SHARED if chance.random() < sharing else chance.choice(OTHERS))
