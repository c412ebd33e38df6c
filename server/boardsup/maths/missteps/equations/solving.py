"""Solving an equation or inequality in one letter: what family it is, then the way that the family is solved."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from boardsup.maths import tree as t
from boardsup.maths.missteps.algebra.like_terms import collected
from boardsup.maths.missteps.algebra.readings import as_read
from boardsup.maths.missteps.algebra.simplifying import expanded
from boardsup.maths.missteps.answers import Answer
from boardsup.maths.missteps.equations import (
    absolutes,
    blanks,
    brackets,
    chains,
    either,
    fraction_terms,
    functions,
    linear,
    quadratics,
)
from boardsup.maths.missteps.equations.parts import coefficients, linear_parts
from boardsup.maths.missteps.explore import Procedure
from boardsup.maths.missteps.numbers.quantities import written
from boardsup.maths.missteps.problems import SolveEquation, SolveInequality
from boardsup.maths.missteps.work import Work
from boardsup.maths.walk import letters_in


def of_equation(problem: SolveEquation) -> tuple[Procedure, ...]:
    """The ways to solve an equation."""
    equation, letter = problem.equation, problem.letter
    found: list[Procedure] = [partial(_solved, relation=equation, letter=letter)]
    found += _dividing_first(equation, letter)
    found += fraction_terms.procedures(equation, letter)
    found += quadratics.procedures(equation, letter)
    found += absolutes.procedures(equation, letter)
    found += blanks.procedures(equation, letter)
    if problem.is_of_function:
        found += functions.procedures(equation, letter)
    return tuple(found)


def of_inequality(problem: SolveInequality) -> tuple[Procedure, ...]:
    """The ways to solve an inequality, or a chain of two."""
    letter = problem.letter
    match problem.inequality:
        case t.Chain() as chain:
            return (partial(chains.solved, chain=chain, letter=letter),)
        case t.Either() as parts:
            return (partial(either.solved, either=parts, letter=letter),)
        case t.Relation() as relation:
            return (partial(_solved, relation=relation, letter=letter), *_dividing_first(relation, letter))


def _solved(work: Work, relation: t.Relation, letter: str) -> Answer:
    """Both sides simplified, then letters and numbers together."""
    left, right = as_read(work, relation.left), as_read(work, relation.right)
    first, second = expanded(work, left), expanded(work, right)
    family = family_of(relation, letter)
    work.note((first, f" {relation.operator} ", second))
    (a, b), (c, d) = (coefficients(collected(work, side), letter) for side in (first, second))
    return linear.solved(work, linear.Line(letter, a, b, relation.operator, c, d, family))


def family_of(relation: t.Relation, letter: str) -> linear.Family:
    """What kind of equation it is, by how it is written."""
    sides = (relation.left, relation.right)
    if all(letter in letters_in(side) for side in sides):
        return "eqv"
    if any(_has_bracket(side) or _has_like_terms(side, letter) for side in sides):
        return "eqm"
    side = next(s for s in sides if letter in letters_in(s))
    match side:
        case t.Sum((t.Variable(), other)) | t.Sum((other, t.Variable())) if not letters_in(other):
            return "eq1"
        case t.Sum() | t.Quotient(t.Sum(), _):
            return "eq2"
        case _:
            return "eq1"


def _has_bracket(side: t.Node) -> bool:
    match side:
        case t.Product(factors):
            return any(isinstance(factor, t.Sum) for factor in factors)
        case t.Sum(terms):
            return any(_has_bracket(term) for term in terms)
        case t.Neg(of):
            return isinstance(of, t.Sum) or _has_bracket(of)
        case _:
            return False


def _has_like_terms(side: t.Node, letter: str) -> bool:
    return isinstance(side, t.Sum) and sum(letter in letters_in(term) for term in side.terms) > 1


def _dividing_first(relation: t.Relation, letter: str) -> list[Procedure]:
    """k(x + b) = c also by dividing first."""
    left, right, operator = relation.left, relation.right, relation.operator
    if not letters_in(left):
        left, right = right, left
        if operator != "=":
            return []
    match left, written(right):
        case t.Product((k, t.Sum() as inside)), number if number is not None and (factor := written(k)):
            line = linear_parts(inside, letter)
            if line is None or factor.value in (0, 1) or (factor.value < 0 and operator != "="):
                return []
            before = linear.Line(letter, *line, operator, Fraction(0), number.value, "eqm")
            return [partial(brackets.divided_first, factor=factor.value, line=before)]
        case t.Quotient(t.Sum() as inside, k), number if number is not None and (divisor := written(k)):
            line = linear_parts(inside, letter)
            if line is None or not line[0] or divisor.value in (0, 1) or (divisor.value < 0 and operator != "="):
                return []
            before = linear.Line(letter, *line, operator, Fraction(0), number.value, "eq2")
            return [partial(brackets.multiplied_first, divisor=divisor.value, line=before)]
        case _:
            return []
