"""The stations on the console: the round, how far each group is, and whose hand is up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class AtWork:
    """A group: its neutral label, questions handed in of those it has, and whether its hand is up."""

    label: str
    names: tuple[str, ...]
    done: int
    of: int
    is_raised: bool = False


@dataclass(frozen=True, slots=True)
class Rounds:
    """The round, the minute to move after it, or neither (`number` 0); nothing at all away from the stations."""

    region: ClassVar[str] = "rounds"
    code: str = ""
    number: int = 0
    of: int = 0
    until: int = 0  # in ms since 1970
    is_moving: bool = False
    groups: tuple[AtWork, ...] = ()
    has_materials: bool = False
