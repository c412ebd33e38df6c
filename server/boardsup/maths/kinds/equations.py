"""Kinds whose answer is an equation, or the solution of one."""

from __future__ import annotations

from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import NotAValue, type_code
from boardsup.maths.canonical.labels import Value
from boardsup.maths.canonical.polynomials import Hard
from boardsup.maths.canonical.reals import Reals, only
from boardsup.maths.canonical.relations import constants_of, equation_of
from boardsup.maths.canonical.values import Relation
from boardsup.maths.kinds.sets import elements, solution_set_form, solved_equations
from boardsup.maths.kinds.shape import Asked, require_letters, value_of, without_unit
from boardsup.maths.kinds.simplified import simplified_form
from boardsup.maths.walk import letters_in


def solution(node: t.Node, asked: Asked) -> Reals:
    """The solutions, as a set: of x = v, of v alone, of an equation that is not solved yet."""
    if isinstance(node, t.Variable):
        raise NotAValue("ne.value")
    node = without_unit(node)
    parts = elements(node, asked)
    if parts is None:
        return solved_equations(node, asked)
    values = [value_of(part, asked) for part in parts]
    constants = constants_of(values)
    if constants is not None:
        return only(constants)
    if any(letters_in(part) for part in parts):
        raise NotAValue("type.expression")
    raise Hard


def solution_form(node: t.Node, asked: Asked) -> str:
    """x = v, v = x, or v, with v finished."""
    match node:
        case t.Relation(_, _, t.WithUnit()) | t.WithUnit():
            return "form.unit_extra"
        case t.Chain():
            return "form.arithmetic"
        case _:
            return solution_set_form(node, asked)


def equation(node: t.Node, asked: Asked) -> Relation:
    """The equation up to a factor."""
    found = equation_of(node)
    require_letters(node, asked)
    return found


def slope_intercept_form(node: t.Node, asked: Asked) -> str:
    """y = mx + b, in this order of sides; `argument` is the letter that stands for y."""
    match node:
        case t.Relation(t.Variable(name), "=", right) if name == asked.argument and name not in letters_in(right):
            return "form.slope_intercept" if simplified_form(right, asked) else ""
        case _:
            return "form.slope_intercept"


def formula(node: t.Node, asked: Asked) -> Value:
    """The equation between the letter and its formula, whether a division by letters stands in it or not."""
    subject = t.Variable(asked.argument)
    if type_code(node) in ("type.number", "type.expression") and subject.letter not in letters_in(node):
        node = t.Relation(subject, "=", node)
    found = equation(node, asked)
    return Relation(found.sign, found.terms)


def formula_form(node: t.Node, asked: Asked) -> str:
    """The letter alone on one side, and nowhere on the other."""
    match node:
        case t.Relation(t.Variable(name), _, other) | t.Relation(other, _, t.Variable(name)) if name == asked.argument:
            return "form.unsolved" if name in letters_in(other) else ""
        case t.Relation():
            return "form.unsolved"
        case _:
            return "form.left_side"
