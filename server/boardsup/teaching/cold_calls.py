"""Cold calls as evidence: do the recent answers say that everybody should be checked?

A sequential probability ratio test (Wald 1945) of "80 % know it" against "half know it": each right answer moves the
score down by ln 1.6, each wrong one, pass or "I don't know" up by ln 2.5, an answer with help not at all. At ln 9 the
console offers a board question; at -ln 9 the score starts again at 0, silently, as it does after every board question.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import log
from typing import Literal

Heard = Literal["right", "wrong", "pass", "with_help"]

RIGHT = -log(0.8 / 0.5)
NOT_YET = log(0.5 / 0.2)
BOUND = log(0.9 / 0.1)
"""Where the test decides, with one wrong decision in ten either way."""

CHECK_EVERYBODY = "Recent calls say: check everyone."


def score(calls: Iterable[Heard]) -> float:
    """The score after these calls since the last board question, oldest first."""
    total = 0.0
    for call in calls:
        total += _moves(call)
        if total <= -BOUND:
            total = 0.0
    return total


def advice(calls: Iterable[Heard]) -> str:
    """What the console says after these calls; empty while they say nothing."""
    return CHECK_EVERYBODY if score(calls) >= BOUND else ""


def _moves(call: Heard) -> float:
    if call == "with_help":
        return 0.0
    return RIGHT if call == "right" else NOT_YET
