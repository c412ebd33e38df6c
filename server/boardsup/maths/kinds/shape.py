"""What all kinds share: which trees are values, which letters an answer may hold, and how a kind judges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from boardsup.maths import tree as t
from boardsup.maths.canonical import fractions as q
from boardsup.maths.canonical.from_tree import NotAValue, evaluated, type_code
from boardsup.maths.canonical.labels import Value
from boardsup.maths.canonical.values import Expression
from boardsup.maths.walk import letters_in

Letters = frozenset[str] | None
"""The letters of an item; None where any single letter will do."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a kind is told of its question: the letters an answer may hold, and the word behind the colon, if any."""

    letters: Letters = None
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of answer.

    `value` gives what a tree amounts to, or raises `NotAValue` with the code of what it is instead; `form` gives ""
    where the tree is written as the kind asks, else the code of its form. `reads_unit`, `decimal_comma` and `cents`
    (12,50 is not read) say how such answers are read.
    """

    value: Callable[[t.Node, Asked], Value]
    form: Callable[[t.Node, Asked], str]
    reads_unit: bool = False
    decimal_comma: bool = False
    without_letters: bool = False
    tolerance: bool = False
    cents: bool = False


def value_of(node: t.Node, asked: Asked) -> Expression:
    """The value of an expression with no other letters than those of the item."""
    return q.value_of(quotient_of(node, asked))


def quotient_of(node: t.Node, asked: Asked) -> q.Quotient:
    """The same, not reduced."""
    require_value(node)
    require_letters(node, asked)
    return evaluated(node)


def require_value(node: t.Node) -> None:
    """Raise `NotAValue` for what is no expression: a relation, a list, words, a point, a ratio."""
    code = type_code(node)
    if code not in ("type.number", "type.expression"):
        raise NotAValue(code)


def require_letters(node: t.Node, asked: Asked) -> None:
    """Raise `NotAValue` for a letter that the item does not have."""
    found = letters_in(node)
    if asked.letters is not None and not found <= asked.letters:
        raise NotAValue("letter.other")


def always(node: t.Node, asked: Asked) -> str:
    """Any form will do."""
    return ""
