"""Solving a formula for one of its letters: A·v + B = C, where A, B and C hold the other letters.

Dividing one term only: Booth et al. 2014; moving without changing the sign: Sleeman 1984.
"""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths.canonical import fractions as q
from boardsup.maths.canonical.from_tree import evaluated
from boardsup.maths.canonical.polynomials import coefficients_in, degree_in, rational
from boardsup.maths.canonical.radicals import ONE
from boardsup.maths.canonical.values import Expression
from boardsup.maths.missteps.answers import Answer, an_expression
from boardsup.maths.missteps.problems import SolveFormula
from boardsup.maths.missteps.work import NoAnswer, Slip, Work


def solved(work: Work, problem: SolveFormula) -> Answer:
    """v = (C − B)/A."""
    a, b, c = _parts(problem)
    v = problem.letter
    right = (q.difference_of(c, b), a)
    moved: tuple[q.Quotient, q.Quotient] = work.step(
        "take away what is added",
        right,
        Slip("lit.moved_without_sign_change", (q.added(c, b), a) if b[0] else None, often=True),
        Slip("lit.joined_unlike_terms", (joined, a) if (joined := _conjoined(c, b)) is not None else None),
    )
    top, below = moved
    is_below = (size := rational(below[0])) is not None and Fraction(size).denominator != 1
    if rational(below[0]) != 1 or below[1] is not ONE:
        turned = an_expression(q.value_of(q.opposite(top)), letter=v) if _is_negative(below) else None
        work.may_stop("lit.stopped_early", an_expression(q.value_of(top), letter=v), turned)
    found = work.step(
        "divide by what multiplies",
        q.value_of(q.quotient(top, below)),
        *(Slip(_one_term(is_below=is_below), value, often=True) for value in _one_term_only(b, c, a)),
        Slip(
            "lit.divided_again" if is_below else "lit.multiplied_instead",
            q.value_of(q.multiplied(top, below)),
            often=True,
        ),
        Slip("lit.subtracted_instead", q.value_of(q.difference_of(top, below)), rare=True),
        Slip("lit.inverted", q.value_of(q.quotient(below, top)) if top[0] else None, rare=True),
        Slip(
            "lit.divisor_sign_lost" if _is_negative(below) else "lit.answer_sign",
            q.value_of(q.opposite(q.quotient(top, below))),
            rare=True,
        ),
    )
    return an_expression(found, letter=v)


def _is_negative(a: q.Quotient) -> bool:
    """Is it a negative number, or a product with one?"""
    return len(a[0]) == 1 and next(iter(a[0].values())) < 0


def _parts(problem: SolveFormula) -> tuple[q.Quotient, q.Quotient, q.Quotient]:
    """A, B and C; C is what stands on the side without the letter."""
    left, right = evaluated(problem.formula.left), evaluated(problem.formula.right)
    if left[1] != ONE or right[1] != ONE:
        raise NoAnswer
    name = problem.letter
    with_letter, without = (left[0], right[0]) if degree_in(left[0], name) else (right[0], left[0])
    if degree_in(with_letter, name) != 1 or degree_in(without, name):
        raise NoAnswer
    parts = coefficients_in(with_letter, name)
    return (parts[1], ONE), (parts.get(0, {}), ONE), (without, ONE)


def _one_term(*, is_below: bool) -> str:
    return "lit.multiplied_one_term_only" if is_below else "lit.divided_one_term_only"


def _one_term_only(b: q.Quotient, c: q.Quotient, a: q.Quotient) -> list[Expression]:
    """C − B/A and C/A − B, and the same with all signs turned where A is negative."""
    if not b[0] or not c[0]:
        return []
    found = [_one_divided(b, c, a), _other_divided(b, c, a)]
    if _is_negative(a):
        turned = q.opposite(a), q.opposite(b), q.opposite(c)
        found += [_one_divided(turned[1], turned[2], turned[0]), _other_divided(turned[1], turned[2], turned[0])]
    return [q.value_of(value) for value in found]


def _one_divided(b: q.Quotient, c: q.Quotient, a: q.Quotient) -> q.Quotient:
    """C − B/A."""
    return q.difference_of(c, q.quotient(b, a))


def _other_divided(b: q.Quotient, c: q.Quotient, a: q.Quotient) -> q.Quotient:
    """C/A − B."""
    return q.difference_of(q.quotient(c, a), b)


def _conjoined(c: q.Quotient, b: q.Quotient) -> q.Quotient | None:
    """12 − 3x as 9x."""
    size = rational(c[0])
    if size is None or len(b[0]) != 1 or rational(b[0]) is not None:
        return None
    ((monomial, k),) = b[0].items()
    total = Fraction(size) - k
    return ({monomial: total}, ONE) if total else None
