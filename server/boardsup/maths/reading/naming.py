"""Letters, words and units. Where two readings are common among students (x2, 2x3) none is chosen: both are shown."""

from __future__ import annotations

from boardsup.maths.reading.cursor import Cursor
from boardsup.maths.reading.tokens import Token
from boardsup.maths.reading.unread import Stuck
from boardsup.maths.reading.words import AFTER, FUNCTIONS, SHORT_UNITS, UNITS
from boardsup.maths.tree import Degrees, Money, Node, Percent, Variable, WithUnit


def refuse_number_after(c: Cursor, token: Token) -> None:
    """x2: is it x times 2, or x squared? 2x3: is the x a times sign?"""
    if c.next.kind == "number":
        digits = c.next.text
        raise Stuck(
            "read.ambiguous", token.at, token.text + digits, (f"{token.text}·{digits}", f"{token.text}^{digits}")
        )


def are_variables(c: Cursor, text: str) -> bool:
    """Is this run of letters a product of the item's letters?"""
    variables = c.options.variables
    if variables is None:
        return len(text) <= 3 and text.lower() not in ("or", "and", "to", *FUNCTIONS, *AFTER) and text not in UNITS
    return all(variable(c, letter).letter in variables for letter in text)


def variable(c: Cursor, letter: str) -> Variable:
    """The letter, in the item's case where the item has only one of the two."""
    variables = c.options.variables
    if variables is not None and letter not in variables and letter.swapcase() in variables:
        return Variable(letter.swapcase())
    return Variable(letter)


def is_unit(c: Cursor) -> bool:
    """Does a unit of measure follow?"""
    token = c.next
    if token.kind != "word" or _are_variables_of_item(c, token.text):
        return False
    lower = token.text.lower()
    is_short = bool(c.options.unit) and lower in SHORT_UNITS
    return is_short or lower in AFTER or lower in UNITS or bool(_announced_unit(c))


def _are_variables_of_item(c: Cursor, text: str) -> bool:
    return c.options.variables is not None and all(v in c.options.variables for v in text)


def _announced_unit(c: Cursor) -> int:
    """How many of the next tokens spell the item's own unit; 0 when they do not."""
    unit = c.options.unit.lower().replace(" ", "")
    spelled = ""
    for count, token in enumerate(c.tokens[c.i : c.i + 8], start=1):
        spelled += token.text.lower()
        if spelled == unit:
            return count
        if not unit.startswith(spelled):
            return 0
    return 0


def with_unit(c: Cursor, of: Node) -> Node:
    """The quantity with the unit, or the word that means a sign, behind it."""
    if count := _announced_unit(c):
        c.skip(count)
        return WithUnit(of, _raised(c, c.options.unit.lower()))
    word = c.take().text.lower()
    match AFTER.get(word):
        case "%":
            return Percent(of)
        case "°":
            return Degrees(of)
        case "$":
            return Money(of)
        case _:
            return WithUnit(of, _long_unit(c, word))


def _long_unit(c: Cursor, word: str) -> str:
    """A unit of two words or with an exponent: sq ft, cm^2."""
    if word in ("sq", "square", "cubic") and c.next.kind == "word" and c.next.text.lower() in UNITS:
        return f"{word} {c.take().text.lower()}"
    return _raised(c, word)


def _raised(c: Cursor, unit: str) -> str:
    """The unit with the exponent that follows, if one does."""
    if c.is_next("^") and c.i + 1 < len(c.tokens) and c.tokens[c.i + 1].kind == "number":
        c.take()
        return f"{unit}^{c.take().text}"
    return unit
