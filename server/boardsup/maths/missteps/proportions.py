"""Proportions, ratios and unit rates.

The same difference instead of the same factor: Hart 1981, Tourniaire & Pulos 1985 (review).
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from boardsup.maths.missteps.answers import Answer, a_number, a_ratio, a_solution, decimal_numeral, numeral
from boardsup.maths.missteps.word_problems import LowestRatio, Proportion, UnitRate
from boardsup.maths.missteps.work import NoAnswer, Slip, Work, ratio


def solved(work: Work, problem: Proportion) -> Answer:
    """The unknown of a/b = c/d."""
    across, beside, opposite = _places(problem)
    if not opposite:
        raise NoAnswer
    x = problem.letter
    work.note(f"{numeral(opposite)}{x} = {numeral(across)} * {numeral(beside)}")
    work.may_stop("prop.stopped_early", a_solution(x, across * beside))
    found = work.step(
        f"{x} = {numeral(across * beside)} ÷ {numeral(opposite)} = {{}}",
        across * beside / opposite,
        Slip("prop.additive", across + beside - opposite, often=True),
        Slip("prop.cross_inverted", ratio(opposite * beside, across), often=True),
        Slip("prop.other_pair", ratio(opposite * across, beside)),
        Slip("frac.equiv_other_part_unchanged", across if across != opposite else None),
        Slip("prop.divided_other_way", ratio(opposite, across * beside), rare=True),
    )
    return a_solution(x, found)


def _places(problem: Proportion) -> tuple[Fraction, Fraction, Fraction]:
    """The number across from the unknown in its row, the one beside it, and the one opposite."""
    match problem:
        case Proportion(None, b, c, d) if b is not None and c is not None and d is not None:
            return c, b, d
        case Proportion(a, None, c, d) if a is not None and c is not None and d is not None:
            return d, a, c
        case Proportion(a, b, None, d) if a is not None and b is not None and d is not None:
            return a, d, b
        case Proportion(a, b, c, None) if a is not None and b is not None and c is not None:
            return b, c, a
        case _:
            raise NoAnswer


def in_lowest_terms(work: Work, problem: LowestRatio) -> Answer:
    """a : b in lowest terms."""
    a, b = problem.first, problem.second
    if a.denominator != 1 or b.denominator != 1 or not (a > 0 and b > 0):
        if not (a > 0 and b > 0):
            raise NoAnswer
        return a_ratio(a, b)
    common = Fraction(gcd(int(a), int(b)))
    pair = work.step(
        f"divide both by {common}",
        (a / common, b / common),
        Slip("ratio.order_reversed", (b / common, a / common), often=True),
        Slip("ratio.reduced_one_part", (a / common, b)),
        Slip("ratio.reduced_one_part", (a, b / common)),
        Slip("ratio.subtracted_same_amount", (a - common, b - common) if min(a, b) > common else None, rare=True),
        Slip("ratio.part_to_total", (a / common, (a + b) / common), rare=True),
    )
    found = pair[0] / pair[1]
    return a_ratio(Fraction(found.numerator), Fraction(found.denominator))


def unit_rate(work: Work, problem: UnitRate) -> Answer:
    """So much for so many: how much for one?"""
    amount, count = problem.amount, problem.count
    if not count:
        raise NoAnswer
    found = work.step(
        f"{numeral(amount)} ÷ {numeral(count)} = {{}}",
        amount / count,
        Slip("ratio.inverted", ratio(count, amount), often=True),
        Slip("ratio.difference", amount - count if amount > count else count - amount),
        Slip("ratio.product", amount * count, rare=True),
    )
    return a_solution(problem.letter, found) if problem.letter else a_number(found, decimal_numeral(found))
