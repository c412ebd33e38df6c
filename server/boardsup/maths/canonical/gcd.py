"""Greatest common divisors and exact division of polynomials over the rationals, in any number of letters.

Euclid's algorithm on primitive remainders, one letter at a time (Knuth, The Art of Computer Programming 2,
4.6.1). Only for polynomials without roots; the caps of `polynomials` bound the work.
"""

from __future__ import annotations

from fractions import Fraction

from .polynomials import (
    Hard,
    Polynomial,
    coefficients_in,
    content,
    degree_in,
    divide_letters,
    is_rational,
    leading,
    letters_of,
    minus,
    number,
    plus,
    scaled,
    times,
)

MOST_STEPS = 200
"""The most remainders or quotient terms of one call; school answers need fewer than twenty."""


def gcd_of(a: Polynomial, b: Polynomial) -> Polynomial:
    """The greatest common divisor, primitive with a positive leading coefficient; raises `Hard`."""
    if not (is_rational(a) and is_rational(b)):
        raise Hard
    if not a or not b:
        return primitive(a or b)
    shared = letters_of(a) & letters_of(b)
    if not shared:
        return number(1)
    name = min(shared, key=lambda at: (max(degree_in(a, at), degree_in(b, at)), at))
    content_a, content_b = _content_in(a, name), _content_in(b, name)
    common = gcd_of(content_a, content_b)
    low, high = sorted((exactly(a, content_a), exactly(b, content_b)), key=lambda p: degree_in(p, name))
    for _ in range(MOST_STEPS):
        if not low:
            return primitive(times(common, exactly(high, _content_in(high, name))))
        if degree_in(low, name) == 0:
            return common
        high, low = low, primitive(_remainder(high, low, name))
    raise Hard


def exactly(a: Polynomial, b: Polynomial) -> Polynomial:
    """a/b where b divides a."""
    quotient = divided(a, b)
    assert quotient is not None, "the divisor must divide"
    return quotient


def divided(a: Polynomial, b: Polynomial) -> Polynomial | None:
    """a/b, or None when b does not divide a; b must not be zero."""
    quotient: Polynomial = {}
    (_, lead), rest = leading(b), a
    divisor = b[(1, lead)]
    for _ in range(MOST_STEPS):
        if not rest:
            return quotient
        root, letters = leading(rest)
        left = divide_letters(letters, lead)
        if left is None:
            return None
        term: Polynomial = {(root, left): Fraction(rest[(root, letters)]) / divisor}
        term = scaled(term, 1)
        quotient, rest = plus(quotient, term), minus(rest, times(term, b))
    raise Hard


def primitive(a: Polynomial) -> Polynomial:
    """The polynomial over its content, with a positive leading coefficient; zero stays zero."""
    if not a:
        return a
    factor = Fraction(1) / content(a)
    return scaled(a, -factor if a[leading(a)] < 0 else factor)


def _content_in(a: Polynomial, name: str) -> Polynomial:
    """The greatest common divisor of the coefficients of a polynomial read as one in `name`."""
    result: Polynomial = {}
    for part in coefficients_in(a, name).values():
        result = gcd_of(result, part)
    return result


def _remainder(a: Polynomial, b: Polynomial, name: str) -> Polynomial:
    """The pseudo-remainder of a by b, both read as polynomials in `name`."""
    degree = degree_in(b, name)
    lead = coefficients_in(b, name)[degree]
    for _ in range(MOST_STEPS):
        at = degree_in(a, name)
        if not a or at < degree:
            return a
        shift: Polynomial = {(1, ((name, at - degree),)): 1} if at > degree else number(1)
        top = times(coefficients_in(a, name)[at], shift)
        a = minus(times(lead, a), times(top, b))
    raise Hard
