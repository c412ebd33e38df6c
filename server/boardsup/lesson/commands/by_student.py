"""What a student can ask for; a visitor only to sit down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from boardsup.lesson.commands.limits import Drawing, Key, Line, Longest, Number, Passage
from boardsup.lesson.events.answering import Sure


@dataclass(frozen=True, slots=True)
class Sit:
    """Take a tile of the roster."""

    student: Key


@dataclass(frozen=True, slots=True)
class Answer:
    """Hand in a typed answer, a drawing, or both; a higher number replaces a lower one until the close.

    `sure` is asked on an exit slip.
    """

    question: Key
    number: Number
    text: Line
    sure: Sure = ""
    sketch: Drawing = ""


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
class ChooseLanguage:
    """Read one's page in another language."""

    language: Literal["en", "es"]


@dataclass(frozen=True, slots=True)
class HandOver:
    """Hand a shared device to the other student."""

    student: Key


@dataclass(frozen=True, slots=True)
class GoOn:
    """Go on with the class although extra time is left."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Say, privately, what one makes of a heads-up: ready, with a friend's help, not this time."""

    heads_up: Number
    to: Literal["ready", "friend", "pass"]


@dataclass(frozen=True, slots=True)
class Offer:
    """Offer to share how one thought, or to help a friend; or rest, after all."""

    segment: Key
    to: Literal["share", "rest"]


@dataclass(frozen=True, slots=True)
class WriteReturn:
    """After a pass: write it for the teacher alone, once the calls are over."""

    text: Line
