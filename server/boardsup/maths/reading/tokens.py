"""From a text to tokens: numerals, letters, words, signs, and finished nodes where LaTeX nests.

Numbers are read here whole: grouping commas, leading points, repeating decimals, mixed numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from boardsup.maths.reading.unread import Stuck
from boardsup.maths.tree import Mixed, Node, Number, Quotient, Repeating

MOST_TOKENS = 120
LONGEST_NUMBER = 15

_TOKEN = re.compile(
    r"""
    (?P<space>\ +)
    |(?P<number>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d*)?|\d+\.?\d*|\.\d+)
    |(?P<word>[a-zA-Z]+)
    |(?P<sign>\*\*|<=|=<|>=|=>|!=|<>|\+/-|\+-|[-+*/÷^=<>≤≥≠±√°%$¢,:;()\[\]{}|!&∅ℝ])
    """,
    re.VERBOSE,
)
_SIGNS = {"<=": "≤", "=<": "≤", ">=": "≥", "!=": "≠", "<>": "≠", "**": "^", "+/-": "±"}
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)|(?<![\w),]),(?=\d)")
_EXPONENT_NUMERAL = re.compile(r"\d\.?[eE][+-]?\d")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text: number, word, sign or node; whether a space stood before it; and its place."""

    kind: str
    text: str
    at: int
    spaced: bool = False
    node: Node | None = None


def tokens(text: str, offset: int = 0) -> list[Token]:
    """The tokens of a text without LaTeX. Raises `Stuck` at what is no token."""
    found: list[Token] = []
    at, spaced = 0, False
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise Stuck("read.character", offset + at, text[at])
        kind, piece = str(match.lastgroup), match.group()
        if piece == "&":
            found.append(Token("word", "and", offset + at, spaced))
        elif kind != "space":
            found.append(Token(kind, _SIGNS.get(piece, piece), offset + at, spaced))
            if kind == "number" and piece[0] == "0" and len(piece) > 1:
                _refuse_bad_group(found)
        spaced = kind == "space"
        at = match.end()
    return found


def _refuse_bad_group(found: list[Token]) -> None:
    """1000,000 and 1,00 are neither groups of thousands nor a list that anyone writes."""
    last = found[-1]
    if last.spaced or last.text[1] == "." or len(found) < 3 or found[-2].text != "," or found[-3].kind != "number":
        return
    raise Stuck("read.grouping", found[-3].at, f"{found[-3].text},{last.text}")


def refuse_exponent_numerals(text: str, variables: frozenset[str] | None) -> None:
    """Raise `Stuck` at 3e5, unless e is a letter of the item."""
    match = _EXPONENT_NUMERAL.search(text)
    if match is not None and (variables is None or not variables & {"e", "E"}):
        raise Stuck("read.exponent", match.start(), match.group())


def numerals(found: list[Token]) -> list[Token]:
    """The tokens with numbers made into nodes, mixed numbers among them. Raises `Stuck` past a cap."""
    if len(found) > MOST_TOKENS:
        raise Stuck("read.too_many", found[MOST_TOKENS].at)
    out: list[Token] = []
    i = 0
    while i < len(found):
        token = found[i]
        if token.kind != "number":
            out.append(token)
            i += 1
        elif (mixed := _mixed(found, i)) is not None:
            out.append(Token("number", token.text, token.at, token.spaced, mixed[0]))
            i += mixed[1]
        else:
            out.append(Token("number", token.text, token.at, token.spaced, number(token.text, token.at)))
            i += 1
    return out


def number(text: str, at: int) -> Number:
    """A decimal numeral, its grouping commas and needless zeros gone; zeros behind the point stay."""
    digits = text.replace(",", "")
    whole, point, part = digits.partition(".")
    if len(whole) + len(part) > LONGEST_NUMBER:
        raise Stuck("read.too_large", at, text[:LONGEST_NUMBER])
    whole = whole.lstrip("0") or "0"
    return Number(f"{whole}.{part}" if point and part else whole)


def _mixed(found: list[Token], i: int) -> tuple[Node, int] | None:
    """INT space INT/INT is one number, and so is INT before a fraction that LaTeX has stacked."""
    whole = found[i]
    if not whole.text.isdecimal() or (i and found[i - 1].text in ("/", "^")):
        return None
    after = found[i + 1] if i + 1 < len(found) else None
    if after is not None and after.kind == "node" and isinstance(after.node, Quotient):
        match after.node:
            case Quotient(Number(top), Number(bottom), "/") if top.isdecimal() and bottom.isdecimal() and int(bottom):
                return Mixed(_whole(whole), int(top), int(bottom)), 2
    pieces = found[i + 1 : i + 4]
    if len(pieces) < 3 or not pieces[0].spaced or pieces[1].text != "/":
        return None
    if pieces[0].kind != "number" or pieces[2].kind != "number":
        return None
    if not (pieces[0].text.isdecimal() and pieces[2].text.rstrip(".").isdecimal()):
        return None
    return Mixed(_whole(whole), _whole(pieces[0]), _whole(pieces[2])), 4


def _whole(token: Token) -> int:
    return int(number(token.text, token.at).digits)


def with_decimal_commas(text: str) -> str:
    """The text with commas between two digits read as decimal points, where no point stands in it."""
    return text if "." in text else _DECIMAL_COMMA.sub(".", text)


def repeating(digits: Number, repeat: str, at: int) -> Repeating:
    """A decimal whose last digits carry a bar."""
    if len(digits.digits) + len(repeat) > LONGEST_NUMBER:
        raise Stuck("read.too_large", at)
    return Repeating(digits.digits if "." in digits.digits else digits.digits + ".", repeat)
