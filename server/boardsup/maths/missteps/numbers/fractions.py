"""Fractions without signs.

Adding tops and bottoms: Carpenter et al. 1980 (NAEP). Operations of one rule carried over to another: Siegler & Pyke
2013, Braithwaite, Pyke & Siegler 2017. The others: Ashlock 2006.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from boardsup.maths.missteps.numbers.quantities import Quantity, fraction
from boardsup.maths.missteps.work import Slip, Work, ratio


def summed(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a + b."""
    p, q, r, s = _parts(a, b)
    common = lcm(q, s)
    is_whole = 1 in (q, s)
    added = work.step(
        f"{_shown(a)} + {_shown(b)} = {{}}",
        a.value + b.value,
        Slip("frac.add_tops_and_bottoms", Fraction(p + r, q + s), often=True),
        Slip("frac.common_den_numerators_unscaled", Fraction(p + r, common) if q != s and not is_whole else None),
        Slip("frac.common_den_numerators_unscaled", Fraction(p + r, q * s) if q != s and not is_whole else None),
        Slip("frac.keep_larger_denominator", Fraction(p + r, max(q, s)) if q != s and not is_whole else None),
        Slip("frac.scaled_one_numerator", _one_scaled(p, r, common, q), rare=True),
        Slip("frac.scaled_one_numerator", _one_scaled(r, p, common, s), rare=True),
        Slip("frac.whole_as_numerator", Fraction(p + r, max(q, s)) if is_whole else None),
        Slip(
            "frac.cross_products_added_bottoms",
            Fraction(p * s + r * q, q + s) if q != s and not is_whole else None,
            rare=True,
        ),
    )
    return fraction(added)


def tops_and_bottoms(a: Quantity, b: Quantity) -> Quantity:
    """The tops added with their signs, over the sum of the bottoms."""
    p, q, r, s = _parts(a, b)
    top = (p if a.value > 0 else -p) + (r if b.value > 0 else -r)
    return fraction(Fraction(top, q + s))


def subtracted(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a − b for a ≥ b."""
    p, q, r, s = _parts(a, b)
    common, top = lcm(q, s), abs(p - r)
    is_whole = 1 in (q, s)
    taken = work.step(
        f"{_shown(a)} - {_shown(b)} = {{}}",
        a.value - b.value,
        Slip("frac.sub_tops_and_bottoms", ratio(top, abs(q - s)), often=True),
        Slip("frac.sub_tops_and_bottoms", Fraction(top) if q == s else None),
        Slip("frac.sub_tops_and_bottoms", ratio(p - r, q - s)),
        Slip("frac.common_den_numerators_unscaled", Fraction(top, common) if q != s and not is_whole else None),
        Slip("frac.common_den_numerators_unscaled", Fraction(top, q * s) if q != s and not is_whole else None),
        Slip("frac.keep_larger_denominator", Fraction(top, max(q, s)) if q != s and not is_whole else None),
        Slip("frac.scaled_one_numerator", _one_scaled(p, -r, common, q), rare=True),
        Slip("frac.scaled_one_numerator", _one_scaled(-r, p, common, s), rare=True),
        Slip("frac.whole_as_numerator", Fraction(top, max(q, s)) if is_whole else None),
    )
    return fraction(taken)


def multiplied(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a · b."""
    p, q, r, s = _parts(a, b)
    common = lcm(q, s)
    product = a.value * b.value
    says = f"{_shown(a)} * {_shown(b)} = {{}}"
    if 1 in (q, s):
        n, other = (p, b) if q == 1 else (r, a)
        return fraction(
            work.step(
                says,
                product,
                Slip("frac.whole_times_both", other.value, often=True),
                Slip("frac.whole_times_bottom", ratio(other.value, n)),
                Slip("frac.whole_times_inverted", ratio(n, other.value), rare=True),
            )
        )
    return fraction(
        work.step(
            says,
            product,
            Slip("frac.mult_keep_common_denominator", product * (q * s) / common if q != 1 != s else None, often=True),
            Slip("frac.mult_keep_common_denominator", product * common if q != s else None),
            Slip("frac.cross_multiplied_product", Fraction(p * s, q * r) if r else None),
            Slip("frac.add_tops_in_product", Fraction(p + r, q * s), rare=True),
        )
    )


def divided(work: Work, a: Quantity, b: Quantity) -> Quantity:
    """a ÷ b."""
    p, q, r, s = _parts(a, b)
    return fraction(
        work.step(
            f"{_shown(a)} ÷ {_shown(b)} = {{}}",
            a.value / b.value,
            Slip("frac.divide_without_inverting", a.value * b.value, often=True),
            Slip("frac.invert_first_fraction", ratio(b.value, a.value), often=True),
            Slip("frac.invert_both", ratio(1, a.value * b.value) if 1 not in (q, s) else None, rare=True),
            Slip("frac.divide_keep_denominator", Fraction(p, r * q) if q == s and r else None),
        )
    )


def _parts(a: Quantity, b: Quantity) -> tuple[int, int, int, int]:
    """Top and bottom of each as written; a whole number is over 1."""
    (p, q), (r, s) = _part(a), _part(b)
    return p, q, r, s


def _part(a: Quantity) -> tuple[int, int]:
    if a.form == "fraction" and a.value and Fraction(a.top, a.bottom) == abs(a.value):
        return a.top, a.bottom
    return abs(a.value.numerator), a.value.denominator


def _shown(a: Quantity) -> str:
    top, bottom = _part(a)
    return f"{top}/{bottom}" if bottom != 1 else str(top)


def _one_scaled(scaled: int, left: int, common: int, bottom: int) -> Fraction | None:
    """Over the common denominator, with only the first numerator scaled to it."""
    factor = common // bottom
    value = Fraction(scaled * factor + left, common)
    return value if factor != 1 and value > 0 else None
