"""A letter or blank in a sum of numbers, 8 + 4 = ? + 5: the equal sign read as "the answer is".

Knuth, Stephens, McNeil & Alibali 2006.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from boardsup.maths import tree as t
from boardsup.maths.missteps.answers import Answer, a_solution
from boardsup.maths.missteps.explore import Procedure
from boardsup.maths.missteps.numbers.quantities import written
from boardsup.maths.missteps.work import Slip, Work


@dataclass(frozen=True, slots=True)
class Blank:
    """a + b = letter + c with signed numbers; `comes_next` is what stands right beside the equal sign."""

    letter: str
    a: Fraction
    b: Fraction
    c: Fraction
    comes_next: Fraction


def procedures(equation: t.Relation, letter: str) -> list[Procedure]:
    """One way, where the equation is of this kind."""
    for first, second, is_behind in ((equation.left, equation.right, True), (equation.right, equation.left, False)):
        numbers, beside = _two_numbers(first), _beside(second, letter)
        if numbers is not None and beside is not None:
            a, b = numbers
            comes_next = a + b if is_behind else a - beside
            return [partial(_solved, blank=Blank(letter, a, b, beside, comes_next))]
    return []


def _two_numbers(side: t.Node) -> tuple[Fraction, Fraction] | None:
    match side:
        case t.Sum((a, b)):
            first, second = _signed(a), _signed(b)
            return None if first is None or second is None else (first, second)
        case _:
            return None


def _beside(side: t.Node, letter: str) -> Fraction | None:
    """c of a side letter + c, in any order."""
    match side:
        case t.Sum((t.Variable(name), c)) | t.Sum((c, t.Variable(name))) if name == letter:
            return _signed(c)
        case _:
            return None


def _signed(term: t.Node) -> Fraction | None:
    number = written(term)
    return None if number is None else number.value


def _solved(work: Work, blank: Blank) -> Answer:
    a, b, c = blank.a, blank.b, blank.c
    found = work.step(
        f"{a + b} on both sides: {blank.letter} = {{}}",
        a + b - c,
        Slip("equal.answer_comes_next", blank.comes_next, often=True),
        Slip("equal.all_numbers_used", a + b + c if min(b, c) > 0 else abs(a) + abs(b) + abs(c), often=True),
        Slip("equal.last_step_reversed", a + b + c if c < 0 else None),
    )
    return a_solution(blank.letter, found)
