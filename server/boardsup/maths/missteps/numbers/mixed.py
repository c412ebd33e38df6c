"""Mixed numbers without signs: whole parts and fraction parts, regrouping, and multiplying.

Regrouping a whole one as ten, and taking the smaller fraction from the larger one: Ashlock 2006.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from boardsup.maths.missteps.numbers import fractions
from boardsup.maths.missteps.numbers.quantities import Quantity, fraction, mixed
from boardsup.maths.missteps.work import Slip, Work, ratio


def summed(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a + b: the whole parts, then the fraction parts, which may make another whole one."""
    (x, p), (y, q) = _split(a), _split(b)
    parts = fractions.summed(work, p, q).value if p.value and q.value else p.value + q.value
    return work.step(
        f"{x} + {y} and {parts}: {{}}",
        mixed(x + y + parts),
        Slip("frac.mixed_carry_dropped", mixed(x + y + parts - 1) if parts > 1 else None),
    )


def subtracted(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a − b for a ≥ b, with a whole one regrouped where the fraction part is too small."""
    (x, p), (y, q) = _split(a), _split(b)
    wholes = f"{a} - {b}: {{}}"
    if p.value >= q.value:
        parts = fractions.subtracted(work, p, q).value if p.value and q.value else p.value - q.value
        return work.step(wholes, mixed(x - y + parts))
    common = lcm(p.value.denominator, q.value.denominator)
    right = a.value - b.value
    return work.step(
        wholes,
        mixed(right),
        Slip("frac.mixed_smaller_from_larger", mixed(x - y + abs(p.value - q.value)), often=True),
        Slip("frac.mixed_regroup_no_decrement", mixed(right + 1), often=True),
        Slip("frac.mixed_regroup_as_ten", mixed(right - 1 + Fraction(10, common))),
        Slip("frac.mixed_fraction_kept", mixed(x - y + q.value) if not p.value else None),
    )


def multiplied(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a · b by improper fractions."""
    (x, p), (y, q) = _split(a), _split(b)
    by_parts = x * y + p.value * q.value
    if not p.value or not q.value:
        by_parts = x * y + p.value + q.value
    way = work.step(
        f"{a} * {b}",
        "improper fractions",
        Slip("frac.mixed_mult_parts", "parts", often=True),
        Slip("frac.mixed_to_improper_add", "added whole to top"),
    )
    if way == "parts":
        return mixed(by_parts)
    first, second = (_wrongly_improper(a), _wrongly_improper(b)) if way == "added whole to top" else (a.value, b.value)
    return mixed(work.step(f"{first} * {second} = {{}}", first * second))


def divided(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a ÷ b by improper fractions."""
    (x, p), (y, q) = _split(a), _split(b)
    by_parts = None
    if y and q.value and p.value:
        by_parts = Fraction(x) / y + p.value / q.value
    return mixed(
        work.step(
            f"{a} ÷ {b} = {{}}",
            a.value / b.value,
            Slip("frac.divide_without_inverting", a.value * b.value, often=True),
            Slip("frac.invert_first_fraction", ratio(b.value, a.value), often=True),
            Slip("frac.mixed_divide_parts", by_parts),
            Slip("frac.mixed_to_improper_add", ratio(_wrongly_improper(a), _wrongly_improper(b))),
        )
    )


def _split(a: Quantity) -> tuple[int, Quantity]:
    """The whole part and the fraction part as written."""
    full = int(a.value)
    rest = a.value - full
    if a.form in ("mixed", "fraction") and a.top and a.bottom > 1:
        return full, Quantity(rest, "fraction", a.top - full * a.bottom, a.bottom)
    return full, fraction(rest)


def _wrongly_improper(a: Quantity) -> Fraction:
    """2 1/3 as (2 + 1)/3."""
    full, rest = _split(a)
    return Fraction(full + rest.value.numerator, rest.value.denominator) if rest.value else a.value
