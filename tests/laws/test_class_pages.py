"""The pages of a class looked at together are those of each student alone; eyes up and down change what they may."""

from __future__ import annotations

from hypothesis import example, given

from boardsup.lesson.events import EyesWentDown, EyesWentUp
from boardsup.lesson.lesson import apply
from boardsup.lesson.state import Lesson
from boardsup.lesson.views import ClassPages, view
from boardsup.lesson.who import Student, Visitor
from playing import NAMES, a_whole_lesson, into_extra_time, play, plays

DOOR = Visitor("device-of-nobody")


def seated(lesson: Lesson) -> list[Student]:
    """Everybody with a seat and a device."""
    return [Student(student, seat.device) for student, seat in lesson.seats.items() if seat.device]


@given(plays)
@example(a_whole_lesson())
@example(into_extra_time())
def test_a_class_looked_at_together_sees_what_each_sees_alone(moves) -> None:
    """Seen to fail with the drawing, the place to draw or extra time left out of what sets students apart."""
    for now in play(moves):
        pages = ClassPages(now.lesson, NAMES)
        for who in seated(now.lesson):
            assert pages.of(who) == view(now.lesson, who, NAMES)


@given(plays)
@example(a_whole_lesson())
def test_eyes_up_and_down_change_no_receipt_no_name_and_nothing_at_the_door(moves) -> None:
    """Seen to fail with the task alone."""
    for now in play(moves):
        if now.lesson.ended:
            continue
        event = EyesWentDown() if now.lesson.eyes_up else EyesWentUp()
        after = apply(now.lesson, event)
        assert view(after, DOOR, NAMES) == view(now.lesson, DOOR, NAMES)
        for who in seated(now.lesson):
            eyes = ClassPages(after, NAMES).eyes(who.id)
            assert (
                set(view(after, who, NAMES)) - set(view(now.lesson, who, NAMES))
                <= set(eyes)
                <= set(view(after, who, NAMES))
            )
