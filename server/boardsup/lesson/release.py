"""When a student may hear how an answer went: the one place that decides it, for what is shown and for what is final.

A board is released by the reveal; practice and exit by handing in, an exit being final then, while practice may be
tried again; a quiz only when the teacher gives it back, a diagnostic then or when it is revealed; what is never
marked, never.
"""

from __future__ import annotations

from boardsup.lesson.segments import UNMARKED, Board, Diagnostic, Exit, Quiz, Stations
from boardsup.lesson.state import Asked, Lesson, Phase
from boardsup.lesson.who import StudentId


def is_released(lesson: Lesson, asked: Asked, student: StudentId) -> bool:
    """May this student see the verdict and the right answer of this question?"""
    segment, course = lesson.segment_of(asked.segment), lesson.courses.get(asked.segment)
    if segment is None or course is None or isinstance(segment, UNMARKED) or asked.question.kind == "open":
        return False
    match segment:
        case Board():
            return course.phase is Phase.REVEALED
        case Diagnostic():
            return course.given_back or course.phase is Phase.REVEALED
        case Quiz():
            return course.given_back
        case Exit() | Stations():
            return is_handed_in(asked, student)
        case _:
            return False


def is_final(lesson: Lesson, asked: Asked, student: StudentId) -> bool:
    """Has this student handed in what cannot be changed any more, because its result is out?"""
    return isinstance(lesson.segment_of(asked.segment), Exit) and is_handed_in(asked, student)


def is_handed_in(asked: Asked, student: StudentId) -> bool:
    """Is there a readable answer?"""
    answer = asked.answers.get(student)
    return answer is not None and answer.readable > 0
