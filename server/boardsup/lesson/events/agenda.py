"""What changes the agenda, and a press that was taken back."""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.lesson.segments import Segment
from boardsup.lesson.who import StudentId


@dataclass(frozen=True, slots=True)
class SegmentAdded:
    """A segment was put into the agenda at this position."""

    segment: Segment
    position: int


@dataclass(frozen=True, slots=True)
class SegmentMoved:
    """A segment of the agenda now stands at this position."""

    segment: str
    position: int


@dataclass(frozen=True, slots=True)
class SegmentDropped:
    """A segment that was never opened was left out."""

    segment: str


@dataclass(frozen=True, slots=True)
class LineShown:
    """So many lines of a worked example are on the wall."""

    segment: str
    lines: int


@dataclass(frozen=True, slots=True)
class Pressed:
    """The teacher pressed something that can be taken back; `what` is the word on the button.

    A press about one student names them, and the question where it is about an answer.
    """

    what: str
    student: StudentId = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class PressUndone:
    """The last press was taken back. What students handed in meanwhile stays."""
