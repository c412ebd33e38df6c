"""What a procedure ends with: a value that can be compared, and how a student would type it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial

from boardsup.maths.canonical.labels import label
from boardsup.maths.canonical.polynomials import Polynomial
from boardsup.maths.canonical.reals import in_order
from boardsup.maths.canonical.values import Expression, terms_of

FLIPPED = {"<": ">", ">": "<", "≤": "≥", "≥": "≤", "=": "="}
"""The sign of a relation whose sides change places."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A right or wrong answer. Equal values are equal answers, however they are typed."""

    value: Hashable
    typed: str = field(compare=False)
    number: Fraction | None = field(default=None, compare=False)
    """The one number that it is about, if it is about one."""
    remade: Callable[[Fraction], Answer] | None = field(default=None, compare=False)
    """The same kind of answer about another number: for what looks like it."""


def numeral(value: Fraction) -> str:
    """A number as typed: 7, -28/5."""
    return str(value)


def mixed_numeral(value: Fraction) -> str:
    """The same as a mixed number where it is one: 2 1/3."""
    size = abs(value)
    whole, part = divmod(size, 1)
    return f"{'-' if value < 0 else ''}{whole} {part}" if whole and part else str(value)


def decimal_numeral(value: Fraction) -> str:
    """The same as a decimal where it ends within eight places, else as a fraction."""
    places = next((p for p in range(9) if (value * 10**p).denominator == 1), None)
    if not places:
        return str(value)
    digits = str(abs(int(value * 10**places))).rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def a_number(value: Fraction | int, typed: str = "") -> Answer:
    """A plain number."""
    value = Fraction(value)
    return Answer(value, typed or numeral(value), value, a_number)


def a_percent(value: Fraction | int) -> Answer:
    """So many per cent."""
    value = Fraction(value)
    ends = decimal_numeral(value)
    if "/" not in ends:
        return Answer(value, ends + "%", value, a_percent)
    # 17/60% would be read as 17 over 60%.
    return Answer(value, mixed_numeral(value) + ("%" if abs(value) > 1 else ""), value, a_percent)


def a_solution(letter: str, value: Fraction | int) -> Answer:
    """x = 3."""
    value = Fraction(value)
    return Answer(value, f"{letter} = {numeral(value)}", value, partial(a_solution, letter))


def a_bare_number(value: Fraction) -> Answer:
    """A number alone, where a range or words are asked for."""
    return Answer(("bare", value), numeral(value))


def a_range(letter: str, sign: str, value: Fraction | int) -> Answer:
    """x < 3; an equation when the sign is =."""
    value = Fraction(value)
    return Answer((sign, value), f"{letter} {sign} {numeral(value)}", value, partial(a_range, letter, sign))


def an_equation(letter: str, value: Polynomial) -> Answer:
    """y = 2x + 3."""
    found = Expression(terms_of(value))
    return Answer(("equation", letter, found), f"{letter} = {label(found)}")


def a_polynomial(value: Polynomial, typed: str = "") -> Answer:
    """An expression without letters below."""
    return an_expression(Expression(terms_of(value)), typed)


def an_expression(value: Expression, typed: str = "", letter: str = "") -> Answer:
    """An expression, or "letter = expression"."""
    return Answer(value, (f"{letter} = " if letter else "") + (typed or label(value)))


def several(values: Iterable[Polynomial], letter: str) -> Answer:
    """The solutions x = 2 or x = 5, least first."""
    ordered = in_order(values)
    shown = [label(Expression(terms_of(value))) for value in ordered]
    return Answer(
        ("several", tuple(terms_of(value) for value in ordered)),
        " or ".join(f"{letter} = {value}" for value in shown) or "no solution",
    )


def a_chain(letter: str, low: tuple[Fraction, str], high: tuple[str, Fraction]) -> Answer:
    """2 < x ≤ 5."""
    typed = f"{numeral(low[0])} {low[1]} {letter} {high[0]} {numeral(high[1])}"
    return Answer(("between", *low, *high), typed)


def outside(letter: str, low: tuple[Fraction, str], high: tuple[str, Fraction]) -> Answer:
    """x < 2 or x ≥ 5."""
    typed = f"{letter} {low[1]} {numeral(low[0])} or {letter} {high[0]} {numeral(high[1])}"
    return Answer(("outside", *low, *high), typed)


def a_point(x: Fraction, y: Fraction) -> Answer:
    """(2, -3)."""
    return Answer(("point", x, y), f"({numeral(x)}, {numeral(y)})")


def in_words(meaning: str) -> Answer:
    """`no solution` or `all real numbers`."""
    return Answer(("words", meaning), meaning)


def a_ratio(first: Fraction, second: Fraction) -> Answer:
    """2:3."""
    return Answer(("ratio", first / second), f"{numeral(first)}:{numeral(second)}")
