"""What of the students' own boards comes on the wall: each by a press on that very board, after the reveal, unnamed."""

from __future__ import annotations

from boardsup.lesson.commands import HideText, ShowBoards, ShowText
from boardsup.lesson.events import Event, TextHidden, TextShown
from boardsup.lesson.refused import Refused
from boardsup.lesson.state import Asked, Lesson, Phase
from boardsup.lesson.who import StudentId

SIDE_BY_SIDE = 6
"""Boards that can still be read from the last row when they stand beside one another."""


def show_text(lesson: Lesson, wish: ShowText) -> tuple[Event, ...]:
    """Show what one student wrote, without a name, once the segment is revealed."""
    asked = _revealed(lesson, wish.question, (wish.student,))
    if wish.student in asked.shown:
        return ()
    if len(asked.shown) >= SIDE_BY_SIDE:
        raise Refused(f"{SIDE_BY_SIDE} are on the wall. Take one back first.")
    return (TextShown(wish.question, wish.student),)


def hide_text(lesson: Lesson, wish: HideText) -> tuple[Event, ...]:
    """Take it off the wall."""
    asked = lesson.asked.get(wish.question)
    if asked is None or wish.student not in asked.shown:
        return ()
    return (TextHidden(wish.question, wish.student),)


def show_boards(lesson: Lesson, wish: ShowBoards) -> tuple[Event, ...]:
    """These boards and no others, in this order; nobody takes all of them back."""
    chosen = tuple(dict.fromkeys(wish.students.split()))
    if len(chosen) > SIDE_BY_SIDE:
        raise Refused(f"At most {SIDE_BY_SIDE} boards can be read side by side.")
    asked = _revealed(lesson, wish.question, chosen) if chosen else lesson.asked.get(wish.question)
    if asked is None or asked.shown == chosen:
        return ()
    taken_back = (TextHidden(wish.question, student) for student in asked.shown)
    return (*taken_back, *(TextShown(wish.question, student) for student in chosen))


def _revealed(lesson: Lesson, question: str, students: tuple[StudentId, ...]) -> Asked:
    """The question, once it is revealed and each of these has something to show. Raises `Refused`."""
    asked = lesson.asked.get(question)
    answers = [asked.answers.get(student) if asked is not None else None for student in students]
    if asked is None or not all(a is not None and (a.wrote or a.unread or a.sketch) for a in answers):
        raise Refused("There is nothing to show here.")
    course = lesson.courses.get(asked.segment)
    if course is None or course.phase is not Phase.REVEALED:
        raise Refused("Reveal first, then choose what to show.")
    return asked
