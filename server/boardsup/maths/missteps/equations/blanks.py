"""A blank in a sum of numbers, 8 + 4 = ? + 5: the equal sign read as "the answer is".

Knuth, Stephens, McNeil & Alibali 2006.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from boardsup.maths import tree as t
from boardsup.maths.missteps.answers import Answer, a_solution
from boardsup.maths.missteps.explore import Procedure
from boardsup.maths.missteps.numbers.quantities import written
from boardsup.maths.missteps.work import Slip, Work


def procedures(equation: t.Relation, letter: str) -> list[Procedure]:
    """One way, where the equation is of this kind."""
    match equation:
        case t.Relation(t.Sum((a, b)), "=", t.Sum((t.Variable(), c))) | t.Relation(
            t.Sum((a, b)), "=", t.Sum((c, t.Variable()))
        ):
            numbers = [written(part) for part in (a, b, c)]
            values = tuple(number.value for number in numbers if number is not None)
            return [partial(_solved, letter=letter, values=values)] if len(values) == 3 else []
        case _:
            return []


def _solved(work: Work, letter: str, values: tuple[Fraction, Fraction, Fraction]) -> Answer:
    a, b, c = values
    found = work.step(
        f"{a + b} = {letter} + {c}: {letter} = {{}}",
        a + b - c,
        Slip("equal.answer_comes_next", a + b, often=True),
        Slip("equal.all_numbers_used", a + b + c, often=True),
    )
    return a_solution(letter, found)
