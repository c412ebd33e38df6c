"""A lesson, and the only two functions that move it.

    decide(lesson, who, command, at) -> events    may refuse; changes nothing
    apply(lesson, event)             -> lesson    never refuses; changes everything

A live lesson is `reduce(apply, events, Lesson())`. So is a replayed one. `at` is the room's time in milliseconds.
"""

from __future__ import annotations

from boardsup.lesson import commands as c
from boardsup.lesson import events as e
from boardsup.lesson.applying import apply
from boardsup.lesson.consequences import with_consequences
from boardsup.lesson.refused import Refused
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import Student, Teacher, Visitor, Who
from boardsup.lesson.wishes.agenda import pressed
from boardsup.lesson.wishes.by_clock import clock_wish
from boardsup.lesson.wishes.by_student import student_wish
from boardsup.lesson.wishes.by_teacher import teacher_wish
from boardsup.lesson.wishes.seating import sit

NOT_FOR_AIDES = "That is the teacher's to press. You can mark answers, and see to one student."


def decide(lesson: Lesson, who: Who, command: c.Command, at: int) -> tuple[e.Event, ...]:
    """What would happen if `who` asked for `command` now. Raises `Refused` with a sentence for the asker."""
    if not isinstance(who, c.MAY_ASK[type(command)]):
        raise Refused("Please tap your name first." if isinstance(who, Visitor) else "Only your teacher can do that.")
    if isinstance(who, Teacher) and who.is_aide and not isinstance(command, c.FOR_AIDES):
        raise Refused(NOT_FOR_AIDES)
    if isinstance(command, c.Sit) and isinstance(who, Student | Visitor):
        return sit(lesson, who.device, command, at)
    if isinstance(command, c.StudentCommand) and isinstance(who, Student):
        return with_consequences(lesson, student_wish(lesson, who, command, at), apply)
    if isinstance(command, c.TeacherCommand):
        return with_consequences(lesson, pressed(command, teacher_wish(lesson, command, at)), apply)
    assert isinstance(command, c.ClockCommand), command  # Who may ask for anything else was settled above.
    return with_consequences(lesson, clock_wish(lesson, command, at), apply)


__all__ = ["apply", "decide"]
