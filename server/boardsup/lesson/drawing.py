"""Whether a board has a place to draw: the teacher's switch for the class, and what is set for the student."""

from __future__ import annotations

from boardsup.lesson.state import Lesson
from boardsup.lesson.who import StudentId


def may_draw(lesson: Lesson, student: StudentId) -> bool:
    """Is there a place to draw on this student's board?"""
    needs = lesson.needs.get(student)
    return lesson.drawing and (needs is None or needs.draws)
