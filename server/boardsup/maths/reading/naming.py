"""Letters, words and units. Where two readings are common among students (x2, 2x3) none is chosen: both are shown."""

from __future__ import annotations

from boardsup.maths.reading.cursor import END, Cursor
from boardsup.maths.reading.tokens import Token
from boardsup.maths.reading.units import LETTERS, WORDS
from boardsup.maths.reading.unread import Stuck
from boardsup.maths.reading.words import AFTER, FUNCTIONS, JOINING
from boardsup.maths.tree import Degrees, Money, Node, Percent, Variable, WithUnit

LONGEST_RUN = 3
"""Letters in a row that are read as a product where the item's letters are not known."""

LONGEST_UNIT = 8
"""Tokens of one unit of measure."""


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
    if variables is not None:
        return all(variable(c, letter).letter in variables for letter in text)
    lower = text.lower()
    is_word = lower in WORDS or lower in JOINING or lower in AFTER or lower in FUNCTIONS or lower == "to"
    return c.options.has_runs and len(text) <= LONGEST_RUN and not is_word


def variable(c: Cursor, letter: str) -> Variable:
    """The letter, in the item's case where the item has only one of the two."""
    variables = c.options.variables
    if variables is not None and letter not in variables and letter.swapcase() in variables:
        return Variable(letter.swapcase())
    return Variable(letter)


def joint_at(c: Cursor) -> str:
    """The word between two answers that follows: or, and; "" for none. A letter of the item is a letter."""
    token = c.next
    meaning = JOINING.get(token.text.lower(), "") if token.kind == "word" else ""
    if not meaning or are_variables(c, token.text):
        return ""
    if len(token.text) == 1 and not (c.options.variables is not None and token.spaced and c.tokens[c.i + 1].spaced):
        return ""
    return meaning


def with_unit(c: Cursor, of: Node) -> Node | None:
    """The quantity with the unit, or the word that means a sign, behind it; None where none follows."""
    many = _unit_length(c, of)
    if not many:
        return None
    words = c.tokens[c.i : c.i + many]
    c.skip(many)
    unit = "".join(f" {t.text}" if t.kind == "word" and i and words[i - 1].kind == "word" else t.text
                   for i, t in enumerate(words)).lower()  # fmt: skip
    if unit.replace(" ", "") == c.options.unit.lower().replace(" ", ""):
        return WithUnit(of, c.options.unit.lower())
    match AFTER.get(unit):
        case "%":
            return Percent(of)
        case "°":
            return Degrees(of)
        case "$":
            return Money(of)
        case _:
            return WithUnit(of, unit)


def _unit_length(c: Cursor, of: Node) -> int:
    """How many of the next tokens are a unit of measure; 0 where none follows."""
    if c.next.text == "¢":
        return 1
    announced = _announced(c) if c.options.unit else 0
    return announced if isinstance(of, Variable) else max(announced, _spelled(c))


def _spelled(c: Cursor) -> int:
    """The same, for a unit that everybody knows: ft, sq ft, cm^2, mi/h, miles per hour."""
    if c.next.kind != "word":
        return 0
    many = 1 if c.next.text.lower() in ("sq", "square", "cubic") else 0
    if not _is_unit_word(c, c.i + many):
        return 0
    many += 1
    if c.tokens[c.i + many].text == "^" and c.tokens[c.i + many + 1].kind == "number":
        many += 2
    if c.tokens[c.i + many].text in ("/", "per") and _is_unit_word(c, c.i + many + 1):
        many += 2
    return many


def _is_unit_word(c: Cursor, i: int) -> bool:
    token = c.tokens[i] if i < len(c.tokens) else c.tokens[-1]
    if token.kind != "word":
        return False
    variables = c.options.variables
    if variables is not None and variables.issuperset(token.text):
        return False
    lower = token.text.lower()
    return lower in WORDS or (bool(c.options.unit) and lower in LETTERS)


def _announced(c: Cursor) -> int:
    """How many of the next tokens spell the item's own unit, or one of it, or several; 0 when they do not."""
    unit = c.options.unit.lower().replace(" ", "")
    forms = {unit, unit.removesuffix("s"), f"{unit}s"} if len(unit) > 2 else {unit}
    spelled, longest = "", 0
    for count, token in enumerate(c.tokens[c.i : c.i + LONGEST_UNIT], start=1):
        spelled += token.text.lower()
        if token is END or not any(form.startswith(spelled) for form in forms):
            break
        longest = count if spelled in forms else longest
    return longest
