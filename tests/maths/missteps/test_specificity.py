"""Answers that no rule makes are seldom given a name: measured over random questions of every family."""

from __future__ import annotations

from collections import Counter
from random import Random

from boardsup.maths.mark import mark, pose
from boardsup.maths.posing import Posed, pose_question
from maths.missteps.questions import FAMILIES, a_few_off, question

QUESTIONS, ANSWERS = 12, 5
"""Of each family, and of each question."""


def test_at_most_one_in_ten_answers_a_few_off_gets_a_specific_name():
    counts = Counter[str]()
    chance = Random(20)
    for family in FAMILIES:
        for _ in range(QUESTIONS):
            counts += _named(chance, question(chance, family))
    assert counts["answers"] > 600
    assert counts["specific"] / counts["answers"] < 0.10


def _named(chance: Random, text: str) -> Counter[str]:
    """How many answers beside the right one there are to a question, and how many of them get a specific name."""
    posed = pose_question(text)
    assert isinstance(posed, Posed), text
    key = pose(posed.kind, posed.answer, variables=frozenset(posed.variables))
    key = key.with_predictions({p.value: ("specific" if p.is_specific else "looks",) for p in posed.predictions})
    counts = Counter[str]()
    for answer in filter(None, (a_few_off(chance, posed.answer) for _ in range(ANSWERS))):
        found = mark(key, answer)
        if found.outcome == "incorrect":
            counts["answers"] += 1
            counts["specific"] += "specific" in found.misconceptions
    return counts
