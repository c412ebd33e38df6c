"""Texts with holes: `{a}` is a number of the draw, `{c/a + b}` a formula's value, `{b:+}` a signed term.

A number keeps its value wherever it is put: in mathematics a negative one or a fraction gets the brackets that it
needs, a coefficient 1 is not written, and a signed term of zero is not written at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from boardsup.items.formulas import BadFormula, formula, names_in
from boardsup.items.numerals import FORMATS, numeral
from boardsup.items.placing import with_number, with_term
from boardsup.items.worth import NoWorth, Numbers, number

LONGEST = 400
"""Characters of one text."""

_HOLE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


class BadText(ValueError):
    """The text's holes cannot be filled; the message says why, for its author."""


@dataclass(frozen=True, slots=True)
class Hole:
    """A formula and how its value is printed."""

    formula: str
    format: str


@lru_cache(maxsize=8192)
def pieces(text: str) -> tuple[str | Hole, ...]:
    """The text between holes, and the holes; raises `BadText`."""
    if len(text) > LONGEST:
        raise BadText(f"a text has at most {LONGEST} characters")
    found: list[str | Hole] = []
    at, plain = 0, ""
    for match in _HOLE.finditer(text):
        plain += text[at : match.start()]
        at = match.end()
        if match[0] in ("{{", "}}"):
            plain += match[0][0]
        elif match[1] is None:
            raise BadText(f"a brace stands alone in “{text}”; write {{{{ for a brace that is printed")
        else:
            found += [plain, _hole(match[1])]
            plain = ""
    return (*found, plain + text[at:])


def holes(text: str) -> tuple[Hole, ...]:
    """The holes of a text, in order."""
    return tuple(piece for piece in pieces(text) if isinstance(piece, Hole))


def names_used(text: str) -> frozenset[str]:
    """The numbers that a text's holes use."""
    return frozenset[str]().union(*(names_in(formula(hole.formula)) for hole in holes(text)))


def filled_math(text: str, numbers: Numbers) -> str:
    """A line of mathematics with its holes filled."""
    return _filled(pieces(text), numbers)


def filled_words(text: str, numbers: Numbers) -> str:
    """Words with mathematics between dollar signs, with their holes filled; `\\$` is money, not mathematics."""
    done: list[str] = []
    math: list[str | Hole] = []
    inside = False
    for piece in _at_dollars(pieces(text)):
        if piece == "$":
            done.append(_filled(tuple(math), numbers) + "$" if inside else "$")
            inside, math = not inside, []
        elif inside:
            math.append(piece)
        elif isinstance(piece, Hole):
            done.append(_printed(piece, numbers).replace("-", "−"))
        else:
            done.append(piece)
    if inside:
        raise BadText(f"a dollar sign is missing in “{text}”; write \\$ for money")
    return "".join(done)


def _at_dollars(found: tuple[str | Hole, ...]) -> list[str | Hole]:
    """The same pieces, cut at each dollar sign that is not escaped."""
    cut: list[str | Hole] = []
    for piece in found:
        cut += [piece] if isinstance(piece, Hole) else [p for p in re.split(r"(?<!\\)(\$)", piece) if p]
    return cut


def _hole(text: str) -> Hole:
    body, colon, how = text.partition(":")
    if colon and how not in FORMATS:
        raise BadText(f"no way of printing is called “{how}”; there are {', '.join(FORMATS)}")
    try:
        formula(body)
    except BadFormula as bad:
        raise BadText(f"in {{{text}}}: {bad}") from bad
    return Hole(body, how)


def _printed(hole: Hole, numbers: Numbers) -> str:
    """A value among words."""
    return numeral(number(hole.formula, numbers), hole.format.removeprefix("+"))


def _filled(found: tuple[str | Hole, ...], numbers: Numbers) -> str:
    text = ""
    rest = list(found)
    while rest:
        piece = rest.pop(0)
        if isinstance(piece, str):
            text += piece
            continue
        after = rest.pop(0) if rest and isinstance(rest[0], str) else ""
        value = number(piece.formula, numbers)
        if piece.format.startswith("+"):
            text, after = with_term(text, value, str(after), piece.format[1:])
        else:
            text = with_number(text, value, str(after), piece.format)
        rest.insert(0, after)
    if not text.strip() and any(isinstance(piece, Hole) for piece in found):
        raise NoWorth("every term is zero")
    return text.strip()
