"""What a device may ask for: a tile, and whatever a student may do in their seat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from boardsup.lesson.commands.limits import Key, Line, Longest, Number, Passage


@dataclass(frozen=True, slots=True)
class Sit:
    """Take a tile of the roster."""

    student: Key


@dataclass(frozen=True, slots=True)
class Answer:
    """Hand in a typed answer; a higher number replaces a lower one until the close."""

    question: Key
    number: Number
    text: Line


@dataclass(frozen=True, slots=True)
class DontKnow:
    """Hand in "I don't know yet"."""

    question: Key
    number: Number


@dataclass(frozen=True, slots=True)
class Share:
    """Pick one option of a warm-up and say why."""

    question: Key
    number: Number
    choice: Annotated[str, Longest(4)]
    text: Passage


@dataclass(frozen=True, slots=True)
class Turn:
    """Go to another question of a set at one's own pace."""

    question: Key


@dataclass(frozen=True, slots=True)
class Pass:
    """Hand a cold call on, privately."""

    call: Number
