"""Solving a < kx + b < c: the same to all three parts."""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import evaluated
from boardsup.maths.canonical.polynomials import UNIT, rational
from boardsup.maths.canonical.radicals import ONE
from boardsup.maths.missteps.answers import FLIPPED, Answer, a_chain
from boardsup.maths.missteps.numbers.quantities import written
from boardsup.maths.missteps.work import NoAnswer, Slip, Work

Ends = tuple[Fraction, Fraction]


def solved(work: Work, chain: t.Chain, letter: str) -> Answer:
    """The range of the letter between two numbers."""
    low, high = written(chain.left), written(chain.right)
    top, below = evaluated(chain.middle)
    k, b = Fraction(top.get((1, ((letter, 1),)), 0)), Fraction(top.get(UNIT, 0))
    is_linear = below == ONE and len(top) == (k != 0) + (b != 0)
    if low is None or high is None or not is_linear or not k or rational(top) is not None:
        raise NoAnswer
    ends = _without_number(work, (low.value, high.value), k, b)
    return _divided(work, ends, k, (chain.first, chain.second), letter)


def _without_number(work: Work, ends: Ends, k: Fraction, b: Fraction) -> Ends:
    low, high = ends
    if not b:
        return ends
    again = "eq1.same_operation" if k == 1 else "eq2.move_without_sign_change"
    return work.step(
        f"take {b} from all parts",
        (low - b, high - b),
        Slip("ineq.one_end_only", (low, high - b), often=True),
        Slip("ineq.one_end_only", (low - b, high)),
        Slip(again, (low + b, high + b), often=True),
    )


def _divided(work: Work, ends: Ends, k: Fraction, signs: tuple[str, str], letter: str) -> Answer:
    low, high = ends[0] / k, ends[1] / k
    first, second = signs
    if k != 1:
        work.may_stop("eq2.stopped_early", a_chain(letter, (ends[0], first), (second, ends[1])))
    if k > 0:
        signs = work.step(
            "the signs",
            (first, second),
            Slip(_endpoint(first), (_loosened(first), second)),
            Slip(_endpoint(second), (first, _loosened(second))),
            Slip(_endpoint(first), (_loosened(first), _loosened(second))),
        )
        return a_chain(letter, (low, signs[0]), (signs[1], high))
    flipped = work.step("a negative divisor turns the signs", "turned", Slip("ineq.no_flip", "kept", often=True))
    if flipped == "kept":
        return a_chain(letter, (low, first), (second, high))
    return a_chain(letter, (high, FLIPPED[second]), (FLIPPED[first], low))


def _endpoint(sign: str) -> str:
    return "ineq.strictness" if sign in "≤≥" else "ineq.endpoint_counted"


def _loosened(sign: str) -> str:
    return {"<": "≤", "≤": "<", ">": "≥", "≥": ">"}[sign]
