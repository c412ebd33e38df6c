"""Sums of terms, and terms of factors joined by times, by a fraction bar, or by nothing.

Where two readings are common among students (1/2x, +-4) none is chosen: both are shown.
"""

from __future__ import annotations

from dataclasses import replace

from boardsup.maths.reading.cursor import END, Cursor
from boardsup.maths.reading.factors import factor, signed_factor
from boardsup.maths.reading.naming import joint_at
from boardsup.maths.reading.tokens import Token
from boardsup.maths.reading.unread import Stuck
from boardsup.maths.tree import (
    Degrees,
    Mixed,
    Money,
    Neg,
    Node,
    Number,
    Percent,
    PlusMinus,
    Product,
    Quotient,
    Ratio,
    Repeating,
    Sum,
    WithUnit,
)

NUMERALS = (Number, Repeating, Mixed)


def expression(c: Cursor) -> Node:
    """A sum of terms, or a ratio of two."""
    first = total(c)
    if not c.options.is_question and c.is_next(":"):
        colon = c.take()
        c.needs_operand(colon)
        return Ratio(first, total(c))
    if c.next.kind == "word" and c.next.text.lower() == "to":
        to = c.take()
        c.needs_operand(to)
        return Ratio(first, total(c))
    return first


def total(c: Cursor) -> Node:
    """Terms joined by plus and minus."""
    c.deeper(c.place())
    terms = [_signed_term(c)]
    while c.is_next("+", "-", "±", "+-"):
        sign = c.take()
        c.needs_operand(sign)
        if sign.text == "+-":
            terms.append(Neg(division(c)))
        else:
            term = division(c)
            terms.append(term if sign.text == "+" else Neg(term) if sign.text == "-" else PlusMinus(term))
    c.depth -= 1
    return terms[0] if len(terms) == 1 else Sum(tuple(terms))


def _signed_term(c: Cursor) -> Node:
    if c.is_next("+-"):
        raise Stuck("read.ambiguous", c.place(), "+-", ("±", "-"))
    if c.is_next("+", "±"):
        sign = c.take()
        c.needs_operand(sign)
        return division(c) if sign.text == "+" else PlusMinus(division(c))
    return division(c)


def division(c: Cursor) -> Node:
    """In a question ÷ and : are weaker than a typed fraction, and as strong as ×; elsewhere all three are as strong."""
    left = term(c)
    while c.options.is_question and c.is_next("÷", ":", "*"):
        sign = c.take()
        c.needs_operand(sign)
        right = term(c, stops_at_times=True)
        left = Product((left, right), ("*",)) if sign.text == "*" else Quotient(left, right, "÷")
    return left


def term(c: Cursor, *, stops_at_times: bool = False) -> Node:
    """Factors joined by times, by a fraction bar, or by nothing. A minus in front belongs to the whole term."""
    if c.is_next("-"):
        minus = c.take()
        c.needs_operand(minus)
        c.deeper(minus.at)
        negated = Neg(term(c, stops_at_times=stops_at_times))
        c.depth -= 1
        return negated
    return _factors(c, stops_at_times=stops_at_times)


def _factors(c: Cursor, *, stops_at_times: bool) -> Node:
    factors, signs = _run(c)
    divided: Token | None = None
    while True:
        if c.is_next("*") and stops_at_times:
            return _product(factors, signs)
        if c.is_next("*"):
            sign = c.take()
            c.needs_operand(sign)
            factors.append(signed_factor(c))
            signs.append("*")
        elif c.is_next("/") or (c.is_next("÷") and not c.options.is_question):
            divided = c.take()
            c.needs_operand(divided)
            top = _product(factors, signs)
            factors, signs = [_quotient(top, signed_factor(c), divided)], []
            _refuse_times_after(c, divided)
        elif _juxtaposed(c):
            more, joints = _run(c)
            factors += more
            signs += ["", *joints]
        elif _is_times_letter(c):
            c.take()
            factors.append(signed_factor(c))
            signs.append("*")
        else:
            return _product(factors, signs)


def _quotient(top: Node, bottom: Node, divided: Token) -> Node:
    """A fraction; a sign or unit at either end of a numeral over a numeral belongs to all of it: 3/4 cm, $1/2."""
    if divided.text != "/":
        return Quotient(top, bottom, "÷")
    if isinstance(bottom, Percent | Degrees | Money | WithUnit):
        if isinstance(top, NUMERALS) and isinstance(bottom.of, NUMERALS):
            return replace(bottom, of=Quotient(top, bottom.of))
    elif isinstance(top, Money) and isinstance(top.of, NUMERALS) and isinstance(bottom, NUMERALS):
        return Money(Quotient(top.of, bottom))
    return Quotient(top, bottom)


def _run(c: Cursor) -> tuple[list[Node], list[str]]:
    """The next factor; letters typed as one run are as many factors."""
    is_run = c.next.kind == "word" and len(c.next.text) > 1
    found = factor(c)
    if is_run and isinstance(found, Product):
        return list(found.factors), list(found.signs)
    return [found], []


def _refuse_times_after(c: Cursor, divided: Token) -> None:
    """1/2x: is the letter on top or below? The same for 1÷2x."""
    if _juxtaposed(c):
        rest, sign = c.next.text, divided.text
        raise Stuck("read.ambiguous", divided.at, sign, (f"(…)·{rest}", f"…{sign}(…·{rest})"))


def _juxtaposed(c: Cursor) -> bool:
    """Does a factor follow without a sign?"""
    token = c.next
    if token.kind == "word":
        return not _is_times_letter(c) and not joint_at(c) and token.text.lower() != "to"
    if token.kind == "node" or (token.kind == "sign" and token.text in ("(", "[", "√")):
        return True
    if token.kind == "number":
        return c.i > 0 and not token.spaced and c.tokens[c.i - 1].text in (")", "]")
    if token.kind == "sign" and token.text == "|":
        return c.bars == 0
    return False


def _is_times_letter(c: Cursor) -> bool:
    """An x before a power of ten, where the item has no letter x, is a times sign."""
    token, after = c.next, c.tokens[c.i + 1] if c.i + 1 < len(c.tokens) else END
    before = c.tokens[c.i - 1] if c.i else END
    if token.kind != "word" or token.text not in ("x", "X"):
        return False
    if before.kind != "number" or after.text != "10":
        return False
    if c.i + 2 >= len(c.tokens) or c.tokens[c.i + 2].text != "^":
        return False
    variables = c.options.variables
    return variables is not None and "x" not in variables and "X" not in variables


def _product(factors: list[Node], signs: list[str]) -> Node:
    if len(factors) == 1:
        return factors[0]
    return Product(tuple(factors), tuple("*" if sign == "*" else "" for sign in signs))
