"""The questions that are before one student, and where that student is among them."""

from __future__ import annotations

from boardsup.items.item import Question
from boardsup.lesson.grouping import set_of
from boardsup.lesson.regions.student import Step
from boardsup.lesson.release import is_final, is_handed_in
from boardsup.lesson.segments import Stations, questions_of
from boardsup.lesson.state import Asked, Lesson
from boardsup.lesson.who import StudentId


def own_questions(lesson: Lesson, student: StudentId) -> tuple[Question, ...]:
    """The questions of the segment before the class that this student is asked, in order."""
    if student in lesson.extra:
        return _left_over(lesson, student)
    segment = lesson.segment
    if isinstance(segment, Stations) and lesson.course is not None:
        practice = set_of(lesson, segment, student)
        return practice.questions if practice is not None else ()
    return questions_of(segment) if segment is not None and lesson.course is not None else ()


def present_question(lesson: Lesson, student: StudentId) -> str:
    """Where this student is: where they turned to, else the first without an answer, else the last; "" with none."""
    questions = own_questions(lesson, student)
    if not questions:
        return ""
    turned = lesson.turns.get(student)
    if turned is not None and turned in [q.id for q in questions]:
        return turned
    open_ones = (q.id for q in questions if not is_handed_in(lesson.asked[q.id], student))
    return next(open_ones, questions[-1].id)


def steps(lesson: Lesson, student: StudentId) -> tuple[Step, ...]:
    """The questions of a set as numbered buttons; none where there is one question."""
    questions = own_questions(lesson, student)
    if len(questions) < 2:
        return ()
    now = present_question(lesson, student)
    return tuple(
        Step(q.id, str(i), _state(lesson, lesson.asked[q.id], student, is_now=q.id == now))
        for i, q in enumerate(questions, start=1)
    )


def _left_over(lesson: Lesson, student: StudentId) -> tuple[Question, ...]:
    """What extra time is still left for, whatever the class is doing."""
    ids = (q.id for s in lesson.segments if s.id in lesson.courses for q in questions_of(s))
    return tuple(lesson.asked[id].question for id in ids if student in lesson.asked[id].extra)


def _state(lesson: Lesson, asked: Asked, student: StudentId, *, is_now: bool) -> str:
    if is_now:
        return "now"
    if is_final(lesson, asked, student):
        return "final"
    return "done" if is_handed_in(asked, student) else "todo"
