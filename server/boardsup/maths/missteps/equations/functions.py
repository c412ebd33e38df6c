"""For what x is f(x) = 7: some put 7 in for x."""

from __future__ import annotations

from functools import partial

from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import expression
from boardsup.maths.canonical.polynomials import rational
from boardsup.maths.canonical.relations import reals_of
from boardsup.maths.canonical.values import ONE_TERM
from boardsup.maths.missteps.answers import Answer, a_solution
from boardsup.maths.missteps.equations.quadratics import coefficients_of
from boardsup.maths.missteps.explore import Procedure
from boardsup.maths.missteps.numbers.quantities import written
from boardsup.maths.missteps.substituting import filled_in
from boardsup.maths.missteps.work import NoAnswer, Slip, Work


def procedures(equation: t.Relation, letter: str) -> list[Procedure]:
    """One way, where the rule is of the first degree and the value is a number."""
    if written(equation.right) is None or coefficients_of(equation, letter) is not None:
        return []
    return [partial(_solved, equation=equation, letter=letter)]


def _solved(work: Work, equation: t.Relation, letter: str) -> Answer:
    put_in = expression(filled_in(equation.left, {letter: equation.right}))
    value = rational(dict(put_in.top))
    if value is None or put_in.low != ONE_TERM:
        raise NoAnswer
    right = solution(equation, letter)
    return work.step(
        f"put the value in for f({letter})",
        right,
        Slip("eval.evaluated_instead", a_solution(letter, value), often=True),
    )


def solution(equation: t.Relation, letter: str) -> Answer:
    """The one solution of an equation of the first degree."""
    points = reals_of(equation).points
    found = rational(dict(points[0])) if len(points) == 1 else None
    if found is None:
        raise NoAnswer
    return a_solution(letter, found)
