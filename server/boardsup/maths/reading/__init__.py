"""From what a person typed, or a math field sent, to our own tree; or to the place where it stops making sense.

Total for any text, and bounded: caps come before anything else. Nothing here is ever evaluated.
"""

from __future__ import annotations

import unicodedata

from boardsup.maths.reading.cursor import Cursor, Options
from boardsup.maths.reading.latex import Latex
from boardsup.maths.reading.normal import normal
from boardsup.maths.reading.number_words import in_words
from boardsup.maths.reading.statements import statement
from boardsup.maths.reading.terms import expression
from boardsup.maths.reading.tokens import Token, numerals, tokens, with_decimal_commas
from boardsup.maths.reading.unread import Stuck, Unread
from boardsup.maths.reading.words import PHRASES
from boardsup.maths.tree import Braces, Node, Word


def read(
    text: str,
    *,
    variables: frozenset[str] | None = None,
    unit: str = "",
    decimal_comma: bool = False,
    is_question: bool = False,
) -> Node | Unread:
    """The tree of a text, or where and why it cannot be read. Never raises.

    `variables` are the item's letters (None: any single letter); `unit` is read behind a number; `decimal_comma`
    takes 2,5 as 2.5; in a question ÷ and : are weaker than a fraction bar.
    """
    options = Options(variables, unit, is_question)
    places: list[int] | None = None
    try:
        plain, places = normal(text)
        if (found := _phrase(plain)) is not None:
            return found
        if decimal_comma:
            plain = with_decimal_commas(plain)
        return _read(plain, options)
    except Stuck as stuck:
        return _placed(stuck.unread, places, len(text))


def _read(text: str, options: Options) -> Node:
    def parse(found: list[Token], at: int) -> Node:
        inner = Cursor(found, options, at, expression)
        node = expression(inner)
        if inner.i < len(found):
            raise inner.no_operand(inner.next)
        return node

    found = numerals(Latex(text, parse).tokens() if "\\" in text else _grouped(tokens(text.replace("{,}", ","))))
    if not found:
        raise Stuck("read.empty")
    if len(found) == 1 and found[0].text in ("∅", "ℝ"):
        return Word("no_solution" if found[0].text == "∅" else "all_real_numbers")
    node = statement(Cursor(found, options, len(text), expression))
    return Word("no_solution") if node == Braces(()) else node


def _grouped(found: list[Token]) -> list[Token]:
    """Braces behind a ^ are brackets: x^{2}."""
    out = list(found)
    for i, token in enumerate(out[:-1]):
        if token.text != "^" or out[i + 1].text != "{":
            continue
        closing = next((j for j in range(i + 2, len(out)) if out[j].text == "}"), None)
        if closing is not None:
            out[i + 1] = Token("sign", "(", out[i + 1].at)
            out[closing] = Token("sign", ")", out[closing].at)
    return out


def _phrase(text: str) -> Node | None:
    """A whole answer in words, if it is one."""
    if not any(character.isalpha() for character in text[:2]) and not text.startswith(" "):
        return None
    stripped = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    phrase = " ".join(stripped.lower().strip(" .!").split())
    if phrase in PHRASES:
        return Word(PHRASES[phrase])
    return in_words(phrase)


def _placed(unread: Unread, places: list[int] | None, length: int) -> Unread:
    """The same, with its place in the text as it was typed."""
    at = unread.at
    if places is not None:
        at = places[at] if 0 <= at < len(places) else length
    return Unread(unread.code, min(max(at, 0), length), unread.found, unread.readings)


__all__ = ["Unread", "read"]
