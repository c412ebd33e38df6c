"""Checking a solution, counting solutions, and writing an expression or a relation from words.

The reversed relation: Clement 1982.
"""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import evaluated
from boardsup.maths.canonical.polynomials import UNIT, Monomial, Polynomial, rational
from boardsup.maths.canonical.radicals import ONE
from boardsup.maths.missteps.answers import Answer, a_polynomial
from boardsup.maths.missteps.equations.parts import linear_parts
from boardsup.maths.missteps.problems import HowMany, IsSolution
from boardsup.maths.missteps.substituting import filled_in
from boardsup.maths.missteps.word_problems import TimesAsMany, WriteExpression
from boardsup.maths.missteps.work import NoAnswer, Slip, Work


def checked(work: Work, problem: IsSolution) -> Answer:
    """Yes or no."""
    values = dict(problem.values)
    held = [_holds(relation, values) for relation in problem.relations]
    if not all(held) and any(held):
        return work.step("try both", _word("no"), Slip("sys.checked_one_equation", _word("yes")))
    right, other = ("yes", "no") if all(held) else ("no", "yes")
    return work.step("try the values", _word(right), Slip("eval.check_not_made", _word(other)))


def how_many(work: Work, problem: HowMany) -> Answer:
    """none, one or infinitely many."""
    parts = [linear_parts(side, problem.letter) for side in (problem.equation.left, problem.equation.right)]
    (left, right) = (part for part in parts if part is not None) if None not in parts else (None, None)
    if left is None or right is None:
        raise NoAnswer
    a, b = left[0] - right[0], left[1] - right[1]
    none, one, many = _word("none"), _word("one"), _word("infinitely many")
    if a:
        nothing = "eqv.zero_as_no_solution" if not b else "eqv.one_as_none"
        everything = "eqv.same_numbers_as_all" if not b else "eqv.one_as_many"
        return work.step("the letter stays", one, Slip(nothing, none), Slip(everything, many))
    if b:
        return work.step(
            "a false statement is left",
            none,
            Slip("eqv.no_solution_as_zero", one, often=True),
            Slip("eqv.false_statement_as_all", many),
        )
    return work.step(
        "a true statement is left",
        many,
        Slip("eqv.identity_as_zero", one, often=True),
        Slip("eqv.true_statement_as_none", none),
    )


def written(work: Work, problem: WriteExpression) -> Answer:
    """a less than b times a number n: bn − a."""
    a, b, n = Fraction(problem.amount), Fraction(problem.factor), problem.letter
    x: Monomial = (1, ((n, 1),))
    right: Polynomial = {x: b, UNIT: problem.sign * a}
    turned: Polynomial | None = {x: -b, UNIT: a} if problem.sign < 0 else None
    return a_polynomial(
        work.step(
            "the expression",
            right,
            Slip("expr.reversed_subtraction", turned, often=True),
            Slip("expr.subtracts_first", {x: b, UNIT: problem.sign * a * b}),
            Slip("like.conjoin", {x: b + problem.sign * a} if b + problem.sign * a else None),
        )
    )


def times_as_many(work: Work, problem: TimesAsMany) -> Answer:
    """s = 6p."""
    n, s, p = problem.times, problem.first, problem.second
    return work.step(
        "the relation",
        _relation(s, n, p),
        Slip("lin.reversal_error", _relation(p, n, s), often=True),
        Slip("lin.relation_as_sum", Answer((s, "+", n, p), f"{s} = {p} + {n}")),
    )


def _relation(many: str, times: int, few: str) -> Answer:
    return Answer((many, times, few), f"{many} = {times}{few}")


def _word(word: str) -> Answer:
    return Answer(("word", word), word)


def _holds(relation: t.Relation, values: dict[str, t.Node]) -> bool:
    left, right = (_value(filled_in(side, values)) for side in (relation.left, relation.right))
    match relation.operator:
        case "=":
            return left == right
        case "≠":
            return left != right
        case "<":
            return left < right
        case "≤":
            return left <= right
        case ">":
            return left > right
        case "≥":
            return left >= right


def _value(node: t.Node) -> Fraction:
    top, low = evaluated(node)
    found = rational(top)
    if low != ONE or found is None:
        raise NoAnswer
    return Fraction(found)
