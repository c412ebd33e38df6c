"""Solving x/a + x/b = c: one common denominator, or what some do with the denominators."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from boardsup.maths import tree as t
from boardsup.maths.missteps.answers import Answer, a_solution
from boardsup.maths.missteps.explore import Procedure
from boardsup.maths.missteps.numbers.quantities import written
from boardsup.maths.missteps.work import Slip, Work


def procedures(equation: t.Relation, letter: str) -> list[Procedure]:
    """One way, where the equation is of this kind."""
    match equation.left, written(equation.right):
        case t.Sum((t.Quotient(t.Variable(), low_a), t.Quotient(t.Variable(), low_b))), c if c is not None:
            a, b = written(low_a), written(low_b)
            if a is None or b is None or not a.is_whole or not b.is_whole or a.value * b.value <= 0:
                return []
            return [partial(_solved, letter=letter, lows=(a.value, b.value), right=c.value)]
        case _:
            return []


def _solved(work: Work, letter: str, lows: tuple[Fraction, Fraction], right: Fraction) -> Answer:
    a, b = lows
    found = work.step(
        f"{a + b}{letter}/{a * b} = {right}: {letter} = {{}}",
        right * a * b / (a + b),
        Slip("eqf.added_denominators", right * (a + b) / 2, often=True),
        Slip("eqm.denominators_joined", right * (a + b)),
        Slip("eqm.right_side_not_multiplied", right / (a + b)),
        Slip("eqf.common_denominator_unscaled", right * a * b / 2),
    )
    return a_solution(letter, found)
