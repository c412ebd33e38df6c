"""Wrong answers so close to the right one that a slip in counting is likelier than a rare procedure."""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths.canonical.values import Expression
from boardsup.maths.missteps.answers import Answer

NEAR = 3
"""Steps of the last place (or of the numerator) within which only common procedures are named."""


def is_near(answer: Answer, right: Answer) -> bool:
    """Is the number that the answer is about within a few steps of the right one?"""
    if isinstance(answer.value, Expression) and isinstance(right.value, Expression):
        return _differ_in_one_term(answer.value, right.value)
    if answer.number is None or right.number is None:
        return False
    if isinstance(answer.value, tuple) and isinstance(right.value, tuple) and answer.value[0] != right.value[0]:
        return False
    step = answer.number.denominator
    return step == right.number.denominator and abs(answer.number - right.number) * step <= NEAR


def _differ_in_one_term(a: Expression, b: Expression) -> bool:
    """Are they alike but for one coefficient, which is a few steps off?"""
    first, second = dict(a.top), dict(b.top)
    if a.low != b.low or first.keys() != second.keys():
        return False
    apart = [abs(Fraction(first[m]) - Fraction(second[m])) for m in first if first[m] != second[m]]
    return len(apart) == 1 and apart[0] <= NEAR
