"""The flag of each board question, certain or leaning, recorded the moment that an event moves it.

Flags are computed from what has stood for 3 s while a question is open, and from everything at its close, where those
of N who have not answered count as not yet. `with_flags` puts a FlagChanged right behind the event that caused it, so
that a replay can compute every one again (`replaying.py`).
"""

from __future__ import annotations

from collections.abc import Callable

from boardsup.lesson.events import (
    AnswerGiven,
    AnswerJudged,
    AnswerMarked,
    AnswersStood,
    CloseUndone,
    Event,
    ExtraTimeEnded,
    ExtraTimeGiven,
    FlagChanged,
    PressUndone,
    SegmentClosed,
    StudentCounted,
    StudentExcused,
)
from boardsup.lesson.segments import Board
from boardsup.lesson.state import Asked, Flag, Lesson, Phase
from boardsup.teaching.flag import DEFAULTS, Count, certain
from boardsup.teaching.leaning import live

_WHO_COUNTS = (StudentExcused, StudentCounted, ExtraTimeGiven, ExtraTimeEnded)
_MOVES_A_FLAG = (AnswersStood, AnswerJudged, AnswerMarked, SegmentClosed, CloseUndone, PressUndone, *_WHO_COUNTS)


def with_flags(
    lesson: Lesson, events: tuple[Event, ...], apply: Callable[[Lesson, Event], Lesson]
) -> tuple[Event, ...]:
    """The events with the flag changes that follow from them in between."""
    if not any(may_move_a_flag(lesson, event) for event in events):
        return events
    found: list[Event] = []
    for event in events:
        may = may_move_a_flag(lesson, event)
        lesson = apply(lesson, event)
        found.append(event)
        for change in flag_changes(lesson) if may else ():
            lesson = apply(lesson, change)
            found.append(change)
    return tuple(found)


def may_move_a_flag(lesson: Lesson, event: Event) -> bool:
    """Can this event change a flag? A new answer cannot, unless it takes the place of one that had stood."""
    if isinstance(event, AnswerGiven):
        asked = lesson.asked.get(event.question)
        before = asked.answers.get(event.student) if asked is not None else None
        return asked is not None and (event.student in asked.extra or (before is not None and before.stood))
    return isinstance(event, _MOVES_A_FLAG)


def flag_changes(lesson: Lesson) -> tuple[FlagChanged, ...]:
    """The changes that the present state of the segment calls for."""
    segment = lesson.segment
    if not isinstance(segment, Board):
        return ()
    asked = lesson.asked[segment.question.id]
    flag = flag_of(lesson, asked)
    if flag == asked.flag or (flag is not None and asked.flag is not None and _same_call(flag, asked.flag)):
        return ()
    if flag is None:
        return (FlagChanged(asked.question.id, None, None, *counts(lesson, asked)),)
    return (FlagChanged(asked.question.id, flag.state, flag.kind, flag.N, flag.n, flag.k),)


def flag_of(lesson: Lesson, asked: Asked) -> Flag | None:
    """The flag of a question as it stands, certain or, while it is open, leaning; none for what is never marked."""
    if asked.question.kind == "open":
        return None
    N, n, k = counts(lesson, asked)
    if is_open(lesson, asked) and asked.recent:
        found = live([Count(N=N, n=of[0], k=of[1]) for of in asked.recent], DEFAULTS)
    else:
        found = certain(Count(N=N, n=n, k=k), DEFAULTS)
    return None if found is None else Flag(found.state, found.kind, N, n, k)


def counts(lesson: Lesson, asked: Asked) -> tuple[int, int, int]:
    """N, settled and right: of what has stood, or, once closed, of everything with blanks as not yet."""
    if is_open(lesson, asked):
        return asked.N, asked.n, asked.k
    present = asked.counted
    answers = [asked.answers.get(student) for student in present]
    unknown = sum(1 for a in answers if a is not None and not a.is_settled)
    right = sum(1 for a in answers if a is not None and a.is_settled and a.is_right)
    return asked.N, asked.N - unknown, right


def is_open(lesson: Lesson, asked: Asked) -> bool:
    """May everybody still answer?"""
    return lesson.courses[asked.segment].phase in (Phase.ANSWERING, Phase.CLOSING)


def _same_call(one: Flag, other: Flag) -> bool:
    """Do two flags say the same? Their counts may differ: the first ones are those that caused it."""
    return (one.state, one.kind) == (other.state, other.kind)
