"""Powers, square roots and absolute values of numbers.

Base times exponent, zero and negative exponents, the sign under a power: Cangelosi et al. 2013, Pitta-Pantazi,
Christou & Zachariades 2007, Sevgi et al. 2026.
"""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from boardsup.maths.missteps.numbers.decimals import places
from boardsup.maths.missteps.numbers.quantities import Quantity, fraction, like
from boardsup.maths.missteps.work import NoAnswer, Slip, Work, ratio

LARGEST = 10**15
"""Powers beyond this are not worked out by hand."""


def power(work: Work, base: Quantity, exponent: int) -> Quantity:
    """base to a whole exponent."""
    if abs(exponent) > 32 or (exponent <= 0 and not base.value):
        raise NoAnswer
    says = f"{_bracketed(base)}^{exponent} = {{}}"
    if exponent == 0:
        found = _to_the_zero(work, base, says)
    elif exponent < 0:
        found = _to_a_negative(work, base, -exponent, says)
    elif exponent == 1:
        found = base.value
    else:
        found = _to_a_positive(work, base, exponent, says)
    if max(abs(found.numerator), found.denominator) > LARGEST:
        raise NoAnswer
    return like(found, base, base)


def square_root(work: Work, of: Quantity) -> Quantity:
    """√ of a number that is the square of one."""
    if of.value < 0:
        raise NoAnswer
    top, bottom = isqrt(of.value.numerator), isqrt(of.value.denominator)
    if top * top != of.value.numerator or bottom * bottom != of.value.denominator:
        raise NoAnswer
    found = work.step(
        f"√{of} = {{}}",
        Fraction(top, bottom),
        Slip("root.halved", of.value / 2, often=True),
        Slip("root.number_itself", of.value),
        Slip("root.squared", of.value**2 if of.value < 1000 else None, rare=True),
        Slip("root.decimal_point", _root_in_place(of.value)),
    )
    return like(found, of, of)


def size(work: Work, of: Quantity) -> Quantity:
    """|of|."""
    opposite = Slip("int.bars_as_opposite", -of.value) if of.value > 0 else Slip("int.bars_ignored", of.value)
    return like(work.step(f"|{of}| = {{}}", abs(of.value), opposite), of, of)


def _to_the_zero(work: Work, base: Quantity, says: str) -> Fraction:
    return work.step(
        says,
        Fraction(1),
        Slip("exp.zero_is_zero", Fraction(0), often=True),
        Slip("exp.zero_is_base", base.value, often=True),
    )


def _to_a_negative(work: Work, base: Quantity, n: int, says: str) -> Fraction:
    b = base.value
    power: Fraction = b**n
    found: Fraction = work.step(
        says,
        1 / power,
        Slip("exp.negative_exponent_negative_value", -power, often=True),
        Slip("exp.negative_exponent_as_product", -b * n),
        Slip("exp.negative_exponent_as_product", ratio(1, b * n)),
        Slip("exp.negative_exponent_ignored", power),
        Slip("exp.negative_exponent_negative_fraction", -1 / power, rare=True),
        Slip("exp.negative_exponent_as_scientific", b / 10**n if abs(b) != 10 else None, rare=True),
    )
    return found


def _to_a_positive(work: Work, base: Quantity, n: int, says: str) -> Fraction:
    b = base.value
    right: Fraction = b**n
    found: Fraction = work.step(
        says,
        right,
        Slip("ops.power_as_product", b * n, often=True),
        Slip("ops.power_swapped", Fraction(n) ** int(b) if base.is_whole and 1 < b <= 12 else None),
        Slip("ops.power_as_sum", b + n if base.form == "whole" and b > 0 else None, rare=True),
        Slip("ops.odd_power_sign_lost" if n % 2 else "ops.paren_base_sign_kept", -right if b < 0 else None, often=True),
        Slip("frac.power_top_only", _top_only(base, n)),
        Slip("dec.power_point", right * 10 ** (places(b) * (n - 1)) if base.form == "decimal" else None),
    )
    return found


def _top_only(base: Quantity, n: int) -> Fraction | None:
    """(2/3)² = 4/3."""
    return base.value**n * base.value.denominator ** (n - 1) if base.form == "fraction" else None


def _root_in_place(value: Fraction) -> Fraction | None:
    """√0.09 = 0.03, √0.4 = 0.2."""
    digits = int(value * 10 ** places(value))
    root = isqrt(digits)
    return Fraction(root, 10 ** places(value)) if value.denominator != 1 and root * root == digits else None


def _bracketed(a: Quantity) -> str:
    return f"({fraction(a.value) if a.form == 'mixed' else a})" if a.value < 0 or a.form != "whole" else str(a)
