"""What a teacher can ask for about the groups of a class and the rounds at their stations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from boardsup.lesson.commands.limits import Key, Number


@dataclass(frozen=True, slots=True)
class MoveStudent:
    """Put a student into another group: a table (table:0), the studio, or with somebody (with:ID)."""

    student: Key
    to: Key


@dataclass(frozen=True, slots=True)
class ShowGroups:
    """Show the class its groups, or hide them again."""

    to: Literal["shown", "hidden"]


@dataclass(frozen=True, slots=True)
class EndRound:
    """End the round at the stations, or the minute to move, at once."""

    round: Number


@dataclass(frozen=True, slots=True)
class LongerRound:
    """The round at the stations a minute longer."""

    round: Number


@dataclass(frozen=True, slots=True)
class LowerHand:
    """The teacher has seen to a pair that raised its hand."""

    group: Key
