"""The mathematics in a slot of a sentence: an expression, a relation, a number, a point."""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths import tree as t
from boardsup.maths.canonical.from_tree import NotAValue, expression
from boardsup.maths.canonical.polynomials import Hard, TooBig, Undefined, rational
from boardsup.maths.canonical.values import ONE_TERM
from boardsup.maths.reading import Unread, read
from boardsup.maths.walk import changed, letters_in

Slot = t.Node | None
"""A tree, or None where the slot holds something else."""


def math(text: str) -> Slot:
    """The tree of a slot; None where it cannot be read."""
    found = read_question(text.strip(" ,;:"))
    return None if isinstance(found, Unread) else found


def read_question(text: str) -> t.Node | Unread:
    """The tree of a question in which a typed fraction is one number: 1/2 * 3/4 is (1/2) * (3/4)."""
    found = read(text, is_question=True)
    return found if isinstance(found, Unread) else changed(found, _fraction_together)


def _fraction_together(node: t.Node) -> t.Node:
    match node:
        case t.Quotient(t.Product((*rest, t.Number() as top), (*signs, "*")), t.Number() as bottom, "/"):
            last = t.Quotient(top, bottom)
            return t.Product((*rest, last), (*signs, "*"))
        case _:
            return node


def with_sign_inside(node: t.Node) -> t.Node:
    """-20/(-2) as (-20)/(-2), -3 * 4 as (-3) * 4: the same value, with the sign where one sees it."""
    match node:
        case t.Neg(t.Quotient(t.Number() as top, t.Neg() as bottom, sign)):
            return t.Quotient(t.Neg(top), bottom, sign)
        case t.Neg(t.Quotient(t.Number() as top, bottom, "÷")):
            return t.Quotient(t.Neg(top), bottom, "÷")
        case t.Neg(t.Product((t.Number() as first, *rest), signs)):
            return t.Product((t.Neg(first), *rest), signs)
        case _:
            return node


def is_statement(node: t.Node) -> bool:
    """Is it a relation, a list, a point or a set: no expression?"""
    return isinstance(node, t.Relation | t.Chain | t.Listing | t.Both | t.Either | t.Point | t.Braces)


def number(text: str) -> Fraction | None:
    """The value of a slot that holds a number, with or without a dollar sign; None for anything else."""
    node = math(text.strip().removeprefix("$").removesuffix("%"))
    return None if node is None else value_of(node)


def value_of(node: t.Node) -> Fraction | None:
    """The rational value of an expression without letters; None for any other."""
    if letters_in(node):
        return None
    try:
        value = expression(node)
    except (NotAValue, Undefined, Hard, TooBig):
        return None
    found = rational(dict(value.top)) if value.low == ONE_TERM else None
    return None if found is None else Fraction(found)


def whole(text: str) -> int | None:
    """The value of a slot that holds a whole number."""
    found = number(text)
    return int(found) if found is not None and found.denominator == 1 else None


def relation(text: str) -> t.Relation | None:
    """An equation or inequality with one sign."""
    node = math(text)
    return node if isinstance(node, t.Relation) else None


def equation(text: str) -> t.Relation | None:
    """An equation."""
    node = relation(text)
    return node if node is not None and node.operator == "=" else None


def point(text: str) -> tuple[Fraction, Fraction] | None:
    """Two coordinates in brackets."""
    match math(text):
        case t.Point((x, y)):
            first, second = value_of(x), value_of(y)
            return None if first is None or second is None else (first, second)
        case _:
            return None
