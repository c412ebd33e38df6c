"""Sentences about an unknown number: 8 times what number is 56, 3/4 = ?/12, 3 less than 7 times a number."""

from __future__ import annotations

import re
from typing import Literal

from boardsup.maths import tree as t
from boardsup.maths.missteps import problems as p
from boardsup.maths.missteps import word_problems as w
from boardsup.maths.posing.bare import of_relation
from boardsup.maths.posing.phrase import Phrase, phrase
from boardsup.maths.posing.slots import math, number
from boardsup.maths.walk import letters_in


def _written(amount: str, how: str, factor: str, letter: str) -> p.Problem | None:
    """3 less than 7 times a number n."""
    return w.WriteExpression(int(amount), int(factor), letter or "n", 1 if how.lower() == "more" else -1)


_UNKNOWN = re.compile(r"\b(?:what|which|a|some|the|an unknown)(?: same)? number(?: n)?\b", re.IGNORECASE)
_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), sign)
    for pattern, sign in (
        (r"\b(?:is equal to|equals|is the same as|results in|gives|is)\b", "="),
        (r"\b(?:plus|increased by|added to|more than)\b", "+"),
        (r"\b(?:minus|decreased by|take away)\b", "-"),
        (r"\b(?:times|multiplied by)\b", "*"),
        (r"\b(?:divided by)\b", "/"),
        (r"\b(?:twice|double)\b", "2 *"),
        (r"\b(?:half of)\b", "1/2 *"),
    )
)
_LESS = re.compile(r"([\d.]+) less than ([^=]+)", re.IGNORECASE)
_ENDS = re.compile(r"[.;,]? *(?:find|what is) (?:the|this) number$", re.IGNORECASE)


def _in_words(text: str) -> p.Problem | None:
    """8 times what number is 56: an equation in n."""
    found, times = _UNKNOWN.subn(" n ", _ENDS.sub("", text))
    if not times:
        return None
    for pattern, sign in _WORDS:
        found = pattern.sub(f" {sign} ", found)
    found = _LESS.sub(r"\2 - \1 ", found)
    node = math(found)
    return of_relation(node, "n") if isinstance(node, t.Relation) and letters_in(node) == {"n"} else None


def _times_as_many(times: str, first: str, second: str) -> p.Problem | None:
    """6 times as many students (s) as professors (p): s = 6p."""
    return w.TimesAsMany(int(times), first, second) if first != second else None


def _with_blank(text: str) -> p.Problem | None:
    """3/4 = ?/12: the blank is a letter."""
    if not re.search(r"\?|_+", text):
        return None
    found = re.sub(r"\?+|_+", "x", text)
    if found.count("x") != 1 or re.search(r"[a-wyz]", found, re.IGNORECASE):
        return None
    node = math(found)
    return of_relation(node, "x") if isinstance(node, t.Relation) else None


def _beyond(which: str, operator: str, bound: str) -> p.Problem | None:
    value = number(bound)
    is_above = operator[0] in ">≥"
    if value is None or is_above != (which.lower() in ("smallest", "least")):
        return None
    return w.WholeNumberBeyond(value, 1 if is_above else -1, operator in ("≥", "≤", ">=", "<=", "=>", "=<"))


_BOUNDS: dict[str, Literal["<", ">", "≤", "≥"]] = {
    "at least": "≥",
    "no less than": "≥",
    "not less than": "≥",
    "greater than or equal to": "≥",
    "at most": "≤",
    "no more than": "≤",
    "not more than": "≤",
    "less than or equal to": "≤",
    "more than": ">",
    "greater than": ">",
    "less than": "<",
    "fewer than": "<",
}


def _bound(letter: str, words: str, bound: str) -> p.Problem | None:
    value = number(bound)
    return None if value is None else w.BoundInWords(letter, _BOUNDS[words.lower()], value)


def _turned(text: str, letter: str) -> p.Problem | None:
    """Rewrite 30 > x with x first."""
    node = math(text)
    return of_relation(node, letter) if isinstance(node, t.Relation) and node.operator != "=" else None


def _letter_in(letter: str, text: str) -> p.Problem | None:
    node = math(text)
    return of_relation(node, letter) if isinstance(node, t.Relation) else None


PHRASES: tuple[Phrase, ...] = (
    phrase(
        r"(?:write|give|find) (?:an|the) (?:algebraic )?expression(?: for)?:? ?(\d+)"
        r" (less|more|fewer) than (\d+) times (?:a number)? ?([a-z])?",
        _written,
    ),
    phrase(
        r"(?:write (?:an equation|the equation)(?: for)?:? ?)?\"?(\d+) times as "
        r"many [a-z]+ \(([a-z])\) as [a-z]+ \(([a-z])\)\"?",
        _times_as_many,
    ),
    phrase(
        r"what is the (smallest|least|largest|greatest) (?:whole number|integer)(?: [a-z])?"
        r"(?: with| that makes| so that| such that| for which)? [a-z] ?([<>≤≥]=?) ?([-\d./]+)(?: true| is true)?",
        _beyond,
    ),
    phrase(
        rf"(?:write (?:an|as an|the) inequality(?: for)?[.:,]? ?)([a-z]) is ({'|'.join(_BOUNDS)}) ([-\d./]+)",
        _bound,
    ),
    phrase(r"re-?write (.+) with ([a-z]) (?:first|on the left)", _turned),
    phrase(r"(?:which|what) number is ([a-z]) in (.+)", _letter_in),
    phrase(r"(.+)", _with_blank),
    phrase(r"(?:find )?(.+)", _in_words),
)
"""In order: the first that fits the whole sentence counts."""
