"""The right answer of a problem, with the kind it is marked by and the letters that it may hold."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from boardsup.maths import tree as t
from boardsup.maths.canonical import fractions as q
from boardsup.maths.canonical.from_tree import expression
from boardsup.maths.canonical.polynomials import coefficients_in, letters_of, negative, rational
from boardsup.maths.canonical.radicals import ONE
from boardsup.maths.canonical.reals import EVERYTHING, NOTHING, Reals
from boardsup.maths.canonical.relations import reals_of
from boardsup.maths.canonical.values import Expression
from boardsup.maths.missteps import problems as p
from boardsup.maths.missteps.answers import (
    Answer,
    a_chain,
    a_number,
    a_range,
    a_solution,
    an_expression,
    in_words,
    outside,
    several,
)
from boardsup.maths.missteps.equations.absolutes import parts_of
from boardsup.maths.missteps.explore import right_answer
from boardsup.maths.missteps.procedures import procedures_of
from boardsup.maths.posing.kinds import kind_of
from boardsup.maths.posing.slots import value_of
from boardsup.maths.walk import children, letters_in


class Unsolved(Exception):
    """The problem has no single answer that can be marked; `args` are a code and a sentence for the teacher."""


@dataclass(frozen=True, slots=True)
class Solved:
    """A right answer, its kind of marking and the letters that an answer may hold."""

    answer: Answer
    kind: str
    letters: tuple[str, ...] = ()


def solution(problem: p.Problem) -> Solved:
    """The right answer; raises `Unsolved`, or what `canonical` raises where it is too big or undefined."""
    match problem:
        case p.Compute(node):
            return _computed(problem, node)
        case p.Simplify(node, goal):
            return _simplified(node, goal)
        case p.Factor(node):
            return Solved(_by_procedure(problem), "expression_factored", _letters(node))
        case p.SolveEquation(relation, letter):
            return _equation(relation, letter)
        case p.SolveInequality(relation, letter):
            return _inequality(relation, letter)
        case p.SolveFormula(relation, letter):
            return _formula(relation, letter)
        case p.SolveSystem(_, _, letters, wanted):
            return _system(_by_procedure(problem), letters, wanted)
        case _:
            return Solved(_by_procedure(problem), *kind_of(problem))


def _by_procedure(problem: p.Problem) -> Answer:
    for procedure in procedures_of(problem):
        found = right_answer(procedure)
        if found is not None:
            return found
    raise Unsolved("pose.no_answer", "This cannot be worked out here. Please type the answer beside it.")


def _letters(node: t.Node) -> tuple[str, ...]:
    return tuple(sorted(letters_in(node)))


def _computed(problem: p.Problem, node: t.Node) -> Solved:
    """The exact value, in the form that the procedure ends with (a decimal stays one)."""
    value = value_of(node)
    if value is None:
        raise Unsolved("pose.no_answer", "This does not come to one number.")
    found = next((a for q in procedures_of(problem) if (a := right_answer(q)) is not None and a.number == value), None)
    return Solved(found or a_number(value), "number")


def _simplified(node: t.Node, goal: str) -> Solved:
    found = expression(node)
    if found.is_opaque:
        raise Unsolved("pose.no_answer", "This cannot be simplified here. Please type the answer beside it.")
    letters = _letters(node)
    if not letters:
        return Solved(an_expression(found), "radical_simplified" if _is_one_radical(found) else "expression")
    return Solved(an_expression(found), f"expression_{goal}", letters)


def _is_one_radical(found: Expression) -> bool:
    return len(found.top) == 1


def _equation(relation: t.Relation, letter: str) -> Solved:
    found = _cases(relation)
    if found == NOTHING:
        return Solved(in_words("no solution"), "no_solution", (letter,))
    if found == EVERYTHING:
        return Solved(in_words("all real numbers"), "all_real_numbers", (letter,))
    if not found.is_finite:
        raise Unsolved("pose.no_answer", "This equation has more solutions than can be listed.")
    points = [dict(point) for point in found.points]
    first = rational(points[0])
    if len(points) == 1 and first is not None and not _is_quadratic(relation):
        return Solved(a_solution(letter, first), "equation_solution", (letter,))
    return Solved(several(points, letter), "solution_set", (letter,))


def _cases(relation: t.Relation) -> Reals:
    """The solutions; an equation |…| = c has those of its two cases."""
    parts = parts_of(relation)
    if parts is None:
        _require_plain(relation.left, relation.right)
        return reals_of(relation)
    inside, right = parts
    _require_plain(inside)
    if (value_of(right) or 0) < 0:
        return NOTHING
    cases = (t.Relation(inside, "=", side) for side in (right, t.Neg(right)))
    return reals_of(t.Either(tuple(cases)))


def _require_plain(*sides: t.Node) -> None:
    """Raise `Unsolved` where letters stand between bars, under roots or in exponents."""
    if any(expression(side).is_opaque for side in sides):
        raise Unsolved("pose.no_answer", "This cannot be solved here. Please type the answer beside it.")


def _is_quadratic(relation: t.Relation) -> bool:
    if parts_of(relation) is not None:
        return True
    top = dict(expression(t.Sum((relation.left, t.Neg(relation.right)))).top)
    return any(e > 1 for _, letters in top for _, e in letters)


def _inequality(node: t.Relation | t.Chain | t.Either, letter: str) -> Solved:
    parts = node.parts if isinstance(node, t.Either) else (node,)
    _require_plain(*(side for part in parts for side in children(part)))
    found = reals_of(node)
    if found in (NOTHING, EVERYTHING):
        meaning = "no solution" if found == NOTHING else "all real numbers"
        return Solved(in_words(meaning), "no_solution" if found == NOTHING else "all_real_numbers", (letter,))
    ends = [rational(dict(point)) for point in found.points]
    if any(end is None for end in ends):
        raise Unsolved("pose.no_answer", "The ends of this range are not plain numbers.")
    answer = _range(found, [Fraction(end) for end in ends if end is not None], letter)
    return Solved(answer, "inequality" if len(ends) == 1 else "compound_inequality", (letter,))


def _range(found: Reals, ends: list[Fraction], letter: str) -> Answer:
    match found.inside:
        case (True, at, False):
            return a_range(letter, "≤" if at else "<", ends[0])
        case (False, at, True):
            return a_range(letter, "≥" if at else ">", ends[0])
        case (False, low, True, high, False):
            return a_chain(letter, (ends[0], "≤" if low else "<"), ("≤" if high else "<", ends[1]))
        case (True, low, False, high, True):
            return outside(letter, (ends[0], "≤" if low else "<"), ("≥" if high else ">", ends[1]))
        case _:
            raise Unsolved("pose.no_answer", "This inequality has an answer in several pieces.")


def _formula(relation: t.Relation, letter: str) -> Solved:
    _require_plain(relation.left, relation.right)
    letters = _letters(relation)
    found = _isolated(relation, letter)
    return Solved(an_expression(found, letter=letter), f"formula_for:{letter}", letters)


def _isolated(relation: t.Relation, letter: str) -> Expression:
    """The letter in terms of the others: its equation must be of the first degree in it."""
    top = dict(expression(t.Sum((relation.left, t.Neg(relation.right)))).top)
    parts = coefficients_in(top, letter)
    if not set(parts) <= {0, 1} or 1 not in parts or letter in letters_of(parts[1]):
        raise Unsolved("pose.no_answer", f"This cannot be solved for {letter} here. Please type the answer beside it.")
    return q.value_of(q.quotient((negative(parts.get(0, {})), ONE), (parts[1], ONE)))


def _system(found: Answer, letters: tuple[str, str], wanted: str) -> Solved:
    if found.value == ("words", "no solution") or found.value == ("words", "all real numbers"):
        is_none = found.value == ("words", "no solution")
        return Solved(found, "no_solution" if is_none else "all_real_numbers", letters)
    if wanted:
        return Solved(found, "equation_solution", (wanted,))
    return Solved(found, f"system_solution:{letters[0]},{letters[1]}", letters)
