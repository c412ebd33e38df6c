"""Naming an answer that nothing explains: one press, and it is a rule of this class."""

from __future__ import annotations

from boardsup.lesson import commands as c
from boardsup.lesson.events import AnswerNamed, Event
from boardsup.lesson.refused import Refused
from boardsup.lesson.state import Lesson

LONGEST_NAME = 120


def name_answer(lesson: Lesson, wish: c.NameAnswer) -> tuple[Event, ...]:
    """What the teacher says of it; only of an answer that was given, is not right, and has no name yet."""
    asked, says = lesson.asked.get(wish.question), " ".join(wish.says.split())
    if not says or len(says) > LONGEST_NAME:
        raise Refused("Say in a few words what the work shows.")
    given = asked.answers.values() if asked is not None else ()
    same = [answer for answer in given if answer.outcome == "incorrect" and answer.value == wish.value]
    if asked is None or not same:
        raise Refused("There is no such answer here.")
    if any(answer.misconceptions and not answer.misconceptions[0].startswith("class.") for answer in same):
        raise Refused("This answer has a name already.")
    return (AnswerNamed(wish.question, asked.question.ask, wish.value, says),)
