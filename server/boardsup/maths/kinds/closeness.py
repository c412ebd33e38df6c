"""Answers within a tolerance: |s − e| ≤ T in exact arithmetic, also where roots or π stand in the answer."""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths.canonical import fractions as q
from boardsup.maths.canonical.polynomials import Hard, minus, number
from boardsup.maths.canonical.radicals import is_real_number, sign
from boardsup.maths.canonical.values import ONE_TERM, Expression


def is_within(found: Expression, expected: Expression, tolerance: Fraction) -> bool:
    """Is the distance of the two at most the tolerance? Raises `Hard` for what is no number."""
    if found.low != ONE_TERM or expected.low != ONE_TERM:
        raise Hard
    distance = minus(q.polynomial_of(found.top), q.polynomial_of(expected.top))
    if not is_real_number(distance):
        raise Hard
    limit = number(tolerance)
    return sign(minus(distance, limit)) <= 0 <= sign(minus(distance, number(-tolerance)))
