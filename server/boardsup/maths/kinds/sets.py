"""Kinds whose answer is several values: a set in any order, a point, the values of the letters of a system."""

from __future__ import annotations

from boardsup.maths import forms
from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import NotAValue, type_code
from boardsup.maths.canonical.labels import Value
from boardsup.maths.canonical.reals import only
from boardsup.maths.canonical.relations import constants_of, reals_of
from boardsup.maths.canonical.values import Place, Several
from boardsup.maths.kinds.shape import Asked, require_letters, value_of
from boardsup.maths.kinds.solved import first_of, number_form, side_form
from boardsup.maths.kinds.systems import solved
from boardsup.maths.walk import each_sign, letters_in


def elements(node: t.Node, asked: Asked) -> list[t.Node] | None:
    """The values of a list in any of its spellings: commas, or, braces, x = in front, ±. None for something else."""
    match node:
        case t.Listing(parts) | t.Either(parts) | t.Braces(parts) | t.Both(parts):
            inner = [elements(part, asked) for part in parts]
            return None if any(found is None for found in inner) else [n for found in inner for n in found or ()]
        case t.Relation(t.Variable() as letter, "=", right) if not letters_in(right):
            require_letters(letter, asked)
            return elements(right, asked)
        case t.Relation() | t.Chain() | t.Point() | t.Word() | t.Ratio() | t.WithUnit():
            return None
        case _:
            return each_sign(node) or None


def solution_set(node: t.Node, asked: Asked) -> Value:
    """The set of values; of an equation that is not solved yet, its solutions."""
    parts = elements(node, asked)
    if parts is None:
        if isinstance(node, t.Point) or type_code(node) != "type.equation":
            raise NotAValue(type_code(node))
        require_letters(node, asked)
        return reals_of(node)
    values = [value_of(part, asked) for part in parts]
    constants = constants_of(values)
    return Several(frozenset(values)) if constants is None else only(constants)


def solution_set_form(node: t.Node, asked: Asked) -> str:
    """Each value finished."""
    match node:
        case t.Listing(parts) | t.Either(parts) | t.Braces(parts) | t.Both(parts):
            return first_of([solution_set_form(part, asked) for part in parts])
        case t.Relation(left, _, right):
            if isinstance(left, t.Variable) and not letters_in(right):
                return solution_set_form(right, asked)
            return side_form(left, right, asked)
        case t.PlusMinus(of):
            return solution_set_form(of, asked)
        case t.Sum(terms) if any(isinstance(term, t.PlusMinus) for term in terms):
            return ""
        case _:
            return "" if letters_in(node) else number_form(node, asked)


def point(node: t.Node, asked: Asked) -> Place:
    """The coordinates in order; in brackets, or without them."""
    match node:
        case t.Point(coordinates) if len(coordinates) == 2:
            return Place(tuple(value_of(part, asked) for part in coordinates))
        case t.Listing(parts) if len(parts) == 2:
            return Place(tuple(value_of(_right(part), asked) for part in parts))
        case t.Point():
            raise NotAValue("type.list")
        case _:
            code = type_code(node)
            raise NotAValue("type.expression" if code == "type.number" else code)


def point_form(node: t.Node, asked: Asked) -> str:
    """(a, b), each a numeral."""
    if not isinstance(node, t.Point):
        return "form.brackets"
    return "" if all(forms.is_numeral(part) for part in node.coordinates) else "form.arithmetic"


def system(node: t.Node, asked: Asked) -> Value:
    """The values of the system's letters, in their order."""
    names = tuple(asked.argument.split(","))
    match node:
        case t.Point(coordinates) | t.Listing(coordinates) if len(coordinates) == len(names) and not letters_in(node):
            return Place(tuple(value_of(part, asked) for part in coordinates))
        case t.Listing(parts) | t.Both(parts) if all(isinstance(p, t.Relation) and p.operator == "=" for p in parts):
            require_letters(node, asked)
            return solved(parts, names)
        case t.Relation(_, "=", _) | t.Either() | t.Listing():
            require_letters(node, asked)
            return Several(frozenset())
        case _:
            raise NotAValue(type_code(node))


def system_form(node: t.Node, asked: Asked) -> str:
    """A point, or each letter alone with its value."""
    match node:
        case t.Point(parts):
            return first_of([number_form(part, asked) for part in parts])
        case t.Listing(parts) | t.Both(parts):
            if not isinstance(parts[0], t.Relation):
                return "form.brackets"
            return first_of([side_form(p.left, p.right, asked) for p in parts if isinstance(p, t.Relation)])
        case _:
            return "form.unsolved"


def _right(node: t.Node) -> t.Node:
    return node.right if isinstance(node, t.Relation) and isinstance(node.left, t.Variable) else node
