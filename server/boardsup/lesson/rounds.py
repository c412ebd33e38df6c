"""Rounds at the stations: how long one is, the minute to move, and what the teacher may do with it.

The rotation of decision-rules.md 3.5: the minutes are shared among the teacher tables, with one to move after each.
A round that ends closes nobody's work.
"""

from __future__ import annotations

from boardsup.lesson import commands as c
from boardsup.lesson.events import Event, MoveBegan, RoundBegan, RoundsEnded
from boardsup.lesson.refused import MOVED_ON, Refused
from boardsup.lesson.segments import Segment, Stations
from boardsup.lesson.state import Lesson, Round
from boardsup.teaching.group import Rotation, rotation

MINUTE_MS = 60_000


def first_round(lesson: Lesson, segment: Segment, at: int) -> tuple[Event, ...]:
    """The round that begins when stations come before the class; none where the minutes do not make one."""
    found = _rotation(lesson, segment)
    return (RoundBegan(segment.id, 1, found.rounds, at + found.minutes * MINUTE_MS),) if found else ()


def rounds_due(lesson: Lesson, at: int) -> tuple[Event, ...]:
    """The round or the move that is over by now."""
    now = present_round(lesson)
    return _after(lesson, now, at) if now is not None and now.until <= at else ()


def end_round(lesson: Lesson, wish: c.EndRound, at: int) -> tuple[Event, ...]:
    """End the round, or the move, at once."""
    now = present_round(lesson)
    if now is None or now.number != wish.round:
        raise Refused(MOVED_ON)
    return _after(lesson, now, at)


def lengthen_round(lesson: Lesson, wish: c.LongerRound) -> tuple[Event, ...]:
    """The round that is meant a minute longer."""
    now = present_round(lesson)
    if now is None or now.number != wish.round or now.is_moving:
        raise Refused(MOVED_ON)
    return (RoundBegan(now.segment, now.number, now.of, now.until + MINUTE_MS),)


def present_round(lesson: Lesson) -> Round | None:
    """The round of the stations that are before the class."""
    return lesson.round if lesson.round is not None and lesson.round.segment == lesson.now else None


def _after(lesson: Lesson, now: Round, at: int) -> tuple[Event, ...]:
    if not now.is_moving:
        return (MoveBegan(now.segment, at + MINUTE_MS),) if now.number < now.of else (RoundsEnded(now.segment),)
    found = _rotation(lesson, lesson.segment)
    minutes = found.minutes if found is not None else 0
    return (RoundBegan(now.segment, now.number + 1, now.of, at + minutes * MINUTE_MS),)


def _rotation(lesson: Lesson, segment: Segment | None) -> Rotation | None:
    if not isinstance(segment, Stations) or lesson.plan is None or lesson.plan.mode != "stations":
        return None
    return rotation(len(lesson.plan.tables), segment.minutes)
