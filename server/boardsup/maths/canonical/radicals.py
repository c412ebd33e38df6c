"""Exact numbers of the form Σ cᵢ√nᵢ: square roots, inverses and signs, without a float.

The roots of different square-free integers are independent over the rationals, so such a sum is zero only when
it has no terms, and its sign is found by narrowing rational bounds, which always ends.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from math import isqrt

from .polynomials import UNIT, Coefficient, Hard, Polynomial, Undefined, number, rational, scaled, times

LARGEST_ROOT = 10**15
"""The largest integer whose square part is looked for: a few milliseconds of trial division at worst."""

PI = "π"
"""The sign of the circle number; transcendental, so exact arithmetic may treat it as a letter."""


@lru_cache(maxsize=4096)
def square_part(n: int) -> tuple[int, int]:
    """(s, r) with n = s²·r and r square-free, for 1 ≤ n ≤ `LARGEST_ROOT`; raises `Hard` above."""
    if n > LARGEST_ROOT:
        raise Hard
    taken, free, rest, divisor = 1, 1, n, 2
    while divisor * divisor * divisor <= rest:
        while rest % (divisor * divisor) == 0:
            rest //= divisor * divisor
            taken *= divisor
        if rest % divisor == 0:
            rest //= divisor
            free *= divisor
        divisor += 1 if divisor == 2 else 2
    # What is left has at most two prime factors, both beyond every divisor tried: a square, or square-free.
    side = isqrt(rest)
    return (taken * side, free) if side * side == rest else (taken, free * rest)


def square_root(value: Coefficient) -> Polynomial:
    """√value for a rational value that is not negative, with the square part taken out."""
    if value < 0:
        raise Undefined
    if value == 0:
        return {}
    top_taken, top_free = square_part(value.numerator)
    low_taken, low_free = square_part(value.denominator)
    # √(p/q) = √p·√q / q, and p, q have no common factor.
    return {(top_free * low_free, ()): _whole(Fraction(top_taken * low_taken, value.denominator))}


def whole_root(value: Coefficient, degree: int) -> Coefficient | None:
    """The rational number whose `degree`-th power is the positive `value`, or None when there is none."""
    top, low = _integer_root(value.numerator, degree), _integer_root(value.denominator, degree)
    if top**degree == value.numerator and low**degree == value.denominator:
        return _whole(Fraction(top, low))
    return None


def inverse(a: Polynomial) -> Polynomial:
    """1/a for a constant: the denominator is made rational by conjugates, one prime under a root at a time."""
    if not a:
        raise Undefined
    top, low = number(1), a
    while (value := rational(low)) is None:
        conjugate = _conjugate(low)
        top, low = times(top, conjugate), times(low, conjugate)
    return scaled(top, Fraction(1) / value)


def sign(a: Polynomial) -> int:
    """−1, 0 or 1: the sign of a constant, which may hold roots and π."""
    value = rational(a)
    if value is not None:
        return (value > 0) - (value < 0)
    bits = 32
    while bits <= 1 << 14:
        low, high = _bounds(a, bits)
        if low > 0:
            return 1
        if high < 0:
            return -1
        bits *= 2
    raise Hard


def is_real_number(a: Polynomial) -> bool:
    """Is it a constant whose sign can be found: rational numbers, roots and π, nothing else?"""
    return all(name == PI for _, letters in a for name, _ in letters)


def _conjugate(a: Polynomial) -> Polynomial:
    """The same with the sign of √p turned, for one prime p that occurs under a root."""
    prime = _prime_factor(next(root for root, _ in a if root != 1))
    return {(root, letters): (-c if root % prime == 0 else c) for (root, letters), c in a.items()}


def _prime_factor(n: int) -> int:
    """The least prime factor of n; raises `Hard` when it would take long to find."""
    divisor = 2
    while divisor * divisor <= n:
        if n % divisor == 0:
            return divisor
        divisor += 1
        if divisor > 100_000:
            raise Hard
    return n


def _bounds(a: Polynomial, bits: int) -> tuple[Fraction, Fraction]:
    """Rational bounds of a constant, each root and π being taken to `bits` binary places."""
    low = high = Fraction(0)
    for (root, letters), coefficient in a.items():
        floor, ceiling = _root_bounds(root, bits)
        for _, exponent in letters:
            pi_floor, pi_ceiling = pi_bounds(bits)
            floor, ceiling = floor * pi_floor**exponent, ceiling * pi_ceiling**exponent
        ends = (floor * coefficient, ceiling * coefficient)
        low, high = low + min(ends), high + max(ends)
    return low, high


def _root_bounds(root: int, bits: int) -> tuple[Fraction, Fraction]:
    if root == 1:
        return Fraction(1), Fraction(1)
    scale = 1 << bits
    floor = isqrt(root * scale * scale)
    return Fraction(floor, scale), Fraction(floor + 1, scale)


@lru_cache(maxsize=16)
def pi_bounds(bits: int) -> tuple[Fraction, Fraction]:
    """Rational bounds of π to `bits` binary places, by Machin's formula π/4 = 4·arctan 1/5 − arctan 1/239."""
    scale = 1 << (bits + 16)
    value = 4 * (4 * _arctan_of_inverse(5, scale) - _arctan_of_inverse(239, scale))
    # Each floor division errs by less than one unit, in far fewer than 2¹⁵ steps.
    return Fraction(value - (1 << 15), scale), Fraction(value + (1 << 15), scale)


def _arctan_of_inverse(x: int, scale: int) -> int:
    """scale·arctan(1/x) in integers: 1/x − 1/3x³ + 1/5x⁵ − …"""
    power, total, odd, turn = scale // x, 0, 1, 1
    while power:
        total += turn * (power // odd)
        power //= x * x
        odd, turn = odd + 2, -turn
    return total


def _integer_root(n: int, degree: int) -> int:
    """The largest integer whose `degree`-th power is at most n ≥ 0, by halving."""
    low, high = 0, 1 << (n.bit_length() // degree + 1)
    return _halve(low, high, lambda middle: middle**degree <= n)


def _halve(low: int, high: int, fits: Callable[[int], bool]) -> int:
    """The last integer from low to high − 1 that fits; low itself must fit."""
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _whole(value: Fraction) -> Coefficient:
    return value.numerator if value.denominator == 1 else value


ONE: Polynomial = {UNIT: 1}
"""The number one; compare with `is` only to skip work, never to decide."""
