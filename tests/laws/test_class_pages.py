"""The pages of a class looked at together are those of each student alone; eyes up and down change what they may."""

from __future__ import annotations

from functools import reduce

from hypothesis import example, given

from acting import TEACHER, WALL
from boardsup.lesson.commands import EyesUp
from boardsup.lesson.lesson import apply, decide
from boardsup.lesson.regions import Region
from boardsup.lesson.state import Lesson
from boardsup.lesson.views import ClassPages, console_after_eyes, view
from boardsup.lesson.who import Student, Visitor, Who
from playing import NAMES, a_whole_lesson, into_extra_time, play, plays


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
def test_eyes_up_and_down_change_what_they_may_and_nothing_on_the_wall_or_at_the_door(moves) -> None:
    """Seen to fail with a student's task alone, and with the console's head alone."""
    for now in play(moves):
        if now.lesson.ended:
            continue
        before, press = now.lesson, EyesUp("down" if now.lesson.eyes_up else "up")
        after = reduce(apply, decide(before, TEACHER, press, now.at), before)

        def changed(who: Who, before: Lesson = before, after: Lesson = after) -> set[Region]:
            return set(view(after, who, NAMES)) - set(view(before, who, NAMES))

        assert not changed(WALL) | changed(Visitor("device-of-nobody"))
        assert changed(TEACHER) <= set(console_after_eyes(after)) <= set(view(after, TEACHER, NAMES))
        for who in seated(before):
            eyes = ClassPages(after, NAMES).eyes(who.id)
            assert changed(who) <= set(eyes) <= set(view(after, who, NAMES))
