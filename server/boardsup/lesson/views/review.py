"""Questions looked back on: what a student handed in, and, once it is released, how it went in words about the work."""

from __future__ import annotations

from typing import assert_never

from boardsup.lesson.regions.student import Over, Result, ReviewPanel
from boardsup.lesson.release import is_released
from boardsup.lesson.segments import Board, Exit, questions_of
from boardsup.lesson.state import Answer, Asked, Lesson
from boardsup.lesson.views.own import own_questions
from boardsup.lesson.views.receipts import own_text
from boardsup.lesson.who import StudentId


def review(lesson: Lesson, student: StudentId) -> ReviewPanel:
    """The student's questions of the segment before the class."""
    asked = [lesson.asked[q.id] for q in own_questions(lesson, student)]
    results = tuple(result(lesson, of, student) for of in asked)
    return ReviewPanel(lesson.code, results, any(is_released(lesson, of, student) for of in asked))


def result(lesson: Lesson, asked: Asked, student: StudentId) -> Result:
    """One question and one's own answer to it."""
    answer, question = asked.answers.get(student), asked.question
    released = is_released(lesson, asked, student)
    key = question.answer if released else ""
    worked = question.worked if released else ()
    if answer is None:
        return Result(question.ask, verdict="none", answer=key, worked=worked)
    value, wrote = own_text(asked, answer)
    return Result(question.ask, value, wrote, _verdict(answer) if released else "", key, worked)


def over(lesson: Lesson, student: StudentId) -> Over:
    """The end: of the last board and the exit, how many were right, as far as they are released."""
    last = {type(s): s for s in lesson.segments if s.id in lesson.courses and isinstance(s, Board | Exit)}
    asked = [lesson.asked[q.id] for s in last.values() for q in questions_of(s)]
    answers = [of.answers.get(student) for of in asked if is_released(lesson, of, student)]
    settled = [answer for answer in answers if answer is not None and answer.is_settled]
    return Over(lesson.code, sum(answer.is_right for answer in settled), len(settled))


def _verdict(answer: Answer) -> str:
    match answer.outcome:
        case "correct":
            return "right"
        case "equivalent_not_simplified":
            return "right_form"
        case "incorrect":
            return "not_yet"
        case "idk":
            return "idk"
        case "collected" | "check":
            return ""
        case _:
            assert_never(answer.outcome)
