"""Solving |ax + b| = c: two cases."""

from __future__ import annotations

from functools import partial

from boardsup.maths import tree as t
from boardsup.maths.canonical.polynomials import Polynomial, negative
from boardsup.maths.canonical.relations import reals_of
from boardsup.maths.missteps.answers import Answer, in_words, several
from boardsup.maths.missteps.explore import Procedure
from boardsup.maths.missteps.numbers.quantities import written
from boardsup.maths.missteps.work import NoAnswer, Slip, Work


def procedures(equation: t.Relation, letter: str) -> list[Procedure]:
    """One way, where the equation is of this kind."""
    found = parts_of(equation)
    return [] if found is None else [partial(_solved, inside=found[0], right=found[1], letter=letter)]


def parts_of(equation: t.Relation) -> tuple[t.Node, t.Node] | None:
    """What stands between the bars, and the number on the other side; None for any other equation."""
    match equation:
        case t.Relation(t.Absolute(inside), "=", right) if written(right) is not None:
            return inside, right
        case t.Relation(left, "=", t.Absolute(inside)) if written(left) is not None:
            return inside, left
        case _:
            return None


def _solved(work: Work, inside: t.Node, right: t.Node, letter: str) -> Answer:
    number = written(right)
    first, second = solutions(inside, right), solutions(inside, t.Neg(right))
    if number is None or len(first) != 1 or len(second) != 1:
        raise NoAnswer
    if number.value < 0:
        wrong = several((*first, *second), letter)
        return work.step(
            "a size is never negative",
            in_words("no solution"),
            Slip("abs.negative_size_solved", wrong, often=True),
            Slip("abs.negative_size_solved", several(first, letter)),
        )
    return work.step(
        "both cases",
        several((*first, *second), letter),
        Slip("abs.one_case_only", several(first, letter), often=True),
        Slip("abs.one_case_only", several(second, letter)),
        Slip("abs.other_case_sign", several((*first, negative(first[0])), letter)),
    )


def solutions(inside: t.Node, right: t.Node) -> tuple[Polynomial, ...]:
    """The values for which what is inside has this value."""
    return tuple(dict(point) for point in reals_of(t.Relation(inside, "=", right)).points)
