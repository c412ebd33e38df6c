"""What each person sees: the one place that decides it.

`view(lesson, who, names)` is pure. Whatever a page shows of a lesson comes through here, and the laws in
tests/laws/ prove what must not: no classmate's name or answer, no key or verdict before its release, never a
misconception's id, and on the wall no name but a called student's after the think time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from boardsup.lesson.regions import Region
from boardsup.lesson.state import Lesson
from boardsup.lesson.views.class_pages import ClassPages
from boardsup.lesson.views.console import console_after_eyes, console_view
from boardsup.lesson.views.student import after_an_answer, student_view
from boardsup.lesson.views.visitor import visitor_view
from boardsup.lesson.views.wall import wall_view
from boardsup.lesson.who import Clock, Student, StudentId, Teacher, Visitor, Wall, Who

Names = Mapping[StudentId, str]
"""First names by student id, from the roster."""


def view(lesson: Lesson, who: Who, names: Names) -> tuple[Region, ...]:
    """Every region of the page that `who` looks at, each region's id once."""
    match who:
        case Student():
            return student_view(lesson, who, names)
        case Visitor():
            return visitor_view(lesson, who, names)
        case Wall():
            return wall_view(lesson, names)
        case Teacher():
            return console_view(lesson, names)
        case Clock():
            return ()
        case _:
            assert_never(who)


__all__ = ["ClassPages", "Names", "after_an_answer", "console_after_eyes", "view"]
