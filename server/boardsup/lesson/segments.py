"""The segments of a lesson, and the questions that each puts before the class.

A lesson is an ordered tuple of segments; a segment opens its questions together and closes them together.
"""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.items.item import Question


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things to choose from in a warm-up: a letter and its prompt text."""

    label: str
    ask: str


@dataclass(frozen=True, slots=True)
class Warmup:
    """Which One Doesn't Belong: pick one, say why. Nothing here is right or wrong, or counted in a percent."""

    id: str
    ask: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """At most three ungraded questions at the student's own pace."""

    id: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """One question to everybody at once, with the live flag."""

    id: str
    question: Question


@dataclass(frozen=True, slots=True)
class ColdCall:
    """A prompt, time to think, then a name from the bag."""

    id: str
    ask: str
    think_seconds: int = 10


Segment = Warmup | Diagnostic | Board | ColdCall


def questions_of(segment: Segment) -> tuple[Question, ...]:
    """The questions that a segment opens, in the order asked; a warm-up opens one that is never marked."""
    match segment:
        case Warmup(id, ask, options):
            labels = tuple(option.label for option in options)
            return (Question(id=f"{id}.1", ask=ask, kind="open", answer="", choices=labels),)
        case Diagnostic(_, questions):
            return questions
        case Board(_, question):
            return (question,)
        case ColdCall():
            return ()


def name_of(segment: Segment) -> str:
    """The word for this kind of segment on the teacher's agenda."""
    match segment:
        case Warmup():
            return "Warm-up"
        case Diagnostic():
            return "Diagnostic"
        case Board():
            return "Board"
        case ColdCall():
            return "Cold call"
