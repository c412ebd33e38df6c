"""What all kinds share: which trees are values, which letters an answer may hold, and how a kind judges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from boardsup.maths import tree as t
from boardsup.maths.canonical import fractions as q
from boardsup.maths.canonical.from_tree import NotAValue, evaluated, type_code
from boardsup.maths.canonical.labels import Value
from boardsup.maths.canonical.values import Expression
from boardsup.maths.reading import Unread
from boardsup.maths.walk import changed, letters_in, nodes_in

Letters = frozenset[str] | None
"""The letters of an item; None where any single letter will do."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a kind is told of its question: the letters an answer may hold, and the word behind the colon, if any.

    `is_several`: is the answer itself a list of values?
    """

    letters: Letters = None
    argument: str = ""
    is_several: bool = False


Doubt = Callable[[t.Node, str, Asked], Unread | None]
"""Given a tree and the text it was read from: what makes it ambiguous as an answer to such a question, if anything."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of answer.

    `value` gives what a tree amounts to, or raises `NotAValue` with the code of what it is instead; `form` gives ""
    where the tree is written as the kind asks, else the code of its form; `doubt` says what may be meant in two ways.
    The flags say how such answers are read.
    """

    value: Callable[[t.Node, Asked], Value]
    form: Callable[[t.Node, Asked], str]
    doubt: Doubt
    reads_unit: bool = False
    decimal_comma: bool = False
    without_letters: bool = False
    tolerance: bool = False
    is_place: bool = False


def value_of(node: t.Node, asked: Asked) -> Expression:
    """The value of an expression with no other letters than those of the item."""
    code = type_code(node)
    if code not in ("type.number", "type.expression"):
        raise NotAValue(code)
    require_letters(node, asked)
    return q.value_of(evaluated(node))


def require_letters(node: t.Node, asked: Asked) -> None:
    """Raise `NotAValue` for a letter that the item does not have."""
    if asked.letters is not None and not letters_in(node) <= asked.letters:
        raise NotAValue("letter.other")


def without_unit(node: t.Node) -> t.Node:
    """The tree without its unit of measure; raises `NotAValue` where there are several different ones."""
    units = {part.unit for part in nodes_in(node) if isinstance(part, t.WithUnit)}
    if len(units) > 1:
        raise NotAValue("unit.other")
    return changed(node, lambda n: n.of if isinstance(n, t.WithUnit) else n) if units else node


def always(node: t.Node, asked: Asked) -> str:
    """Any form will do."""
    return ""
