"""How the plan of a class changes."""

from __future__ import annotations

from dataclasses import replace

from boardsup.lesson.events import PlanMade, StudentMoved
from boardsup.lesson.state import Lesson


def plan_made(lesson: Lesson, event: PlanMade) -> Lesson:
    """These are the groups now."""
    return replace(lesson, plan=event.plan)


def student_moved(lesson: Lesson, event: StudentMoved) -> Lesson:
    """This student stays where the teacher put them."""
    return replace(lesson, pins=lesson.pins.set(event.student, event.to))


def groups(lesson: Lesson, *, shown: bool) -> Lesson:
    """The class sees its groups, or does not."""
    return replace(lesson, groups_shown=shown)
