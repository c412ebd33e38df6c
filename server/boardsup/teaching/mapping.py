"""Students by skills: how each student's latest answers to a skill stand, with no more said than they are worth.

The latest two answers are looked at: guessing among four choices is right twice one time in 16 instead of one in 4,
and a slip of the pen is seen for what it is. One answer alone says "asked once" and nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from boardsup.teaching.week import Item

Cell = Literal["has_it", "mixed", "not_yet", "once_right", "once_not_yet", ""]
"""Empty: not asked while the student was there."""

MOST_SKILLS = 12
"""Columns of the picture: those asked last."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture: its skills, the newest first, and a row of cells for each student, who needs most first."""

    skills: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


def cell(results: Sequence[bool]) -> Cell:
    """How one student stands with one skill; `results` in the order of time."""
    match results[-2:]:
        case [True, True]:
            return "has_it"
        case [False, False]:
            return "not_yet"
        case [_, _]:
            return "mixed"
        case [right]:
            return "once_right" if right else "once_not_yet"
        case _:
            return ""


def skill_map(items: Iterable[Item], students: Iterable[str]) -> Picture:
    """The picture of a class from everything that was asked, the oldest first."""
    asked = list(items)
    skills = tuple(dict.fromkeys(item.skill for item in reversed(asked)))[:MOST_SKILLS]
    results: dict[tuple[str, str], list[bool]] = {}
    for item in asked:
        for student, right in item.right.items():
            results.setdefault((student, item.skill), []).append(right)
    rows = [(student, tuple(cell(results.get((student, skill), ())) for skill in skills)) for student in students]
    return Picture(skills, tuple(sorted(rows, key=lambda row: -_need(row[1]))))


_NEED: Mapping[Cell, int] = {"not_yet": 4, "once_not_yet": 2, "mixed": 1}


def _need(cells: Iterable[Cell]) -> int:
    return sum(_NEED.get(one, 0) for one in cells)
