"""Greatest common factors, least common multiples, and which of two numbers is greater."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm

from boardsup.maths.missteps.answers import Answer, a_number, decimal_numeral
from boardsup.maths.missteps.problems import Common, Greater
from boardsup.maths.missteps.work import Slip, Work


def common(work: Work, problem: Common) -> Answer:
    """The greatest common factor or the least common multiple."""
    a, b = problem.a, problem.b
    factor, multiple = gcd(a, b), lcm(a, b)
    if problem.which == "factor":
        return a_number(
            work.step(
                f"greatest common factor of {a} and {b}: {{}}",
                factor,
                Slip("common.multiple_for_factor", multiple, often=True),
                Slip("common.smaller_factor", _smaller_factor(factor)),
                Slip("common.gave_one", 1, rare=True),
                Slip("common.gave_smaller_number", min(a, b), rare=True),
            )
        )
    return a_number(
        work.step(
            f"least common multiple of {a} and {b}: {{}}",
            multiple,
            Slip("common.factor_for_multiple", factor, often=True),
            Slip("common.product", a * b, often=True),
            Slip("common.gave_larger_number", max(a, b), rare=True),
        )
    )


def _smaller_factor(factor: int) -> int | None:
    return max((d for d in range(2, factor) if factor % d == 0), default=None)


def greater(work: Work, problem: Greater) -> Answer:
    """The greater, or the less, of two numbers."""
    low, high = sorted((problem.a, problem.b))
    right, other = (high, low) if problem.sign > 0 else (low, high)
    found = work.step(
        "compare: {}",
        right,
        Slip("int.order_by_digits" if low < 0 else "dec.longer_is_larger", other, often=True),
        Slip("int.sign_left_off", Fraction(-other) if other < 0 else None),
    )
    return a_number(found, decimal_numeral(found))
