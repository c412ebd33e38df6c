"""How the last press is taken back: what it changed is as it was, and what students did since stays."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from boardsup.lesson.events import Pressed
from boardsup.lesson.moves.advising import without_card
from boardsup.lesson.moves.counting import counted_again, without_extra_time
from boardsup.lesson.segments import questions_of
from boardsup.lesson.state import Asked, Before, Lesson, Own, Phase


def pressed(lesson: Lesson, event: Pressed) -> Lesson:
    """Keep what this press may change."""
    own = _own(lesson, event) if event.student else None
    return replace(lesson, before=Before(event.what, **{name: getattr(lesson, name) for name in _KEPT}, own=own))


def press_undone(lesson: Lesson) -> Lesson:
    """As it was before the press; what students handed in since stays, and N is whole where it is open again."""
    before = lesson.before
    if before is None:
        return lesson
    kept: dict[str, Any] = {name: getattr(before, name) for name in _KEPT}
    restored = _whole(_opened(replace(lesson, **kept, before=None), before.what))
    if before.own is None:
        return restored
    return _answer_back(restored, before.own) if before.own.question else _seat_back(restored, before.own)


def whole_again(lesson: Lesson, questions: tuple[str, ...]) -> Lesson:
    """These questions are open again: everybody counts, and nobody's extra time runs for them."""
    waiting = {student for question in questions for student in lesson.asked[question].extra}
    for student in sorted(waiting):
        lesson = without_extra_time(lesson, student)
    asked = lesson.asked
    for question in questions:
        asked = asked.set(question, counted_again(replace(asked[question], away=frozenset())))
    return without_card(replace(lesson, asked=asked), questions)


def _own(lesson: Lesson, event: Pressed) -> Own:
    asked, seat = lesson.asked.get(event.question), lesson.seats.get(event.student)
    holds = seat is not None and lesson.devices.get(seat.device) == event.student
    if asked is None:
        return Own(event.student, seat=seat, holds=holds)
    answer, excused = asked.answers.get(event.student), event.student in asked.excused
    return Own(event.student, event.question, answer, excused, seat, holds)


def _opened(lesson: Lesson, what: str) -> Lesson:
    """A close that is taken back opens again, also where it was the second press: the last call would end at once."""
    course = lesson.course
    if what != "Close" or course is None or course.phase is not Phase.CLOSING:
        return lesson
    open_again = replace(course, phase=Phase.ANSWERING, until=0)
    return replace(lesson, courses=lesson.courses.set(lesson.now, open_again))


def _whole(lesson: Lesson) -> Lesson:
    course, segment = lesson.course, lesson.segment
    if course is None or segment is None or course.phase is not Phase.ANSWERING:
        return lesson
    return whole_again(lesson, tuple(question.id for question in questions_of(segment)))


def _answer_back(lesson: Lesson, own: Own) -> Lesson:
    """The answer as it was before the teacher's mark, unless the student has handed in another one since."""
    asked = lesson.asked[own.question]
    excused = asked.excused | {own.student} if own.excused else asked.excused - {own.student}
    return _put(lesson, replace(asked, excused=excused, answers=_answers(asked, own)))


def _answers(asked: Asked, own: Own) -> Any:
    now = asked.answers.get(own.student)
    if now is None or not now.code.startswith(("teacher.", "paper.")):
        return asked.answers
    return asked.answers.delete(own.student) if own.answer is None else asked.answers.set(own.student, own.answer)


def _put(lesson: Lesson, asked: Asked) -> Lesson:
    return replace(lesson, asked=lesson.asked.set(asked.question.id, counted_again(asked)))


def _seat_back(lesson: Lesson, own: Own) -> Lesson:
    """The seat as it was; not where the student holds a device since, or their own one has taken another tile."""
    now = lesson.seats.get(own.student)
    if now is not None and lesson.devices.get(now.device) == own.student:
        return lesson
    if own.seat is None:
        return replace(lesson, seats=lesson.seats.delete(own.student)) if own.student in lesson.seats else lesson
    devices = lesson.devices
    if own.holds:
        if devices.get(own.seat.device, own.student) != own.student:
            return lesson
        devices = devices.set(own.seat.device, own.student)
    return replace(lesson, seats=lesson.seats.set(own.student, own.seat), devices=devices)


_KEPT = tuple(field.name for field in fields(Before) if field.name not in ("what", "own"))
