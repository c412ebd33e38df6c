"""Quotients of whole numbers and of decimals without signs."""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths.missteps.numbers.decimals import places
from boardsup.maths.missteps.numbers.quantities import Quantity, decimal, whole
from boardsup.maths.missteps.work import Slip, Work, ratio


def of_wholes(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a ÷ b."""
    right = a.value / b.value
    top, low = int(a.value), int(b.value)
    found = work.step(
        f"{a} ÷ {b} = {{}}",
        right,
        Slip("div.reversed", ratio(low, top), often=True),
        Slip("div.zero_left_out", _without_inner_zero(right)),
        Slip("div.remainder_as_decimal", _remainder_behind_point(top, low)),
        Slip("div.remainder_dropped", Fraction(top // low) if top % low and top > low else None, rare=True),
    )
    return whole(found) if found.denominator == 1 else _ends(found)


def of_decimals(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a ÷ b; both points move by the same number of places."""
    right = a.value / b.value
    digits = Fraction(int(a.value * 10 ** places(a.value)), int(b.value * 10 ** places(b.value)) or 1)
    found = work.step(
        f"{a} ÷ {b} = {{}}",
        right,
        Slip("dec.quotient_points_ignored", digits),
        Slip(
            "dec.quotient_point_of_divisor_ignored",
            digits / 10 ** places(a.value) if places(b.value) else None,
            rare=True,
        ),
        Slip("div.reversed", ratio(b.value, a.value)),
    )
    return _ends(found)


def _ends(value: Fraction) -> Quantity:
    """As a decimal when it ends, else as a fraction."""
    low = value.denominator
    for prime in (2, 5):
        while low % prime == 0:
            low //= prime
    return decimal(value) if low == 1 else Quantity(value, "fraction", value.numerator, value.denominator)


def _without_inner_zero(quotient: Fraction) -> Fraction | None:
    """612 ÷ 6 = 12: the zero in 102 is not written."""
    digits = str(quotient)
    if quotient.denominator != 1 or "0" not in digits[1:-1]:
        return None
    return Fraction(digits[0] + digits[1:-1].replace("0", "") + digits[-1])


def _remainder_behind_point(top: int, low: int) -> Fraction | None:
    """17 ÷ 5 = 3.2: the remainder 2 is written behind the point."""
    whole_part, rest = divmod(top, low)
    return Fraction(f"{whole_part}.{rest}") if rest and whole_part else None
