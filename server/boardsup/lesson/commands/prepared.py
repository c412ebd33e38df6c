"""Commands that `web/` makes in the teacher's name, with what takes the item bank or the posing engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from boardsup.lesson.foreseeing import Foreseen
from boardsup.lesson.segments import Segment


@dataclass(frozen=True, slots=True)
class Put:
    """Put a segment that the desk has prepared into the agenda, and open it at once where that was asked for.

    No browser can send it: `web/` builds the segment from the item bank, and asks in the teacher's name.
    """

    segment: Segment
    place: int
    then: Literal["open", "wait"]


@dataclass(frozen=True, slots=True)
class AskForeseen:
    """The same as `Ask`, with what was foreseen of the question. No browser can send it."""

    ask: str
    answer: str
    foreseen: Foreseen
