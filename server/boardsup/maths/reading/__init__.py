"""From what a person typed, or a math field sent, to our own tree; or to the place where it stops making sense.

Total for any text, and bounded: caps come before anything else. Nothing here is ever evaluated.
"""

from __future__ import annotations

import re

from boardsup.maths.reading.cursor import Cursor, Options
from boardsup.maths.reading.latex import Latex
from boardsup.maths.reading.normal import normal
from boardsup.maths.reading.number_words import in_digits
from boardsup.maths.reading.phrases import phrase
from boardsup.maths.reading.statements import statement
from boardsup.maths.reading.terms import expression
from boardsup.maths.reading.tokens import Token, numerals, refuse_exponent_numerals, tokens, with_decimal_commas
from boardsup.maths.reading.unread import Stuck, Unread
from boardsup.maths.tree import Braces, Node, Word

_SIGN_FOR_WORDS = {"∅": Word("no_solution"), "ℝ": Word("all_real_numbers")}
_FULL_STOP = re.compile(r"(?<=[a-zA-Z)}\]%°∅ℝ]) *\. *$")


def read(
    text: str, options: Options | None = None, *, variables: frozenset[str] | None = None, is_question: bool = False
) -> Node | Unread:
    """The tree of a text, or where and why it cannot be read. Never raises.

    Simple readers give the item's letters (None: any single letter) and whether it is a question, in which ÷ and :
    are weaker than a fraction bar; `options` says more.
    """
    options = options or Options(variables, is_question=is_question)
    places: list[int] | None = None
    try:
        if (found := phrase(text)) is not None:
            return found
        plain, places = normal(text)
        return _read(with_decimal_commas(plain) if options.decimal_comma else plain, options)
    except Stuck as stuck:
        return _placed(stuck.unread, places, len(text))


def _read(text: str, options: Options) -> Node:
    def parse(found: list[Token], at: int) -> Node:
        inner = Cursor(found, options, at, expression)
        node = expression(inner)
        if inner.i < len(found):
            raise inner.no_operand(inner.next)
        return node

    refuse_exponent_numerals(text, options.variables)
    if text.endswith((".", ". ")):
        text = _FULL_STOP.sub("", text)
    is_latex = "\\" in text
    found = Latex(text, parse).tokens() if is_latex else _grouped(tokens(text.replace("{,}", ",")))
    found = numerals(in_digits(found, options.variables))
    if not found:
        raise Stuck("read.empty")
    if (meaning := _SIGN_FOR_WORDS.get(found[-1].text)) is not None and _is_alone(found[:-1]):
        return meaning
    node = statement(Cursor(found, options, len(text), expression))
    return Word("no_solution") if node == Braces(()) else node


def _is_alone(before: list[Token]) -> bool:
    """Does nothing stand before the sign, or a letter and = only?"""
    return not before or (len(before) == 2 and before[0].kind == "word" and before[1].text == "=")


def _grouped(found: list[Token]) -> list[Token]:
    """Braces behind a ^ are brackets: x^{2}."""
    if not any(token.text == "{" for token in found):
        return found
    out = list(found)
    for i, token in enumerate(out[:-1]):
        if token.text != "^" or out[i + 1].text != "{":
            continue
        closing = next((j for j in range(i + 2, len(out)) if out[j].text == "}"), None)
        if closing is not None:
            out[i + 1] = Token("sign", "(", out[i + 1].at)
            out[closing] = Token("sign", ")", out[closing].at)
    return out


def _placed(unread: Unread, places: list[int] | None, length: int) -> Unread:
    """The same, with its place in the text as it was typed."""
    at = unread.at
    if places is not None:
        at = places[at] if 0 <= at < len(places) else length
    return Unread(unread.code, min(max(at, 0), length), unread.found, unread.readings)


__all__ = ["Options", "Unread", "read"]
