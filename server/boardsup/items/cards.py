"""What a teacher shows when a skill needs another look: a worked example, hints, a reteach card with one picture.

In a problem file the texts have holes; in a drawn item the same cards hold them filled. Pictures are described, not
drawn: texts of mathematics and exact numbers as text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar


@dataclass(frozen=True, slots=True)
class WorkedLine:
    """One line of a worked example, mathematics, and what was done to get there, in words."""

    line: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class AreaModel:
    """A rectangle cut into cells: factors along the left and the top, a product in each cell, row by row."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A dot on a number line: filled, or open where the number itself does not belong; with a label."""

    at: str
    label: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Jump:
    """An arrow over a number line from one number to another."""

    start: str
    end: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A number line from `low` to `high` with a tick every `step`; `ray` shades all numbers from the first mark on."""

    low: str
    high: str
    step: str
    marks: tuple[Mark, ...] = ()
    jumps: tuple[Jump, ...] = ()
    ray: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A box of a tape: what stands in it and how long it is beside the others."""

    text: str
    size: str = "1"


@dataclass(frozen=True, slots=True)
class Bar:
    """One tape: boxes in a row, a label in front, the total over all of it."""

    parts: tuple[Part, ...]
    label: str = ""
    total: str = ""


@dataclass(frozen=True, slots=True)
class Tape:
    """One to four tapes above each other."""

    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """A balance: what lies on each pan, and the move made on both."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    move: str = ""


Visual = AreaModel | NumberLine | Tape | Balance


@dataclass(frozen=True, slots=True)
class Reteach:
    """A one-minute card: a few short sentences for the teacher to say, and a picture, or none."""

    words: tuple[str, ...]
    visual: Visual | None


Card = TypeVar("Card")

WORDS = frozenset({"why", "words"})
"""Fields that hold words with mathematics between dollar signs; all others hold mathematics alone."""


def mapped(card: Card, change: Callable[[str, str], str]) -> Card:
    """The same card with every text exchanged by `change(field, text)`."""
    if not is_dataclass(card) or isinstance(card, type):
        raise TypeError("not a card")
    changes: dict[str, Any] = {f.name: _mapped(f.name, getattr(card, f.name), change) for f in fields(card)}
    return replace(card, **changes)


def texts_in(card: object) -> list[tuple[str, str]]:
    """Every text of a card with the name of its field."""
    found: list[tuple[str, str]] = []

    def note(field: str, text: str) -> str:
        found.append((field, text))
        return text

    mapped(card, note)
    return found


def _mapped(field: str, value: Any, change: Callable[[str, str], str]) -> Any:
    match value:
        case str():
            return change(field, value)
        case tuple():
            return tuple(_mapped(field, part, change) for part in value)
        case bool() | None:
            return value
        case _:
            return mapped(value, change)
