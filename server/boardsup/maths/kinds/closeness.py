"""Answers within a tolerance: |s − e| ≤ T in exact arithmetic, also where roots or π stand in the answer."""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths.canonical import fractions as q
from boardsup.maths.canonical.from_tree import NotAValue, evaluated
from boardsup.maths.canonical.polynomials import Hard, TooBig, Undefined, minus, number, rational
from boardsup.maths.canonical.radicals import is_real_number, sign
from boardsup.maths.canonical.values import ONE_TERM, Expression
from boardsup.maths.reading import Unread, read


def is_within(found: Expression, expected: Expression, tolerance: Fraction) -> bool:
    """Is the distance of the two at most the tolerance? Raises `Hard` for what is no number."""
    if found.low != ONE_TERM or expected.low != ONE_TERM:
        raise Hard
    distance = minus(q.polynomial_of(found.top), q.polynomial_of(expected.top))
    if not is_real_number(distance):
        raise Hard
    limit = number(tolerance)
    return sign(minus(distance, limit)) <= 0 <= sign(minus(distance, number(-tolerance)))


def tolerance(text: str) -> Fraction | None:
    """The tolerance behind the colon: a number that is not negative, as a decimal or a fraction; None for any other."""
    node = read(text, variables=frozenset())
    if isinstance(node, Unread):
        return None
    try:
        value = q.value_of(evaluated(node))
    except (NotAValue, Undefined, TooBig, Hard):
        return None
    found = rational(q.polynomial_of(value.top)) if value.low == ONE_TERM else None
    return None if found is None or found < 0 else Fraction(found)
