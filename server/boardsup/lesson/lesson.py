"""A lesson, and the only two functions that move it.

    decide(lesson, who, command, at) -> events    may refuse; changes nothing
    apply(lesson, event)             -> lesson    never refuses; changes everything

A live lesson is `reduce(apply, events, Lesson())`. So is a replayed one. `at` is the room's time in milliseconds.
"""

from __future__ import annotations

from typing import assert_never

from boardsup.lesson import commands as c
from boardsup.lesson import events as e
from boardsup.lesson.applying import apply
from boardsup.lesson.flags import with_flags
from boardsup.lesson.refused import Refused
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import Student, Visitor, Who
from boardsup.lesson.wishes import answering, calling, passing_time, running
from boardsup.lesson.wishes import seating as sitting


def decide(lesson: Lesson, who: Who, command: c.Command, at: int) -> tuple[e.Event, ...]:
    """What would happen if `who` asked for `command` now. Raises `Refused` with a sentence for the asker."""
    if not isinstance(who, c.MAY_ASK[type(command)]):
        raise Refused("Please tap your name first." if isinstance(who, Visitor) else "Only your teacher can do that.")
    if isinstance(command, c.Sit) and isinstance(who, Student | Visitor):
        return sitting.sit(lesson, who.device, command, at)
    if isinstance(command, c.StudentCommand) and isinstance(who, Student):
        return with_flags(lesson, _student_wish(lesson, who, command, at), apply)
    if isinstance(command, c.TeacherCommand):
        return with_flags(lesson, _teacher_wish(lesson, command, at), apply)
    if isinstance(command, c.ClockCommand):
        return with_flags(lesson, _clock_wish(lesson, command, at), apply)
    raise Refused("This cannot be asked for here.")


def _student_wish(lesson: Lesson, who: Student, command: c.StudentCommand, at: int) -> tuple[e.Event, ...]:
    match command:
        case c.Answer():
            return answering.answer(lesson, who.id, command, at)
        case c.DontKnow():
            return answering.dont_know(lesson, who.id, command, at)
        case c.Share():
            return answering.share(lesson, who.id, command, at)
        case c.Turn():
            return answering.turn(lesson, who.id, command)
        case c.Pass():
            return calling.pass_on(lesson, who.id, command)
        case _:
            assert_never(command)


def _teacher_wish(lesson: Lesson, command: c.TeacherCommand, at: int) -> tuple[e.Event, ...]:
    match command:
        case c.Open():
            return running.open_segment(lesson, command, at)
        case c.Ask():
            return running.ask(lesson, command, at)
        case c.Close():
            return running.close(lesson, command, at)
        case c.UndoClose():
            return running.undo_close(lesson, command)
        case c.Reveal():
            return running.reveal(lesson, command, at)
        case c.Judge():
            return running.judge(lesson, command)
        case c.ShowText():
            return running.show_text(lesson, command)
        case c.HideText():
            return running.hide_text(lesson, command)
        case c.EyesUp():
            return running.eyes_up(lesson, command)
        case c.Blank():
            return running.blank(lesson, command)
        case c.Joining():
            return sitting.joining(lesson, command)
        case c.Admit():
            return sitting.admit(lesson, command, at)
        case c.CallNext():
            return calling.call_next(lesson, command, at)
        case c.EndCall():
            return calling.end_call(lesson, command)
        case c.End():
            return running.end(lesson, at)
        case _:
            assert_never(command)


def _clock_wish(lesson: Lesson, command: c.ClockCommand, at: int) -> tuple[e.Event, ...]:
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
        case _:
            assert_never(command)


__all__ = ["apply", "decide"]
