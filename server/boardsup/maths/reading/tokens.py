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
    |(?P<sign>\*\*|<=|=<|>=|=>|!=|<>|\+-|[-+*/÷^=<>≤≥≠±√°%$,:;()\[\]{}|!∅ℝ])
    """,
    re.VERBOSE,
)
_SIGNS = {"<=": "≤", "=<": "≤", ">=": "≥", "!=": "≠", "<>": "≠", "**": "^", "[": "(", "]": ")"}
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)|(?<![\w),]),(?=\d)")
_GROUPED = re.compile(r"\d,\d{3}(?!\d)")
_BAD_GROUPING = re.compile(r"\d,0\d")


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
    if (bad := _BAD_GROUPING.search(text)) is not None and not _GROUPED.search(text):
        raise Stuck("read.grouping", offset + bad.start(), bad.group())
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise Stuck("read.character", offset + at, text[at])
        kind, piece = str(match.lastgroup), match.group()
        if kind != "space":
            found.append(Token(kind, _SIGNS.get(piece, piece), offset + at, spaced))
        spaced = kind == "space"
        at = match.end()
    return found


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
    if not whole.text.isdecimal():
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
    if not (pieces[0].text.isdecimal() and pieces[2].text.isdecimal()):
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
