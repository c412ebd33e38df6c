"""A lesson computed again from its log: every flag and every call, and the first place where the log says otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardsup.lesson.applying import apply
from boardsup.lesson.events import CallDrawn, Event, FlagChanged
from boardsup.lesson.flags import flag_changes, may_move_a_flag
from boardsup.lesson.state import Lesson
from boardsup.lesson.wishes.calling import drawn_at


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as the journal holds it: its number, from 1, and when it was recorded, in ms since 1970."""

    seq: int
    at: int
    event: Event


@dataclass(frozen=True, slots=True)
class Replayed:
    """A log that says what the rules say: the lesson at its end, and how much was computed again."""

    lesson: Lesson
    events: int
    flags: int
    calls: int


@dataclass(frozen=True, slots=True)
class Difference:
    """The first event that the rules would not have made: its number, what it says, what they say."""

    seq: int
    recorded: str
    computed: str


def replay(log: Sequence[Recorded]) -> Replayed | Difference:
    """Go through the log from the beginning, and compute each flag and each call at its place."""
    lesson, flags, calls = Lesson(), 0, 0
    due: tuple[FlagChanged, ...] = ()
    for entry in log:
        event = entry.event
        if due or isinstance(event, FlagChanged):
            expected = due[0] if due else None
            if event != expected:
                return Difference(entry.seq, repr(event), repr(expected) if expected else "no change of a flag")
            due, flags = due[1:], flags + 1
        if isinstance(event, CallDrawn):
            again = drawn_at(lesson, event.at)
            if again != event:
                return Difference(entry.seq, repr(event), repr(again) if again else "no call")
            calls += 1
        may = may_move_a_flag(lesson, event)
        lesson = apply(lesson, event)
        if may:
            due = flag_changes(lesson)
    if due:
        return Difference(log[-1].seq + 1, "the end of the log", repr(due[0]))
    return Replayed(lesson, len(log), flags, calls)
