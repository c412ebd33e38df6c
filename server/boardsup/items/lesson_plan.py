"""A lesson as it is planned: segments in order, as an author wrote them. Plain values."""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.items.item import Question


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things to choose from: a letter, and words with mathematics between dollar signs."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Warmup:
    """Which One Doesn't Belong: two to six options, none of them right or wrong."""

    id: str
    prompt: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One to three ungraded questions."""

    id: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """One question to everybody."""

    id: str
    question: Question


@dataclass(frozen=True, slots=True)
class ColdCall:
    """A prompt, 3 to 120 seconds to think, then a name."""

    id: str
    prompt: str
    think_seconds: int


PlannedSegment = Warmup | Diagnostic | Board | ColdCall


@dataclass(frozen=True, slots=True)
class LessonPlan:
    """A plan with its id, its title and its segments in order."""

    id: str
    title: str
    segments: tuple[PlannedSegment, ...]
