"""Reading and writing bounds: at least, at most, the smallest whole number above."""

from __future__ import annotations

from math import ceil, floor

from boardsup.maths.missteps.answers import FLIPPED, Answer, a_number, a_range
from boardsup.maths.missteps.word_problems import BoundInWords, WholeNumberBeyond
from boardsup.maths.missteps.work import Slip, Work


def whole_number(work: Work, problem: WholeNumberBeyond) -> Answer:
    """The smallest whole number above a bound, or the largest below it."""
    bound, sign = problem.bound, problem.sign
    nearest = ceil(bound) if sign > 0 else floor(bound)
    on_bound = nearest == bound
    right = nearest if problem.includes or not on_bound else nearest + sign
    return a_number(
        work.step(
            "the first whole number: {}",
            right,
            Slip("ineq.endpoint_counted", int(bound) if on_bound and not problem.includes else None, often=True),
            Slip("ineq.strictness", nearest + sign if on_bound and problem.includes else None, often=True),
            Slip("ineq.direction_reversed", nearest - sign, often=True),
        )
    )


def in_words(work: Work, problem: BoundInWords) -> Answer:
    """x ≥ 3 for "x is at least 3"."""
    operator = problem.operator
    strict = {"<": "≤", ">": "≥", "≤": "<", "≥": ">"}[operator]
    sign = work.step(
        "the sign: {}",
        operator,
        Slip("ineq.least_and_most_swapped" if operator in "≤≥" else "ineq.direction_reversed", FLIPPED[operator]),
        Slip("ineq.strictness" if operator in "≤≥" else "ineq.endpoint_counted", strict),
        Slip("ineq.least_and_most_swapped", FLIPPED[strict] if operator in "≤≥" else None),
    )
    return a_range(problem.letter, sign, problem.bound)
