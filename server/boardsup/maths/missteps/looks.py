"""What an answer may look like when no procedure gives it: generic, said as "looks like", never as a fact."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from boardsup.maths.canonical.polynomials import Polynomial
from boardsup.maths.canonical.values import ONE_TERM, Expression
from boardsup.maths.missteps.answers import Answer, a_polynomial, numeral
from boardsup.maths.missteps.numbers.decimals import places

Look = tuple[str, Answer]
"""An id and the answer that looks so."""

MOST_SIGNS = 4
"""Terms of an expression whose signs are turned."""


def looks_like(right: Answer) -> Iterator[Look]:
    """Answers that resemble the right one, the most telling first; some may equal it."""
    if right.remade is not None and right.number is not None:
        for id, value in _numbers_like(right.number):
            yield id, right.remade(value)
    if isinstance(right.value, Expression) and right.value.low == ONE_TERM:
        yield from _expressions_like(dict(right.value.top))
    match right.value:
        case ("point", Fraction() as x, Fraction() as y):
            yield from _points_like(x, y)
        case ("ratio", Fraction() as r) if r:
            yield "looks.order_of_ratio", Answer(("ratio", 1 / r), f"{r.denominator}:{r.numerator}")


def near_facts(a: Fraction, b: Fraction) -> Iterator[Fraction]:
    """The products beside a · b in the times table."""
    for by in (1, -1):
        yield (a + by) * b
        yield a * (b + by)


def _numbers_like(value: Fraction) -> Iterator[tuple[str, Fraction]]:
    if value:
        yield "looks.opposite_sign", -value
    if value and abs(value) != 1:
        yield "looks.reciprocal", 1 / value
    step = Fraction(1, 10 ** places(value)) if places(value) < 6 else Fraction(1, value.denominator)
    for by in dict.fromkeys((step, Fraction(1))):
        yield "looks.off_by_one", value + by
        yield "looks.off_by_one", value - by
    if value:
        for factor in (Fraction(10), Fraction(1, 10), Fraction(100), Fraction(1, 100)):
            yield "looks.factor_of_ten", value * factor
    for swapped in _swapped_digits(value):
        yield "looks.digits_swapped", swapped


def _swapped_digits(value: Fraction) -> Iterator[Fraction]:
    """Neighbouring digits exchanged, one pair at a time."""
    behind = places(value)
    if behind > 6:
        return
    digits = str(abs(int(value * 10**behind)))
    sign = -1 if value < 0 else 1
    for i in range(min(len(digits) - 1, 5)):
        if digits[i] != digits[i + 1]:
            turned = digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
            yield Fraction(sign * int(turned), 10**behind)


def _expressions_like(terms: Polynomial) -> Iterator[Look]:
    for monomial in list(terms)[:MOST_SIGNS]:
        yield "looks.sign_of_a_term", a_polynomial({**terms, monomial: -terms[monomial]})
    if len(terms) > 1:
        yield "looks.opposite_sign", a_polynomial({m: -c for m, c in terms.items()})
    for monomial in list(terms)[:MOST_SIGNS]:
        for by in (1, -1):
            coefficient = terms[monomial] + by
            if coefficient:
                yield "looks.off_by_one", a_polynomial({**terms, monomial: coefficient})


def _points_like(x: Fraction, y: Fraction) -> Iterator[Look]:
    for id, (p, q) in (
        ("looks.swapped_coordinates", (y, x)),
        ("looks.opposite_sign", (-x, y)),
        ("looks.opposite_sign", (x, -y)),
        ("looks.opposite_sign", (-x, -y)),
    ):
        yield id, Answer(("point", p, q), f"({numeral(p)}, {numeral(q)})")
