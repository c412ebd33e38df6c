"""Kinds whose answer is a place: a point, or the values of the letters of a system."""

from __future__ import annotations

from boardsup.maths import forms
from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import NotAValue, type_code
from boardsup.maths.canonical.labels import Value
from boardsup.maths.canonical.values import Place, Several
from boardsup.maths.kinds.shape import Asked, require_letters, value_of
from boardsup.maths.kinds.solved import first_of, number_form, side_form
from boardsup.maths.kinds.systems import solved
from boardsup.maths.walk import letters_in


def point(node: t.Node, asked: Asked) -> Place:
    """The coordinates in order; in brackets, or without them, or as x = a, y = b in any order."""
    match _bare(node):
        case t.Point(coordinates) if len(coordinates) == 2:
            return Place(tuple(value_of(part, asked) for part in coordinates))
        case t.Listing(parts) | t.Both(parts) if len(parts) == 2:
            return Place(tuple(value_of(part, asked) for part in _in_order(parts)))
        case t.Point():
            raise NotAValue("type.list")
        case _:
            code = type_code(node)
            raise NotAValue("type.expression" if code == "type.number" else code)


def point_form(node: t.Node, asked: Asked) -> str:
    """(a, b), each a numeral."""
    inner = _bare(node)
    if not isinstance(inner, t.Point):
        return "form.brackets"
    return "" if all(forms.is_numeral(part) for part in inner.coordinates) else "form.arithmetic"


def system(node: t.Node, asked: Asked) -> Value:
    """The values of the system's letters, in their order."""
    names = tuple(asked.argument.split(","))
    match _bare(node):
        case t.Point(coordinates) | t.Listing(coordinates) if len(coordinates) == len(names) and not letters_in(
            t.Listing(coordinates)
        ):
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
    match _bare(node):
        case t.Point(parts):
            return first_of([number_form(part, asked) for part in parts])
        case t.Listing(parts) | t.Both(parts):
            if not isinstance(parts[0], t.Relation):
                return "form.brackets"
            return first_of([side_form(p.left, p.right, asked) for p in parts if isinstance(p, t.Relation)])
        case _:
            return "form.unsolved"


def _bare(node: t.Node) -> t.Node:
    """The point alone: of (x, y) = (2, 5), of A(2, 5), of A = (2, 5), of {(2, 5)}; anything else as it is."""
    match node:
        case t.Braces((t.Point() as inner,)) | t.Product((t.Variable(), t.Point() as inner)):
            return inner
        case t.Relation(t.Variable(), "=", t.Point() as inner) | t.Apply(_, t.Point() as inner):
            return inner
        case t.Relation(t.Point(names), "=", t.Point() as inner) if list(names) == sorted(names, key=_letter):
            return inner
        case _:
            return node


def _in_order(parts: tuple[t.Node, ...]) -> list[t.Node]:
    """The values of two coordinates; where letters name them, in the order of the letters."""
    match parts:
        case (t.Relation(t.Variable(first), "=", one), t.Relation(t.Variable(second), "=", other)):
            return [one, other] if first.lower() < second.lower() else [other, one]
        case _:
            return list(parts)


def _letter(node: t.Node) -> str:
    return node.letter.lower() if isinstance(node, t.Variable) else "~"
