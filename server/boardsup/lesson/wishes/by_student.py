"""What each of a student's wishes leads to: a table of contents."""

from __future__ import annotations

from typing import assert_never

from boardsup.lesson import commands as c
from boardsup.lesson import events as e
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import Student
from boardsup.lesson.wishes import answering, calling, counting, seating


def student_wish(lesson: Lesson, who: Student, command: c.StudentCommand, at: int) -> tuple[e.Event, ...]:
    """The events that a seated student's command leads to. Raises `Refused`."""
    match command:
        case c.Answer():
            return answering.answer(lesson, who.id, command, at)
        case c.DontKnow():
            return answering.dont_know(lesson, who.id, command, at)
        case c.Share():
            return answering.share(lesson, who.id, command, at)
        case c.Turn():
            return answering.turn(lesson, who.id, command)
        case c.HandOver():
            return counting.hand_over(lesson, who.id, command)
        case c.GoOn():
            return counting.go_on(lesson, who.id)
        case c.Reply():
            return calling.reply(lesson, who.id, command, at)
        case c.Offer():
            return calling.offer(lesson, who.id, command)
        case c.WriteReturn():
            return calling.write_return(lesson, who.id, command, at)
        case c.ChooseLanguage():
            return seating.choose_language(lesson, who.id, command)
        case _:
            assert_never(command)
