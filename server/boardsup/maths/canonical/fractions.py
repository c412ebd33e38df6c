"""Quotients of two polynomials: arithmetic, and the one lowest form.

A quotient is a pair (top, low) with low not zero. Nothing is reduced on the way, only at the end.
"""

from __future__ import annotations

from fractions import Fraction

from .gcd import divided, gcd_of
from .polynomials import (
    MOST_EXPONENT,
    Hard,
    Polynomial,
    TooBig,
    Undefined,
    content,
    is_constant,
    is_rational,
    leading,
    minus,
    multiply_letters,
    negative,
    number,
    plus,
    power,
    rational,
    scaled,
    times,
)
from .radicals import ONE, inverse
from .values import Expression, Terms, terms_of

Quotient = tuple[Polynomial, Polynomial]


def added(a: Quotient, b: Quotient) -> Quotient:
    """a + b."""
    if a[1] == b[1]:
        return plus(a[0], b[0]), a[1]
    return plus(times(a[0], b[1]), times(b[0], a[1])), times(a[1], b[1])


def multiplied(a: Quotient, b: Quotient) -> Quotient:
    """a · b."""
    low = a[1] if b[1] is ONE else b[1] if a[1] is ONE else times(a[1], b[1])
    return times(a[0], b[0]), low


def quotient(a: Quotient, b: Quotient) -> Quotient:
    """a / b; raises `Undefined` when b is zero."""
    if not b[0]:
        raise Undefined
    if b[1] is ONE and (divisor := rational(b[0])) is not None:
        return scaled(a[0], Fraction(1) / divisor), a[1]
    return multiplied(a, (b[1], b[0]))


def raised(a: Quotient, exponent: int) -> Quotient:
    """a to a whole power; raises `TooBig` beyond ±32 and `Undefined` for zero to a power below one."""
    if abs(exponent) > MOST_EXPONENT:
        raise TooBig
    if exponent <= 0 and not a[0]:
        raise Undefined
    top, low = power(a[0], abs(exponent)), ONE if a[1] is ONE else power(a[1], abs(exponent))
    return (top, low) if exponent >= 0 else (low, top)


def opposite(a: Quotient) -> Quotient:
    """−a."""
    return negative(a[0]), a[1]


def difference_of(a: Quotient, b: Quotient) -> Quotient:
    """a − b."""
    return added(a, opposite(b))


def in_lowest_terms(a: Quotient) -> Quotient:
    """The same with common factors gone: low is 1, or primitive with a positive leading coefficient."""
    top, low = a
    if low is ONE or not top:
        return top, ONE
    if is_constant(low):
        return times(top, inverse(low)), ONE
    top, low = _without_common_letters(top, low)
    if len(low) > 1 and is_rational(top) and is_rational(low):
        try:
            common = gcd_of(top, low)
        except (Hard, TooBig):
            common = ONE
        if not is_constant(common):
            top, low = divided(top, common) or top, divided(low, common) or low
    if is_constant(low):
        return times(top, inverse(low)), ONE
    factor = Fraction(1) / content(low)
    factor = -factor if low[leading(low)] < 0 else factor
    return scaled(top, factor), scaled(low, factor)


def value_of(a: Quotient) -> Expression:
    """The quotient as a canonical value."""
    if a[1] is ONE:
        return Expression(terms_of(a[0]))
    top, low = in_lowest_terms(a)
    return Expression(terms_of(top), terms_of(low))


def quotient_of(value: Expression) -> Quotient:
    """A canonical value as a quotient again."""
    return polynomial_of(value.top), ONE if len(value.low) == 1 and value.low[0] == ((1, ()), 1) else dict(value.low)


def polynomial_of(terms: Terms) -> Polynomial:
    """Canonical terms as a polynomial again."""
    return dict(terms)


def are_equal(a: Quotient, b: Quotient) -> bool:
    """Is a/b's difference zero? Decides also where the lowest form could not be found."""
    return not minus(times(a[0], b[1]), times(b[0], a[1]))


def _without_common_letters(top: Polynomial, low: Polynomial) -> Quotient:
    """Both divided by the letters that stand in every term of both."""
    least: dict[str, int] | None = None
    for _, letters in (*top, *low):
        here = dict(letters)
        least = here if least is None else {n: min(e, here[n]) for n, e in least.items() if n in here}
        if not least:
            return top, low
    shared = tuple((name, -exponent) for name, exponent in (least or {}).items())
    return _times_letters(top, shared), _times_letters(low, shared)


def _times_letters(a: Polynomial, letters: tuple[tuple[str, int], ...]) -> Polynomial:
    result: Polynomial = {}
    for (root, own), coefficient in a.items():
        product = multiply_letters(own, letters)
        result[(root, tuple(pair for pair in product if pair[1]))] = coefficient
    return result


def constant(value: int | Fraction) -> Quotient:
    """A rational constant as a quotient."""
    return number(value), ONE
