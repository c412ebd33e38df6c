"""Counting what the journal holds against what the students sent and saw: lost and doubled are counted, not claimed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from boardsup.lesson.events import AnswerGiven, AnswerUnread, Event

HandIn = tuple[str, str, int]
"""A student's id, a question's id, and the number of the hand-in."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Hand-ins that a student saw as saved, and of them those missing from the journal, or in it more than once."""

    saved: int
    lost: int
    doubled: int


def count(saved: Iterable[HandIn], events: Iterable[Event]) -> Counted:
    """Compare. What stands in the journal without having been seen as saved is no loss."""
    stored = Counter((e.student, e.question, e.number) for e in events if isinstance(e, AnswerGiven | AnswerUnread))
    seen = set(saved)
    return Counted(
        saved=len(seen),
        lost=sum(1 for hand_in in seen if not stored[hand_in]),
        doubled=sum(times - 1 for times in stored.values() if times > 1),
    )
