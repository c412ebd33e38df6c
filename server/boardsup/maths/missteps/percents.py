"""Percent: the part, the rate, the whole, and change by a percent.

The operations that students choose for the three kinds: Parker & Leinhardt 1995 (review); the others are classroom
knowledge that problems/misconceptions credits one by one.
"""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths.missteps.answers import Answer, a_number, a_percent, decimal_numeral
from boardsup.maths.missteps.word_problems import (
    BeforeChange,
    ChangeByPercent,
    Growth,
    PercentChange,
    PercentOf,
    PercentRate,
    PercentWhole,
)
from boardsup.maths.missteps.work import NoAnswer, Slip, Work, ratio


def part(work: Work, problem: PercentOf) -> Answer:
    """p% of n."""
    p, n = problem.percent, problem.whole
    rate = _rate(work, p)
    found = work.step(
        f"{_d(rate)} * {_d(n)} = {{}}",
        rate * n,
        Slip("pct.divide_by_percent", ratio(n, p), often=True),
        Slip("pct.divide_by_rate", ratio(n * 100, p), rare=True),
        Slip("pct.subtracted_percent", n - p if n > p else None, often=True),
        Slip("pct.added_points", n + p, rare=True),
        Slip("pct.gave_remaining", n - rate * n if p < 100 else None),
        Slip("pct.gave_total", n + rate * n, rare=True),
        Slip("pct.part_whole_swapped", ratio(p * 100, n)),
    )
    return _amount(found)


def rate(work: Work, problem: PercentRate) -> Answer:
    """What percent of the whole is the part?"""
    a, n = problem.part, problem.whole
    if not n:
        raise NoAnswer
    found = work.step(
        f"{_d(a)}/{_d(n)} as a percent: {{}}",
        a / n * 100,
        Slip("pct.part_whole_swapped", ratio(n * 100, a), often=True),
        Slip("pct.rate_left_as_decimal", a / n),
        Slip("pct.moved_one_place", a / n * 10),
        Slip("pct.divided_whole_by_part", ratio(n, a), rare=True),
        Slip("pct.part_as_percent", a),
        Slip("pct.took_percent_of", a * n / 100, often=True),
        Slip("pct.difference_as_percent", abs(n - a), rare=True),
        Slip("pct.gave_remaining", 100 - a / n * 100 if a < n else None),
    )
    return a_percent(found)


def whole(work: Work, problem: PercentWhole) -> Answer:
    """p% of what number is the part?"""
    p, a = problem.percent, problem.part
    if not p:
        raise NoAnswer
    rate = _rate(work, p)
    found = work.step(
        f"{_d(a)} ÷ {_d(rate)} = {{}}",
        a / rate,
        Slip("pct.percent_of_instead_of_whole", rate * a, often=True),
        Slip("pct.divide_by_percent", a / p, often=True),
        Slip("pct.multiplied_by_percent", a * p, rare=True),
        Slip("pct.added_points", a + p, rare=True),
        Slip("pct.subtracted_percent", a - p if a > p else None),
        Slip("pct.part_whole_swapped", ratio(p, a * Fraction(1, 100))),
        Slip("pct.added_percent_of_part", a + rate * a, rare=True),
    )
    return _amount(found)


def change(work: Work, problem: PercentChange) -> Answer:
    """By what percent does the old amount change?"""
    old, new = problem.old, problem.new
    if not old or not new:
        raise NoAnswer
    by = abs(new - old)
    found = work.step(
        f"{_d(by)}/{_d(old)} as a percent: {{}}",
        by / old * 100,
        Slip("pct.compared_with_new", by / new * 100, often=True),
        Slip("pct.amount_as_percent", by, often=True),
        Slip("pct.new_as_percent_of_old", new / old * 100),
        Slip("pct.old_as_percent_of_new", old / new * 100),
        Slip("pct.rate_left_as_decimal", by / old),
        Slip("pct.moved_one_place", by / old * 10),
        Slip("pct.divided_whole_by_part", ratio(old, by), rare=True),
    )
    return a_percent(found)


def changed(work: Work, problem: ChangeByPercent) -> Answer:
    """The amount, more or less by p%."""
    n, p, sign = problem.amount, problem.percent, problem.sign
    rate = _rate(work, p)
    by = work.step(
        f"{_d(rate)} * {_d(n)} = {{}}",
        rate * n,
        Slip("pct.subtract_points" if sign < 0 else "pct.added_points", p, often=True),
        Slip("pct.divide_by_percent", ratio(n, p)),
    )
    work.may_stop("pct.reports_discount" if sign < 0 else "pct.reports_increase", _amount(by))
    found = work.step(
        f"{_d(n)} {'-' if sign < 0 else '+'} {_d(by)} = {{}}",
        n + sign * by,
        Slip("pct.changed_wrong_way", n - sign * by),
    )
    return _amount(found)


def grown(work: Work, problem: Growth) -> Answer:
    """The amount after so many changes by p% each."""
    n, times = problem.amount, problem.times
    by = problem.sign * problem.percent / 100
    factor = work.step(
        f"1 {'+' if by > 0 else '-'} {_d(abs(by))} = {{}}",
        1 + by,
        Slip("grow.growth_only", abs(by), often=True),
        Slip("grow.grew_instead_of_shrank" if by < 0 else "pct.changed_wrong_way", 1 - by),
    )
    found = work.step(
        f"{_d(n)} * ({_d(factor)})^{times} = {{}}",
        n * factor**times,
        Slip("grow.linear", n * (1 + by * times), often=True),
        Slip("grow.exponent_as_factor", n * factor * times),
        Slip("grow.one_period_only", n * factor if times > 1 else None),
    )
    return _amount(found)


def before(work: Work, problem: BeforeChange) -> Answer:
    """The amount before it became more or less by p%."""
    n, p, sign = problem.after, problem.percent, problem.sign
    left = 1 + sign * p / 100
    if left <= 0:
        raise NoAnswer
    found = work.step(
        f"{_d(n)} ÷ {_d(left)} = {{}}",
        n / left,
        Slip("pct.reverse_with_same_percent", n * (1 - sign * p / 100), often=True),
        Slip("pct.added_points" if sign < 0 else "pct.subtract_points", n - sign * p, rare=True),
        Slip("pct.changed_again", n * left, rare=True),
        Slip("pct.divided_by_rate_of_change", ratio(n * 100, p), rare=True),
        Slip("pct.reports_discount" if sign < 0 else "pct.reports_increase", n * p / 100),
    )
    return _amount(found)


def _rate(work: Work, p: Fraction) -> Fraction:
    return work.step(
        f"{_d(p)}% as a decimal: {{}}",
        p / 100,
        Slip("pct.place_value", p / 10, often=True),
        Slip("pct.no_hundred", p),
        Slip("pct.moved_too_far", p / 1000, rare=True),
    )


def _amount(value: Fraction) -> Answer:
    return a_number(value, decimal_numeral(value))


def _d(value: Fraction) -> str:
    return decimal_numeral(value)
