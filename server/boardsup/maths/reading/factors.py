"""Factors: a number, a letter, brackets, bars, a root, with the exponent and the signs or units behind it."""

from __future__ import annotations

from boardsup.maths.reading.cursor import END, Cursor
from boardsup.maths.reading.naming import are_variables, refuse_number_after, variable, with_unit
from boardsup.maths.reading.tokens import Token
from boardsup.maths.reading.unread import Stuck
from boardsup.maths.reading.words import FUNCTIONS
from boardsup.maths.tree import (
    Absolute,
    Apply,
    Braces,
    Degrees,
    Mixed,
    Money,
    Neg,
    Node,
    Number,
    Percent,
    Point,
    Power,
    Product,
    Root,
    Variable,
)

LARGEST_EXPONENT = 32

_CLOSING = {"(": ")", "[": "]"}


def factor(c: Cursor) -> Node:
    """A base with its exponent and the sign or unit behind it."""
    node = _power(c, base(c))
    token = c.next
    if token.kind == "word":
        return with_unit(c, node) or node
    if token.kind != "sign":
        return node
    match token.text:
        case "%":
            c.take()
            return Percent(node)
        case "°":
            c.take()
            return Degrees(node)
        case "¢":
            return with_unit(c, node) or node
        case "$" if isinstance(node, Number | Mixed | Neg):
            c.take()
            return Money(node)
        case _:
            return node


def signed_factor(c: Cursor) -> Node:
    """A factor with a sign of its own: 3·−x."""
    if c.is_next("-"):
        minus = c.take()
        c.needs_operand(minus)
        return Neg(signed_factor(c))
    if c.is_next("+"):
        plus = c.take()
        c.needs_operand(plus)
    return factor(c)


def _power(c: Cursor, of: Node) -> Node:
    if not c.is_next("^"):
        return of
    caret = c.take()
    if (circle := _circle(c)) > 0:
        c.skip(circle)
        return Degrees(of)
    c.needs_operand(caret)
    negative = c.is_next("-")
    if c.is_next("-", "+"):
        sign = c.take()
        c.needs_operand(sign)
    c.deeper(caret.at)
    exponent = _power(c, base(c))
    c.depth -= 1
    if _size(exponent) > LARGEST_EXPONENT:
        raise Stuck("read.too_large", caret.at)
    return Power(of, Neg(exponent) if negative else exponent)


def _circle(c: Cursor) -> int:
    """How many of the next tokens make a raised degree sign, alone or in brackets; 0 when they do not."""
    first, *rest = (token.text for token in c.tokens[c.i : c.i + 3])
    if first == "(" and rest[1:] == [")"] and _is_circle(c, rest[0]):
        return 3
    return 1 if _is_circle(c, first) else 0


def _is_circle(c: Cursor, text: str) -> bool:
    """A degree sign, or the letter o where the item has none."""
    variables = c.options.variables
    return text == "°" or (text in ("o", "O") and variables is not None and not variables & {"o", "O"})


def _size(exponent: Node) -> int:
    """How large a numeral is, or a power of two numerals; anything else counts as small."""
    match exponent:
        case Number():
            return int(exponent.value)
        case Power(Number() as inner, Number() as above):
            is_large = inner.value > 1 and above.value * inner.value > LARGEST_EXPONENT
            return LARGEST_EXPONENT + 1 if is_large else int(inner.value ** int(above.value))
        case _:
            return 0


def base(c: Cursor) -> Node:
    """A number, a letter, something in brackets, a root, bars, money."""
    token = c.take()
    if token.node is not None:
        return _after_number(c, token) if token.kind == "number" else token.node
    if token.kind == "word":
        return _word(c, token)
    match token.text if token.kind == "sign" else "":
        case "(" | "[":
            return _brackets(c, token)
        case "{":
            return _braces(c, token)
        case "|":
            return _bars(c, token)
        case "√":
            c.needs_operand(token)
            return Root(base(c))
        case "$":
            c.needs_operand(token)
            return Money(signed_factor(c))
    raise c.no_operand(token)


def _after_number(c: Cursor, token: Token) -> Node:
    """A number; two with only a space between are not read."""
    assert token.node is not None
    if c.next.kind == "number":
        raise Stuck("read.two_numbers", c.next.at, c.next.text)
    return token.node


def _brackets(c: Cursor, opened: Token) -> Node:
    """Brackets around an expression, or around the coordinates of a point."""
    c.deeper(opened.at)
    bars, c.bars = c.bars, 0
    parts = [_inside(c, opened)]
    while c.is_next(",", ";"):
        comma = c.take()
        c.needs_operand(comma)
        parts.append(_inside(c, opened))
    if not c.is_next(_CLOSING[opened.text]):
        is_missing = c.next is END or c.is_next(")", "]")
        raise Stuck("read.unbalanced", opened.at, opened.text) if is_missing else c.no_operand(c.next)
    c.take()
    c.bars = bars
    c.depth -= 1
    return parts[0] if len(parts) == 1 else Point(tuple(parts))


def _inside(c: Cursor, opened: Token) -> Node:
    if c.is_next(")", "]"):
        raise Stuck("read.nothing_inside", opened.at, opened.text + c.next.text)
    if c.next is END:
        raise Stuck("read.unbalanced", opened.at, opened.text)
    return c.expression(c)


def _braces(c: Cursor, opened: Token) -> Node:
    parts: list[Node] = []
    while not c.is_next("}"):
        if c.next is END:
            raise Stuck("read.unbalanced", opened.at, "{")
        parts.append(c.expression(c))
        if c.is_next(",", ";"):
            comma = c.take()
            c.needs_operand(comma)
    c.take()
    return Braces(tuple(parts))


def _bars(c: Cursor, opened: Token) -> Node:
    c.bars += 1
    if c.next is END or c.is_next("|"):
        raise Stuck("read.nothing_inside", opened.at, "||")
    inside = c.expression(c)
    if not c.is_next("|"):
        raise Stuck("read.unbalanced", opened.at, "|")
    c.take()
    c.bars -= 1
    return Absolute(inside)


def _word(c: Cursor, token: Token) -> Node:
    """A letter, a function, or a product of the item's letters."""
    text = token.text
    lower = text.lower()
    if len(text) == 1:
        return _letter(c, token)
    if lower == "pi" and not (c.options.variables and {"p", "i"} <= c.options.variables):
        return Variable("π")
    if lower in FUNCTIONS:
        c.needs_operand(token)
        inside = base(c)
        return Root(inside) if lower == "sqrt" else Absolute(inside)
    if are_variables(c, text):
        factors = tuple(variable(c, letter) for letter in text)
        last = _power(c, factors[-1])
        refuse_number_after(c, token)
        return Product((*factors[:-1], last), tuple("" for _ in factors[1:]))
    raise Stuck("read.unknown_word", token.at, text[:20])


def _letter(c: Cursor, token: Token) -> Node:
    variables = c.options.variables
    letter = token.text
    is_function = letter in "fgh" and (variables is None or letter not in variables)
    if is_function and c.is_next("(") and not c.next.spaced:
        inside = _brackets(c, c.take())
        return Apply(letter, inside)
    refuse_number_after(c, token)
    return variable(c, letter)
