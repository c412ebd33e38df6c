"""Statements: relations between expressions, joined by or, and, or commas."""

from __future__ import annotations

from typing import cast

from boardsup.maths.reading.cursor import END, Cursor
from boardsup.maths.reading.naming import joint_at
from boardsup.maths.reading.terms import expression
from boardsup.maths.reading.unread import Stuck
from boardsup.maths.tree import Both, Chain, Either, Listing, Node, Operator, Relation

OPERATORS = ("=", "≠", "<", "≤", ">", "≥")


def statement(c: Cursor) -> Node:
    """Everything that the text says. Raises `Stuck` when something is left over."""
    parts = [relation(c)]
    joints: list[str] = []
    while c.next is not END:
        joints.append(_joint(c))
        parts.append(relation(c))
    return _joined(parts, joints)


def _joint(c: Cursor) -> str:
    """A comma, or, and; a comma before one of the words belongs to it."""
    meaning = joint_at(c)
    token = c.take()
    if meaning:
        c.needs_operand(token)
        return meaning
    if token.kind == "sign" and token.text in (",", ";"):
        if joint_at(c):
            return _joint(c)
        c.needs_operand(token)
        return ","
    if token.kind == "number":
        raise Stuck("read.two_numbers", token.at, token.text)
    raise c.no_operand(token)


def _joined(parts: list[Node], joints: list[str]) -> Node:
    if not joints:
        return parts[0]
    if "or" not in joints:
        return Both(tuple(parts)) if "and" in joints else Listing(tuple(parts))
    if "and" not in joints:
        return Either(tuple(parts))
    groups: list[list[Node]] = [[parts[0]]]
    for joint, part in zip(joints, parts[1:], strict=True):
        if joint == "or":
            groups.append([part])
        else:
            groups[-1].append(part)
    return Either(tuple(group[0] if len(group) == 1 else Both(tuple(group)) for group in groups))


def relation(c: Cursor) -> Node:
    """An expression, an equation, an inequality, or a chain of two."""
    if c.next.kind == "sign" and c.next.text == "=>":
        raise Stuck("read.ambiguous", c.next.at, "=>", ("≥", "⇒"))
    left = expression(c)
    sides: list[Node] = [left]
    operators: list[Operator] = []
    while c.next.kind == "sign" and c.next.text in (*OPERATORS, "=>"):
        operator = c.take()
        if operator.text == "=>":
            raise Stuck("read.ambiguous", operator.at, "=>", ("≥", "⇒"))
        if len(operators) == 2:
            raise Stuck("read.too_many_relations", operator.at, operator.text)
        c.needs_operand(operator)
        operators.append(cast(Operator, operator.text))
        sides.append(expression(c))
    match operators:
        case []:
            return left
        case [one]:
            return Relation(left, one, sides[1])
        case _:
            return Chain(left, operators[0], sides[1], operators[1], sides[2])
