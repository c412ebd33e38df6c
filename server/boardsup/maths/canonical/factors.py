"""Factors over the integers: what "factored completely" needs to know.

Univariate: rational roots, then factors of degree two and three by Kronecker's method (values at small points).
Several letters: only the question whether it can be factored. What would take long raises `Hard`.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import gcd, isqrt

from .gcd import divided, gcd_of, primitive
from .polynomials import (
    Hard,
    Polynomial,
    coefficients_in,
    degree_in,
    divide_letters,
    leading,
    letters_of,
    minus,
    number,
    plus,
    scaled,
    times,
)
from .radicals import whole_root

LARGEST_END = 10**7
"""The largest first or last coefficient whose divisors are listed."""

MOST_TRIALS = 1_000
"""The most candidate factors that are tried in one call: some tens of milliseconds."""

HIGHEST_DEGREE = 8
LARGEST_FACTOR = 3
"""The highest degree that is factored at all, and the highest of a factor that is looked for."""


def is_irreducible(a: Polynomial) -> bool:
    """Is this primitive polynomial of positive degree irreducible over the integers? Raises `Hard` if unsure."""
    names = sorted(letters_of(a))
    if len(names) == 1:
        return len(irreducible_factors(a, names[0])) == 1
    for name in names:
        parts = coefficients_in(a, name)
        if _common(list(parts.values())) != number(1):
            return False
        if max(parts) == 1:
            return True
        if max(parts) == 2:
            return not _is_square(_discriminant(parts))
    raise Hard


def irreducible_factors(a: Polynomial, name: str) -> list[Polynomial]:
    """The irreducible primitive factors of a univariate polynomial, each as often as it occurs."""
    rest, found = primitive(a), []
    while degree_in(rest, name) > 0:
        factor = _least_factor(rest, name)
        quotient = divided(rest, factor)
        assert quotient is not None, "a factor divides"
        found.append(factor)
        rest = primitive(quotient)
    return found


def _least_factor(a: Polynomial, name: str) -> Polynomial:
    """An irreducible factor of least degree."""
    degree = degree_in(a, name)
    if degree == 1:
        return a
    coefficients = _integers(a, name)
    if coefficients[0] == 0:
        return {(1, ((name, 1),)): 1}
    if degree > HIGHEST_DEGREE:
        raise Hard
    if degree == 2:
        b, c, d = coefficients[1], coefficients[0], coefficients[2]
        side = _exact_side(b * b - 4 * c * d)
        return a if side is None else primitive({(1, ((name, 1),)): 2 * d, (1, ()): b - side})
    linear = _linear_factor(coefficients, name)
    if linear is not None:
        return linear
    for size in range(2, min(LARGEST_FACTOR, degree // 2) + 1):
        factor = _kronecker(a, coefficients, name, size)
        if factor is not None:
            return factor
    if degree // 2 > LARGEST_FACTOR:
        raise Hard
    return a


def _linear_factor(coefficients: list[int], name: str) -> Polynomial | None:
    """q·x − p for the first rational root p/q, or None."""
    tops, lows = _divisors(coefficients[0]), _divisors(coefficients[-1])
    if len(tops) * len(lows) > MOST_TRIALS:
        raise Hard
    for top, low, turn in product(tops, lows, (1, -1)):
        if gcd(top, low) == 1 and _is_root(coefficients, turn * top, low):
            return primitive(scaled(_from_list([-turn * top, low], name), 1))
    return None


def _kronecker(a: Polynomial, coefficients: list[int], name: str, size: int) -> Polynomial | None:
    """A factor of degree `size`, from the divisors of the values at size + 1 points; there is no linear factor."""
    points = [0, 1, -1, 2, -2, 3, -3][: size + 1]
    if len(points) <= size:
        raise Hard
    choices = [_divisors(int(_value_at(coefficients, Fraction(x)))) for x in points]
    trials = 2**size
    for choice in choices:
        trials *= len(choice)
    if trials > MOST_TRIALS:
        raise Hard
    signed = [choices[0], *([*c, *(-d for d in c)] for c in choices[1:])]
    for values in product(*signed):
        candidate = _through(points, list(values), name)
        if _may_divide(candidate, coefficients[-1], name, size) and divided(a, candidate) is not None:
            return primitive(candidate)
    return None


def _is_root(coefficients: list[int], top: int, low: int) -> bool:
    """Is the polynomial zero at top/low? In whole numbers: its value times low to the degree."""
    total, scale = 0, 1
    for coefficient in reversed(coefficients):
        total = total * top + coefficient * scale
        scale *= low
    return total == 0


def _may_divide(candidate: Polynomial, last: int, name: str, size: int) -> bool:
    """Has it the degree, whole coefficients, and a leading one that divides that of the polynomial?"""
    if degree_in(candidate, name) != size or any(Fraction(c).denominator != 1 for c in candidate.values()):
        return False
    return last % int(candidate[(1, ((name, size),))]) == 0


def _through(points: list[int], values: list[int], name: str) -> Polynomial:
    """The polynomial of least degree with these values at these points (Newton's divided differences)."""
    table = [Fraction(v) for v in values]
    for step in range(1, len(points)):
        for i in range(len(points) - 1, step - 1, -1):
            table[i] = (table[i] - table[i - 1]) / (points[i] - points[i - step])
    result: Polynomial = {}
    for i in range(len(points) - 1, -1, -1):
        result = plus(times(result, _from_list([-points[i], 1], name)), number(table[i]))
    return result


def _discriminant(parts: dict[int, Polynomial]) -> Polynomial:
    """b² − 4ac of a quadratic with polynomial coefficients."""
    b = parts.get(1, {})
    return minus(times(b, b), scaled(times(parts[2], parts.get(0, {})), 4))


def _is_square(a: Polynomial) -> bool:
    """Is it the square of a polynomial? The root is built from the leading term downwards."""
    if not a:
        return True
    _, letters = leading(a)
    top = a[(1, letters)]
    side = whole_root(top, 2) if top > 0 else None
    if side is None or any(exponent % 2 for _, exponent in letters):
        return False
    half = tuple((name, exponent // 2) for name, exponent in letters)
    root: Polynomial = {(1, half): side}
    for _ in range(20):
        rest = minus(a, times(root, root))
        if not rest:
            return True
        _, left = leading(rest)
        quotient = divide_letters(left, half)
        if quotient is None or (1, quotient) in root:
            return False
        root = plus(root, {(1, quotient): Fraction(rest[(1, left)]) / (2 * side)})
    raise Hard


def _common(parts: list[Polynomial]) -> Polynomial:
    """The greatest common divisor of several polynomials, letters only: a common number does not count."""
    result: Polynomial = {}
    for part in parts:
        result = gcd_of(result, part)
    return result


def _integers(a: Polynomial, name: str) -> list[int]:
    """The coefficients of a primitive univariate polynomial, the constant first."""
    result = [0] * (degree_in(a, name) + 1)
    for (_, letters), coefficient in a.items():
        result[letters[0][1] if letters else 0] = int(coefficient)
    return result


def _from_list(coefficients: list[int], name: str) -> Polynomial:
    return {(1, ((name, i),) if i else ()): c for i, c in enumerate(coefficients) if c}


def _value_at(coefficients: list[int], x: Fraction) -> Fraction:
    result = Fraction(0)
    for coefficient in reversed(coefficients):
        result = result * x + coefficient
    return result


def _divisors(n: int) -> list[int]:
    """The positive divisors of n ≠ 0 in order; raises `Hard` above `LARGEST_END`."""
    n = abs(n)
    if n > LARGEST_END:
        raise Hard
    low = [d for d in range(1, isqrt(n) + 1) if n % d == 0]
    return low + [n // d for d in reversed(low) if d * d != n]


def _exact_side(n: int) -> int | None:
    """The whole square root of n, or None."""
    side = isqrt(n) if n >= 0 else 0
    return side if n >= 0 and side * side == n else None
