"""How it changes who counts: excused students, and those whose extra time still runs."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from boardsup.lesson.events import ExtraTimeEnded, ExtraTimeGiven, StudentCounted, StudentExcused
from boardsup.lesson.state import Asked, Lesson
from boardsup.lesson.who import StudentId

Counting = StudentExcused | StudentCounted | ExtraTimeGiven | ExtraTimeEnded


def moved(lesson: Lesson, event: Counting) -> Lesson:
    """The lesson after something that is about who counts."""
    match event:
        case StudentExcused():
            return student_excused(lesson, event)
        case StudentCounted():
            return student_counted(lesson, event)
        case ExtraTimeGiven():
            return extra_time_given(lesson, event)
        case ExtraTimeEnded():
            return without_extra_time(lesson, event.student)
        case _:
            assert_never(event)


def student_excused(lesson: Lesson, event: StudentExcused) -> Lesson:
    """Out of the count of this question; an answer is kept."""
    asked = lesson.asked[event.question]
    return _put(lesson, counted_again(replace(asked, excused=asked.excused | {event.student})))


def student_counted(lesson: Lesson, event: StudentCounted) -> Lesson:
    """In the count again."""
    asked = lesson.asked[event.question]
    return _put(lesson, counted_again(replace(asked, excused=asked.excused - {event.student})))


def extra_time_given(lesson: Lesson, event: ExtraTimeGiven) -> Lesson:
    """The student may still hand these in, and is no part of N until they do."""
    for question in event.questions:
        asked = lesson.asked[question]
        lesson = _put(lesson, counted_again(replace(asked, extra=asked.extra | {event.student})))
    return replace(lesson, extra=lesson.extra.set(event.student, event.until))


def without_extra_time(lesson: Lesson, student: StudentId) -> Lesson:
    """Nothing is waited for from this student any more; what is not handed in counts as not yet, as for everybody."""
    for asked in lesson.asked.values():
        if student in asked.extra:
            lesson = _put(lesson, counted_again(replace(asked, extra=asked.extra - {student})))
    return replace(lesson, extra=lesson.extra.delete(student)) if student in lesson.extra else lesson


def counted_again(asked: Asked) -> Asked:
    """The same question, with n and k counted anew over who counts now."""
    stood = [asked.answers[s] for s in asked.counted if s in asked.answers and asked.answers[s].stood]
    settled = [answer for answer in stood if answer.is_settled]
    return replace(asked, n=len(settled), k=sum(answer.is_right for answer in settled))


def _put(lesson: Lesson, asked: Asked) -> Lesson:
    return replace(lesson, asked=lesson.asked.set(asked.question.id, asked))
