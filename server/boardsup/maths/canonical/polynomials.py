"""Polynomials over the rationals with square roots of integers, exactly, and never large.

A polynomial is a dict from a monomial to its coefficient, without zeros; treat it as a value. A monomial is
(r, letters): √r with r square-free and at least 1, times the letters with their positive exponents. Every
operation raises `TooBig` before it grows past a cap, so that no answer can hold up the lesson.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import gcd

Coefficient = int | Fraction
"""An exact number; whole ones are kept as int, which is several times faster."""

Letters = tuple[tuple[str, int], ...]
"""Letters in alphabetical order with exponents of at least 1; `()` is a number."""

Monomial = tuple[int, Letters]
Polynomial = dict[Monomial, Coefficient]

UNIT: Monomial = (1, ())
"""The monomial of a rational number."""

MOST_PRODUCTS = 1_600
"""The most term products of one multiplication: 400 × 4."""

MOST_TERMS = 400
"""The most terms of one polynomial."""

MOST_BITS = 4_096
"""The largest numerator or denominator, in bits."""

MOST_EXPONENT = 32
"""The largest exponent that anything is raised to, with or without a sign."""


class TooBig(Exception):
    """The exact form would pass a cap."""


class Hard(Exception):
    """Exact arithmetic of this kind cannot tell within its limits; a worker may."""


class Undefined(Exception):
    """The expression has no value: a division by zero, or zero to a power below one."""


def number(value: Coefficient) -> Polynomial:
    """A rational constant."""
    return {UNIT: whole(value)} if value else {}


def letter(name: str) -> Polynomial:
    """One letter (or one thing that is treated as a letter)."""
    return {(1, ((name, 1),)): 1}


def whole(value: Coefficient) -> Coefficient:
    """The same number, as int when it is one; raises `TooBig` past the cap on bits."""
    top, bottom = value.numerator, value.denominator
    if top.bit_length() > MOST_BITS or bottom.bit_length() > MOST_BITS:
        raise TooBig
    return top if bottom == 1 else value


def plus(a: Polynomial, b: Polynomial) -> Polynomial:
    """The sum."""
    result = dict(a)
    for monomial, coefficient in b.items():
        _add_term(result, monomial, coefficient)
    if len(result) > MOST_TERMS:
        raise TooBig
    return result


def negative(a: Polynomial) -> Polynomial:
    """The opposite."""
    return {monomial: -coefficient for monomial, coefficient in a.items()}


def minus(a: Polynomial, b: Polynomial) -> Polynomial:
    """The difference."""
    return plus(a, negative(b))


def times(a: Polynomial, b: Polynomial) -> Polynomial:
    """The product; √m·√n becomes gcd(m, n)·√(mn / gcd²)."""
    if len(a) * len(b) > MOST_PRODUCTS:
        raise TooBig
    result: Polynomial = {}
    for (root_a, letters_a), coefficient_a in a.items():
        for (root_b, letters_b), coefficient_b in b.items():
            coefficient, root = coefficient_a * coefficient_b, root_a
            if root_b != 1:
                shared = gcd(root_a, root_b)
                coefficient *= shared
                root = root_a * root_b // (shared * shared)
            monomial = (root, multiply_letters(letters_a, letters_b))
            result[monomial] = result.get(monomial, 0) + coefficient
    if len(result) > MOST_TERMS:
        raise TooBig
    for root, _ in result:
        whole(root)
    return {monomial: whole(coefficient) for monomial, coefficient in result.items() if coefficient}


def scaled(a: Polynomial, factor: Coefficient) -> Polynomial:
    """The polynomial times a rational number that is not zero."""
    return {monomial: whole(coefficient * factor) for monomial, coefficient in a.items()}


def power(a: Polynomial, exponent: int) -> Polynomial:
    """The polynomial to a whole power from 0 to `MOST_EXPONENT`."""
    if exponent > MOST_EXPONENT:
        raise TooBig
    result, square = number(1), a
    while exponent:
        if exponent % 2:
            result = times(result, square)
        exponent //= 2
        if exponent:
            square = times(square, square)
    return result


def rational(a: Polynomial) -> Coefficient | None:
    """The number that this is, or None when it holds a letter or a root."""
    if not a:
        return 0
    return a.get(UNIT) if len(a) == 1 else None


def is_constant(a: Polynomial) -> bool:
    """Is it free of letters? (Roots of numbers may stand in it.)"""
    return all(not letters for _, letters in a)


def is_rational(a: Polynomial) -> bool:
    """Is every coefficient free of roots?"""
    return all(root == 1 for root, _ in a)


def letters_of(a: Polynomial) -> frozenset[str]:
    """The letters that occur."""
    return frozenset(name for _, letters in a for name, _ in letters)


def degree_in(a: Polynomial, name: str) -> int:
    """The highest exponent of one letter; 0 when it does not occur."""
    return max((exponent for _, letters in a for at, exponent in letters if at == name), default=0)


def coefficients_in(a: Polynomial, name: str) -> dict[int, Polynomial]:
    """The polynomial read as one in `name`: exponent → coefficient, a polynomial in the other letters."""
    parts: dict[int, Polynomial] = {}
    for (root, letters), coefficient in a.items():
        exponent = next((e for at, e in letters if at == name), 0)
        rest = tuple(pair for pair in letters if pair[0] != name)
        parts.setdefault(exponent, {})[(root, rest)] = coefficient
    return parts


def content(a: Polynomial) -> Coefficient:
    """The positive rational number that leaves whole coefficients without a common factor; 1 for zero."""
    top, bottom = 0, 1
    for coefficient in a.values():
        top = gcd(top, coefficient.numerator)
        bottom = bottom * coefficient.denominator // gcd(bottom, coefficient.denominator)
    return whole(Fraction(top, bottom)) if top else 1


def order(monomial: Monomial) -> tuple[int, tuple[tuple[str, int], ...], int]:
    """A sort key: higher degree first, then alphabetical with higher exponents first, then the root."""
    root, letters = monomial
    return (-sum(e for _, e in letters), tuple((name, -e) for name, e in letters), root)


def leading(a: Polynomial) -> Monomial:
    """The first monomial in print order; the polynomial must not be zero."""
    return next(iter(a)) if len(a) == 1 else min(a, key=order)


@lru_cache(maxsize=16_384)
def multiply_letters(a: Letters, b: Letters) -> Letters:
    """The product of two sets of letters with exponents."""
    if not a:
        return b
    if not b:
        return a
    exponents = dict(a)
    for name, exponent in b:
        exponents[name] = exponents.get(name, 0) + exponent
    return tuple(sorted(exponents.items()))


def divide_letters(a: Letters, b: Letters) -> Letters | None:
    """The quotient of two sets of letters, or None when it does not go in."""
    exponents = dict(a)
    for name, exponent in b:
        left = exponents.get(name, 0) - exponent
        if left < 0:
            return None
        exponents[name] = left
    return tuple((name, exponent) for name, exponent in exponents.items() if exponent)


def _add_term(result: Polynomial, monomial: Monomial, coefficient: Coefficient) -> None:
    """Add one term in place, keeping the rule that no coefficient is zero."""
    total = result.get(monomial, 0) + coefficient
    if total:
        result[monomial] = whole(total)
    else:
        result.pop(monomial, None)
