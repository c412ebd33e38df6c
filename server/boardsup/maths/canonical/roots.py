"""Where a polynomial in one letter is zero, positive or negative, exactly.

Factors of degree one and two are solved; an irreducible factor of a higher degree raises `Hard`, and the
answer goes to a worker.
"""

from __future__ import annotations

from fractions import Fraction

from .factors import irreducible_factors
from .polynomials import (
    Hard,
    Polynomial,
    coefficients_in,
    degree_in,
    is_constant,
    is_rational,
    minus,
    negative,
    number,
    plus,
    power,
    rational,
    scaled,
    times,
)
from .radicals import inverse, sign, square_root
from .reals import EVERYTHING, NOTHING, Reals, in_order, only, where
from .values import Sign


def solutions(relation: Sign, top: Polynomial, low: Polynomial, name: str) -> Reals:
    """The real values of one letter for which top/low stands in this relation to zero; raises `Hard`."""
    if degree_in(top, name) == 0 and is_constant(low):
        return EVERYTHING if _holds(relation, sign(times(top, low))) else NOTHING
    zeros, gaps = real_roots(top, name) if top else [], real_roots(low, name)
    holes = {_key(p) for p in gaps}
    if relation == "=" and top:
        return only(p for p in zeros if _key(p) not in holes)
    cuts = in_order([*zeros, *gaps])
    signs = _signs_along(times(top, low), cuts, name)
    return where(cuts, lambda i: _holds(relation, signs[i]) and not (i % 2 and _key(cuts[i // 2]) in holes))


def real_roots(a: Polynomial, name: str) -> list[Polynomial]:
    """The real numbers at which a polynomial in one letter, not zero itself, is zero; raises `Hard`."""
    degree = degree_in(a, name)
    if degree == 0:
        return []
    if degree == 1:
        parts = coefficients_in(a, name)
        if not all(is_constant(p) for p in parts.values()):
            raise Hard
        return [times(negative(parts.get(0, {})), inverse(parts[1]))]
    if not is_rational(a):
        raise Hard
    return [root for factor in irreducible_factors(a, name) for root in _roots_of_factor(factor, name)]


def value_at(a: Polynomial, name: str, point: Polynomial) -> Polynomial:
    """The value of the polynomial with a constant in place of the letter."""
    result: Polynomial = {}
    for exponent, part in coefficients_in(a, name).items():
        result = plus(result, times(part, power(point, exponent)))
    return result


def _roots_of_factor(a: Polynomial, name: str) -> list[Polynomial]:
    degree = degree_in(a, name)
    if degree == 1:
        return real_roots(a, name)
    if degree > 2:
        raise Hard
    parts = {exponent: rational(part) or 0 for exponent, part in coefficients_in(a, name).items()}
    c, b, a2 = parts.get(0, 0), parts.get(1, 0), parts[2]
    under = b * b - 4 * a2 * c
    if under < 0:
        return []
    side, middle, scale = square_root(under), number(-b), Fraction(1, 2) / a2
    return [scaled(plus(middle, side), scale), scaled(minus(middle, side), scale)]


def _signs_along(a: Polynomial, cuts: list[Polynomial], name: str) -> list[int]:
    """The sign of the polynomial on gap 0, at point 1, on gap 2, … of the cuts."""
    at = [cuts[i // 2] if i % 2 else _between(cuts, i // 2) for i in range(2 * len(cuts) + 1)]
    return [sign(value_at(a, name, point)) for point in at]


def _between(cuts: list[Polynomial], gap: int) -> Polynomial:
    """A number inside the gap before cut number `gap`."""
    if not cuts:
        return number(0)
    if gap == 0:
        return minus(cuts[0], number(1))
    if gap == len(cuts):
        return plus(cuts[-1], number(1))
    return scaled(plus(cuts[gap - 1], cuts[gap]), Fraction(1, 2))


def _holds(relation: Sign, of: int) -> bool:
    match relation:
        case "=":
            return of == 0
        case "≠":
            return of != 0
        case "<":
            return of < 0
        case "≤":
            return of <= 0


def _key(a: Polynomial) -> frozenset[object]:
    return frozenset(a.items())
