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
    """One way, where the equation is of this kind; the second fraction may be taken away."""
    match equation.left, written(equation.right):
        case t.Sum((t.Quotient(t.Variable(), low_a), second)), c if c is not None:
            sign = -1 if isinstance(second, t.Neg) else 1
            inner = second.of if isinstance(second, t.Neg) else second
            a = written(low_a)
            b = written(inner.bottom) if isinstance(inner, t.Quotient) and inner.top == t.Variable(letter) else None
            if a is None or b is None or not a.is_whole or not b.is_whole or a.value * b.value <= 0:
                return []
            if a.value == b.value:
                return []
            return [partial(_solved, letter=letter, lows=(a.value, sign * b.value), right=c.value)]
        case _:
            return []


def _solved(work: Work, letter: str, lows: tuple[Fraction, Fraction], right: Fraction) -> Answer:
    """x/a + x/b = c, that is x(a + b)/ab = c; a negative b takes the second fraction away."""
    a, b = lows
    top, bottom = b + a, a * b
    found = work.step(
        f"{letter} = {right} * ({bottom})/({top}) = {{}}",
        right * bottom / top,
        Slip("frac.add_tops_and_bottoms", right * top / 2 if b > 0 else None, often=True),
        Slip("eqm.denominators_joined", right * top),
        Slip("eqm.right_side_not_multiplied", right / abs(top)),
        Slip("frac.common_den_numerators_unscaled", right * bottom / 2 if b > 0 else None),
    )
    return a_solution(letter, found)
