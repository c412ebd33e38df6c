"""Kinds whose answer is an equation, or the solution of one."""

from __future__ import annotations

from boardsup.maths import forms
from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import NotAValue, type_code
from boardsup.maths.canonical.labels import Value
from boardsup.maths.canonical.reals import Reals, only
from boardsup.maths.canonical.relations import constants_of, equation_of, reals_of
from boardsup.maths.canonical.values import Relation
from boardsup.maths.kinds.expressions import simplified_form
from boardsup.maths.kinds.sets import elements
from boardsup.maths.kinds.shape import Asked, require_letters, value_of
from boardsup.maths.kinds.solved import first_of, number_form, side_form
from boardsup.maths.walk import letters_in


def solution(node: t.Node, asked: Asked) -> Reals:
    """The solutions, as a set: of x = v, of v alone, of an equation that is not solved yet."""
    match node:
        case t.Relation(_, "=", _):
            require_letters(node, asked)
            return reals_of(node)
        case t.Variable():
            raise NotAValue("ne.value")
        case t.Relation() | t.Chain() | t.Word() | t.Point() | t.Ratio() | t.WithUnit():
            raise NotAValue(type_code(node))
    parts = elements(node, asked)
    if parts is not None:
        values = constants_of([value_of(part, asked) for part in parts])
        if values is not None:
            return only(values)
    raise NotAValue("type.expression" if letters_in(node) else type_code(node))


def solution_form(node: t.Node, asked: Asked) -> str:
    """x = v, v = x, or v, with v finished."""
    match node:
        case t.Relation(left, _, right):
            return side_form(left, right, asked)
        case t.Either(parts) | t.Listing(parts) | t.Braces(parts) | t.Both(parts):
            return first_of([solution_form(part, asked) for part in parts])
        case _:
            return number_form(node, asked)


def equation(node: t.Node, asked: Asked) -> Relation:
    """The equation up to a factor."""
    found = equation_of(node)
    require_letters(node, asked)
    return found


def slope_intercept_form(node: t.Node, asked: Asked) -> str:
    """y = mx + b, in this order of sides."""
    match node:
        case t.Relation(t.Variable() as y, "=", right) if y.letter not in letters_in(right):
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


def is_alone(node: t.Node) -> bool:
    """Is it one letter?"""
    return forms.is_alone(node)
