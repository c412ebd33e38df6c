"""Solving k(x + b) = c by dividing first, and (x + b)/k = c by multiplying first."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from boardsup.maths.missteps.answers import Answer, a_solution
from boardsup.maths.missteps.equations.linear import Line, solved
from boardsup.maths.missteps.work import Slip, Work


def divided_first(work: Work, factor: Fraction, line: Line) -> Answer:
    """`line` is what stands in the brackets, and the other side."""
    right = replace(line, d=line.d / factor)
    after = work.step(
        f"divide both sides by {factor}: {{}}",
        right,
        Slip("eqm.parentheses_as_sum", replace(line, d=line.d - factor), often=True),
        Slip("eqm.multiplied_instead", replace(line, d=line.d * factor) if line.a == 1 else None, rare=True),
        Slip("eqm.factor_ignored", line, rare=True),
    )
    return solved(work, after)


def multiplied_first(work: Work, divisor: Fraction, line: Line) -> Answer:
    """`line` is what stands over the divisor, and the other side."""
    work.may_stop("eq2.stopped_early", a_solution(line.letter, line.d * divisor) if line.operator == "=" else None)
    after = work.step(
        f"multiply both sides by {divisor}: {{}}",
        replace(line, d=line.d * divisor),
        Slip("eq2.numerator_split", replace(line, b=line.b * divisor, d=line.d * divisor), often=True),
        Slip("eq1.fraction_same_op", replace(line, d=line.d / divisor), often=True),
        Slip("eqm.divisor_ignored", line, rare=True),
    )
    return solved(work, after)
