"""Sentences that put values in: evaluate at x = 3, f(x) = …, is this a solution, how many solutions."""

from __future__ import annotations

import re

from boardsup.maths import tree as t
from boardsup.maths.missteps import problems as p
from boardsup.maths.posing.phrase import Phrase, phrase
from boardsup.maths.posing.slots import is_statement, math, value_of
from boardsup.maths.walk import letters_in

_SET = re.compile(r"\s*([A-Za-z])\s*(?:=|is|equals)\s*(.+)", re.IGNORECASE)


def _substituted(text: str, values: str) -> p.Problem | None:
    node = math(text)
    if node is None or is_statement(node):
        return None
    found: list[tuple[str, t.Node]] = []
    for piece in re.split(r",(?! ?\d{3}\b)|;|\band\b", values):
        match = _SET.fullmatch(piece.strip())
        value = math(match[2]) if match else None
        if match is None or value is None or value_of(value) is None:
            return None
        found.append((match[1], value))
    letters = letters_in(node)
    named = [(name if name in letters else name.swapcase(), value) for name, value in found]
    return p.Substitute(node, tuple(named)) if letters and letters == {name for name, _ in named} else None


def _values_first(values: str, text: str) -> p.Problem | None:
    return _substituted(text, values)


def _function(name: str, letter: str, rule: str, value: str) -> p.Problem | None:
    """f(x) = …, find f(3)."""
    inner = math(value)
    return None if inner is None else _substituted(rule, f"{letter}={value}")


def _function_equals(name: str, letter: str, rule: str, value: str) -> p.Problem | None:
    """f(x) = …; for what x is f(x) = 7?"""
    left, right = math(rule), math(value)
    if left is None or right is None or letters_in(left) != {letter} or value_of(right) is None:
        return None
    return p.SolveEquation(t.Relation(left, "=", right), letter, is_of_function=True)


def _is_solution(values: str, text: str) -> p.Problem | None:
    node = math(text)
    if node is None:
        return None
    found = _assigned(values, letters_in(node))
    parts = node.parts if isinstance(node, t.Listing | t.Both) else (node,)
    relations = tuple(part for part in parts if isinstance(part, t.Relation))
    return p.IsSolution(found, relations) if found and len(relations) == len(parts) else None


def _assigned(values: str, letters: frozenset[str]) -> tuple[tuple[str, t.Node], ...]:
    """The values that a point, "x = 3", or a number alone gives to the letters; () where they do not fit."""
    node, names = math(values), sorted(letters)
    match node:
        case t.Point((x, y)) if len(names) == 2:
            return (names[0], x), (names[1], y)
        case t.Relation(t.Variable(name), "=", value) if names == [name]:
            return ((name, value),)
        case None:
            return ()
        case _ if len(names) == 1 and value_of(node) is not None:
            return ((names[0], node),)
        case _:
            return ()


def _how_many(text: str) -> p.Problem | None:
    node = math(text)
    if not isinstance(node, t.Relation) or node.operator != "=" or len(letters := letters_in(node)) != 1:
        return None
    return p.HowMany(node, next(iter(letters)))


_VERB = r"(?:evaluate|find|calculate|compute|work out|what is|determine)"
_SUBSTITUTE = r"(?:at|for|when|if|where|with|given(?: that)?|let|using)"
PHRASES: tuple[Phrase, ...] = (
    phrase(
        rf"(?:{_VERB} )?(?:the (?:value of )?)?(?:the )?(?:expression )?:? ?(.+?)"
        rf",? {_SUBSTITUTE} ([a-z] ?(?:=|is|equals) ?.+)",
        _substituted,
    ),
    phrase(
        rf"(?:if|when|let|given(?: that)?|for) ([a-z] ?(?:=|is|equals) ?[^,;:]+(?:(?:,|"
        rf" and) ?[a-z] ?= ?[^,;:]+)?)[,;:.]? (?:{_VERB} )?(?:the value of )?(.+)",
        _values_first,
    ),
    phrase(rf"(?:if )?([a-z])\(([a-z])\) ?= ?(.+?)[.,;]? (?:{_VERB} )?\1\((-?[\d./ ]+)\)", _function),
    phrase(
        r"(?:if )?([a-z])\(([a-z])\) ?= ?(.+?)[.,;]? (?:for (?:what|which) [a-z] "
        r"is|find [a-z] (?:if|when|such that)) \1\([a-z]\) ?= ?(.+)",
        _function_equals,
    ),
    phrase(r"is (.+?) a solution (?:of|to|for) (?:the )?(?:equation|inequality|system)?:? ?(.+)", _is_solution),
    phrase(r"how many solutions (?:does|has|are there (?:for|to))?(?: the equation)?[:?]* ?(.+?)(?: have)?", _how_many),
)
"""In order: the first that fits the whole sentence counts."""
