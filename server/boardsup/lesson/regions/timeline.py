"""How the answers to one question came in: the region of the console, and the picture in a lesson's story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Arrival:
    """After so many seconds, so many had handed in, and so many of them were right."""

    second: int
    handed_in: int
    right: int


@dataclass(frozen=True, slots=True)
class FlagMoment:
    """A flag that was said after so many seconds, when k of n settled answers were right."""

    second: int
    state: str  # move_on · stop · leaning_move_on · leaning_stop
    n: int
    k: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The arrivals of a question among the N who count; `needed` of them right are enough to move on.

    Empty without a question.
    """

    region: ClassVar[str] = "timeline"
    question: str = ""
    N: int = 0
    needed: int = 0
    seconds: int = 0  # from the opening to the newest arrival
    arrivals: tuple[Arrival, ...] = ()
    flags: tuple[FlagMoment, ...] = ()
