"""Writing a number in another form: lowest terms, improper fraction, mixed number, decimal, percent, fraction.

Adding the whole number to the top, and the other fraction errors: Ashlock 2006. The bar read as a point: Resnick et
al. 1989; one place instead of two: classroom knowledge.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from boardsup.maths.missteps.answers import Answer, a_number, a_percent, decimal_numeral, mixed_numeral
from boardsup.maths.missteps.numbers.decimals import places
from boardsup.maths.missteps.numbers.quantities import Quantity, written
from boardsup.maths.missteps.problems import Convert
from boardsup.maths.missteps.work import NoAnswer, Slip, Work, ratio


def converted(work: Work, problem: Convert) -> Answer:
    """The number in the form asked for."""
    q = written(problem.number)
    if q is None or q.value < 0:
        raise NoAnswer
    match problem.to:
        case "lowest terms":
            return a_number(_reduced(work, q.top, q.bottom))
        case "improper fraction":
            return a_number(_improper(work, q))
        case "mixed number":
            return _mixed(work, q)
        case "decimal":
            found = _as_decimal(work, q, is_percent=_is_percent(problem))
            return a_number(found, decimal_numeral(found))
        case "percent":
            return a_percent(_as_percent(work, q))
        case _:
            return a_number(_as_fraction(work, q, is_percent=_is_percent(problem)))


def _is_percent(problem: Convert) -> bool:
    return type(problem.number).__name__ == "Percent"


def _reduced(work: Work, top: int, bottom: int) -> Fraction:
    common = gcd(top, bottom)
    return work.step(
        f"divide top and bottom of {top}/{bottom} by {common}: {{}}",
        Fraction(top, bottom),
        Slip("frac.reduced_numerator_only", Fraction(top // common, bottom)),
        Slip("frac.reduced_denominator_only", Fraction(top, bottom // common)),
        Slip("frac.subtracted_same_amount", ratio(top - common, bottom - common)),
        Slip("frac.gave_common_factor", Fraction(common) if common > 1 else None),
        Slip("frac.cancelled_shared_digit", _without_shared_digit(top, bottom)),
    )


def _without_shared_digit(top: int, bottom: int) -> Fraction | None:
    """16/64 as 1/4."""
    for digit in str(top):
        left, under = str(top).replace(digit, "", 1), str(bottom).replace(digit, "", 1)
        if digit in str(bottom) and left and under and int(under):
            return Fraction(int(left), int(under))
    return None


def _improper(work: Work, q: Quantity) -> Fraction:
    whole = int(q.value)
    top, bottom = q.top - whole * q.bottom, q.bottom
    if not top or not whole:
        raise NoAnswer
    return work.step(
        f"{whole} * {bottom} + {top} over {bottom}: {{}}",
        q.value,
        Slip("frac.mixed_to_improper_add", Fraction(whole + top, bottom), often=True),
        Slip("frac.mixed_to_improper_times_top", Fraction(whole * top + bottom, bottom)),
        Slip("frac.mixed_to_improper_times_top", Fraction(whole * top, bottom)),
        Slip("frac.mixed_to_improper_top_left_out", Fraction(whole)),
        Slip("frac.whole_beside_numerator", Fraction(int(f"{whole}{top}"), bottom)),
        Slip("frac.improper_over_numerator", Fraction(whole * bottom + top, top), rare=True),
    )


def _mixed(work: Work, q: Quantity) -> Answer:
    if q.form != "fraction" or q.top <= q.bottom:
        raise NoAnswer
    whole, rest = divmod(q.top, q.bottom)
    found = work.step(
        f"{q.top} ÷ {q.bottom} = {whole}, remainder {rest}",
        q.value,
        Slip("frac.remainder_over_quotient", whole + Fraction(rest, whole)),
        Slip("frac.remainder_and_quotient_swapped", rest + Fraction(whole, q.bottom)),
        Slip("frac.remainder_over_numerator", whole + Fraction(rest, q.top), rare=True),
        Slip("div.remainder_as_decimal", Fraction(f"{whole}.{rest}")),
        Slip("div.remainder_dropped", Fraction(whole)),
    )
    return a_number(found, mixed_numeral(found))


def _as_decimal(work: Work, q: Quantity, *, is_percent: bool) -> Fraction:
    if is_percent:
        return work.step(
            f"{decimal_numeral(q.value * 100)} ÷ 100 = {{}}",
            q.value,
            Slip("pct.place_value", q.value * 10),
            Slip("pct.no_hundred", q.value * 100),
            Slip("pct.moved_too_far", q.value / 10),
        )
    if q.form not in ("fraction", "mixed"):
        raise NoAnswer
    whole = int(q.value) if q.form == "mixed" else 0
    top, bottom = q.top - whole * q.bottom, q.bottom
    return work.step(
        f"{top} ÷ {bottom} = {{}}",
        q.value,
        Slip("conv.bar_as_point", Fraction(f"{top}.{bottom}") if not whole else None, often=True),
        Slip("conv.digits_behind_point", whole + Fraction(f"0.{top}{bottom}")),
        Slip("conv.top_behind_point", whole + Fraction(f"0.{top}"), rare=True),
        Slip("conv.bottom_behind_point", whole + Fraction(f"0.{bottom}"), rare=True),
        Slip("conv.divided_bottom_by_top", ratio(bottom, top) if not whole else None),
    )


def _as_percent(work: Work, q: Quantity) -> Fraction:
    if q.form == "fraction":
        return work.step(
            f"{q.top}/{q.bottom} of 100 = {{}}",
            q.value * 100,
            Slip("pct.rate_left_as_decimal", q.value),
            Slip("pct.part_as_percent", Fraction(q.top)),
            Slip("conv.digits_as_percent", Fraction(int(f"{q.top}{q.bottom}"))),
            Slip("conv.bottom_as_percent", Fraction(q.bottom), rare=True),
            Slip("pct.part_whole_swapped", ratio(q.bottom * 100, q.top)),
            Slip("pct.moved_one_place", q.value * 10),
        )
    return work.step(
        f"{q} * 100 = {{}}",
        q.value * 100,
        Slip("pct.moved_one_place", q.value * 10, often=True),
        Slip("pct.rate_left_as_decimal", q.value),
        Slip("pct.moved_too_far", q.value * 1000),
        Slip("pct.moved_wrong_way", q.value / 100),
    )


def _as_fraction(work: Work, q: Quantity, *, is_percent: bool) -> Fraction:
    if is_percent:
        p = q.value * 100
        return work.step(
            f"{decimal_numeral(p)}/100 = {{}}",
            q.value,
            Slip("pct.place_value", p / 10),
            Slip("pct.no_hundred", p),
            Slip("pct.one_over_percent", ratio(1, p)),
        )
    behind = places(q.value)
    digits = int(q.value * 10**behind)
    if not behind:
        raise NoAnswer
    return work.step(
        f"{digits}/{10**behind} = {{}}",
        q.value,
        Slip("conv.over_wrong_power_of_ten", Fraction(digits, 10 ** (behind + 1))),
        Slip("conv.over_wrong_power_of_ten", Fraction(digits, 10 ** (behind - 1)) if behind > 1 else None),
        Slip("conv.over_wrong_power_of_ten", Fraction(digits, 100) if behind == 1 else None),
        Slip("conv.one_over_digits", Fraction(1, digits)),
        Slip("conv.digits_as_top_and_bottom", _top_and_bottom(digits)),
    )


def _top_and_bottom(digits: int) -> Fraction | None:
    """0.35 as 3/5."""
    top, bottom = divmod(digits, 10)
    return Fraction(top, bottom) if 0 < top < 10 and bottom else None
