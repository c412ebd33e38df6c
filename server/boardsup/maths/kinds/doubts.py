"""What an answer may mean in two ways, given what was asked: nobody chooses for the student, both readings are shown.

They look at how the answer is written, never at its value, so a wrong answer written the same way is asked back too.
"""

from __future__ import annotations

import re

from boardsup.maths import tree as t
from boardsup.maths.kinds.shape import Asked
from boardsup.maths.reading import Unread

_DECIMAL_COMMA = re.compile(r"[\d.]*\d,\d[\d.]*")
_NEXT_NEGATIVE = re.compile(r"(\d+)\s+[-−](\d+)")
_GROUP = re.compile(r"\d{1,3},\d{3}(?!\d)")
_DOWN, _UP = ("<", "≤"), (">", "≥")


def one_number(node: t.Node, text: str, asked: Asked) -> Unread | None:
    """2,5 where one value is asked for: a decimal comma, or two values?"""
    if isinstance(node, t.Listing) and (found := _DECIMAL_COMMA.search(text)) is not None:
        return Unread("read.comma", found.start(), found.group())
    return _signs(node, text)


def solution(node: t.Node, text: str, asked: Asked) -> Unread | None:
    """The same for a solution; x:4 is no equation."""
    if isinstance(node, t.Ratio) and isinstance(node.first, t.Variable):
        return Unread("read.character", text.find(":"), ":")
    if asked.is_several:
        return _signs(node, text)
    match node:
        case t.Both((t.Relation(t.Variable(), "=", t.Number()), t.Quotient(t.Number(), t.Number()))):
            return Unread("read.unknown_word", max(text.lower().find("and"), 0), "and")
    return one_number(node, text, asked)


def values(node: t.Node, text: str, asked: Asked) -> Unread | None:
    """3,100 where several values are asked for: one number, or two? 0,5 or 3: two, or three? x = 5 x = −5: and, or?"""
    if isinstance(node, t.Either) and (comma := _DECIMAL_COMMA.search(text)) is not None:
        return Unread("read.comma", comma.start(), comma.group())
    if "," in text and not isinstance(node, t.Listing | t.Either | t.Both):
        found = _GROUP.search(text)
        if found is not None and text.count(",") == 1:
            whole = found.group()
            return Unread("read.ambiguous", found.start(), whole, (whole.replace(",", ""), whole.replace(",", " and ")))
    if isinstance(node, t.Chain) and node.first == "=" == node.second:
        return Unread("read.too_many_relations", text.rfind("="), "=")
    if isinstance(node, t.Sum) and (found := _NEXT_NEGATIVE.search(text)) is not None:
        one, other = found.groups()
        return Unread("read.ambiguous", found.start(), found.group(), (f"{one}, −{other}", f"{one} − {other}"))
    return _signs(node, text)


def a_range(node: t.Node, text: str, asked: Asked) -> Unread | None:
    """x > 1, x < 3: and, or? (1, 3): a point, or all numbers between?"""
    if isinstance(node, t.Point):
        return Unread("read.interval", max(text.find("("), 0), "(")
    if isinstance(node, t.Listing) and all(isinstance(part, t.Relation | t.Chain) for part in node.parts):
        return Unread("read.ambiguous", max(text.find(","), 0), ",", ("and", "or"))
    return one_number(node, text, asked)


def place(node: t.Node, text: str, asked: Asked) -> Unread | None:
    """x = 2 y = 5: is it 2y, or is a comma missing?"""
    if isinstance(node, t.Chain) and node.first == "=" == node.second:
        return Unread("read.too_many_relations", text.rfind("="), "=")
    parts = node.parts if isinstance(node, t.Listing) else (node,)
    if any(isinstance(part, t.Ratio) and isinstance(part.first, t.Variable) for part in parts):
        return Unread("read.character", text.find(":"), ":")
    return _signs(node, text)


def angle(node: t.Node, text: str, asked: Asked) -> Unread | None:
    """90^0: ninety degrees, or one?"""
    match node:
        case t.Power(t.Number(digits), t.Number("0")):
            return Unread("read.ambiguous", max(text.find("^"), 0), "^0", (f"{digits}°", f"{digits}^0 = 1"))
    return one_number(node, text, asked)


def _signs(node: t.Node, text: str) -> Unread | None:
    """1 < x > 3: signs that point both ways say nothing that can be meant."""
    if isinstance(node, t.Chain):
        signs = (node.first, node.second)
        if (signs[0] in _DOWN and signs[1] in _UP) or (signs[0] in _UP and signs[1] in _DOWN):
            return Unread("read.mixed_signs", 0, " ".join(signs))
    return None


def tidied(node: t.Node) -> t.Node:
    """Two and a half, said with "and", as the mixed number that it is; anything else as it is."""
    match node:
        case t.Both((first, t.Quotient(t.Number(top), t.Number(bottom), "/"))):
            return _mixed(first, top, bottom) or node
        case _:
            return node


def _mixed(first: t.Node, top: str, bottom: str) -> t.Node | None:
    if not (top.isdecimal() and bottom.isdecimal() and int(top) < int(bottom)):
        return None
    match first:
        case t.Number(whole) if whole.isdecimal():
            return t.Mixed(int(whole), int(top), int(bottom))
        case t.Neg(t.Number(whole)) if whole.isdecimal():
            return t.Neg(t.Mixed(int(whole), int(top), int(bottom)))
        case _:
            return None
