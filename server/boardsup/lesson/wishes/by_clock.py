"""What time that passes, and seats that fall silent, lead to: a table of contents."""

from __future__ import annotations

from typing import assert_never

from boardsup.lesson import commands as c
from boardsup.lesson import events as e
from boardsup.lesson.state import Lesson
from boardsup.lesson.wishes import answering, passing_time
from boardsup.lesson.wishes import seating as sitting


def clock_wish(lesson: Lesson, command: c.ClockCommand, at: int) -> tuple[e.Event, ...]:
    """The events that the room's own command leads to."""
    match command:
        case c.Tick():
            return passing_time.tick(lesson, at)
        case c.FellSilent():
            return sitting.fell_silent(lesson, command)
        case c.HeardAgain():
            return sitting.heard_again(lesson, command)
        case c.Settle():
            return answering.settle(lesson, command)
        case c.Enrol():
            return sitting.enrol(lesson, command)
        case c.SetNeeds():
            return sitting.set_needs(lesson, command)
        case _:
            assert_never(command)
