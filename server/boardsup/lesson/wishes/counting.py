"""Who counts, and how a student without a device of their own takes part: paper, a lent device, excused, extra time."""

from __future__ import annotations

from boardsup.lesson import commands as c
from boardsup.lesson.events import (
    AnswerGiven,
    Event,
    ExtraTimeEnded,
    ExtraTimeGiven,
    Outcome,
    SeatHandedOver,
    SeatLent,
    SeatOffPaper,
    SeatOnPaper,
    StudentCounted,
    StudentExcused,
)
from boardsup.lesson.marking import Unread, marked
from boardsup.lesson.needs import NO_END
from boardsup.lesson.refused import ENDED, MOVED_ON, Refused
from boardsup.lesson.release import is_handed_in
from boardsup.lesson.segments import Board, Diagnostic, Exit, Quiz, awaited
from boardsup.lesson.state import Asked, Lesson
from boardsup.lesson.who import StudentId

LEAST_EXTRA_MS = 30_000
"""Extra time is at least half a minute, however short the class's own time was."""

A_DAY_MS = 86_400_000

_VERDICTS: dict[str, Outcome] = {"right": "correct", "not_yet": "incorrect", "idk": "idk"}


def on_paper(lesson: Lesson, wish: c.OnPaper, at: int) -> tuple[Event, ...]:
    """A student who is here without a device, or is so no longer."""
    if lesson.ended:
        raise Refused(ENDED)
    if wish.student not in lesson.roster:
        raise Refused("This tile is not on the list any more.")
    seat = lesson.seats.get(wish.student)
    is_on_paper = seat is not None and seat.is_on_paper
    if wish.to == "paper":
        return () if is_on_paper else (SeatOnPaper(wish.student, at),)
    return (SeatOffPaper(wish.student),) if is_on_paper else ()


def mark(lesson: Lesson, wish: c.Mark, at: int) -> tuple[Event, ...]:
    """What a student on paper has; entering it again replaces it, as long as the segment is before the class."""
    asked, seat = lesson.asked.get(wish.question), lesson.seats.get(wish.student)
    if asked is None or asked.segment != lesson.now:
        raise Refused(MOVED_ON)
    if seat is None or not seat.is_on_paper:
        raise Refused("Only a student on paper is marked by hand.")
    before = asked.answers.get(wish.student)
    number = before.number + 1 if before is not None else 1
    code = f"paper.{wish.verdict}"
    value = _right_value(asked) if wish.verdict == "right" else ""
    return (AnswerGiven(wish.student, wish.question, number, at, _VERDICTS[wish.verdict], code, value),)


def excuse(lesson: Lesson, wish: c.Excuse) -> tuple[Event, ...]:
    """Leave a student out of the count of one question, or count them again."""
    asked = lesson.asked.get(wish.question)
    if asked is None or wish.student not in lesson.roster:
        raise Refused(MOVED_ON)
    if wish.to == "out":
        return () if wish.student in asked.excused else (StudentExcused(wish.student, wish.question),)
    return (StudentCounted(wish.student, wish.question),) if wish.student in asked.excused else ()


def lend(lesson: Lesson, wish: c.Lend, at: int) -> tuple[Event, ...]:
    """Two students on one device."""
    beside = lesson.seats.get(wish.beside)
    if wish.student not in lesson.roster or wish.student == wish.beside:
        raise Refused("Please choose two students.")
    if beside is None or beside.is_on_paper:
        raise Refused("This student has no device to share.")
    seat = lesson.seats.get(wish.student)
    if seat is not None and seat.device == beside.device:
        return ()
    return (SeatLent(wish.student, beside.device, at),)


def hand_over(lesson: Lesson, student: StudentId, wish: c.HandOver) -> tuple[Event, ...]:
    """The shared device goes to the other student."""
    here, there = lesson.seats.get(student), lesson.seats.get(wish.student)
    if here is None or there is None or here.device != there.device or wish.student == student:
        raise Refused("This device is not shared.")
    return (SeatHandedOver(wish.student, here.device),)


def go_on(lesson: Lesson, student: StudentId) -> tuple[Event, ...]:
    """Go on with the class."""
    return (ExtraTimeEnded(student),) if student in lesson.extra else ()


def extra_time(lesson: Lesson, at: int) -> tuple[Event, ...]:
    """What a close gives to those who have extra time and something left to hand in."""
    segment, course = lesson.segment, lesson.course
    if course is None or not isinstance(segment, Board | Diagnostic | Exit | Quiz):
        return ()
    asked = [lesson.asked[question.id] for question in awaited(segment)]
    found: list[Event] = []
    for student in sorted(lesson.seats):
        percent = lesson.needs[student].extra_time if student in lesson.needs else 100
        left = _left(lesson, asked, student) if percent != 100 else ()
        if left:
            found.append(ExtraTimeGiven(student, left, at + _extra_ms(percent, at - course.opened_at)))
    return tuple(found)


def ended(lesson: Lesson, at: int) -> tuple[Event, ...]:
    """Extra time that has run out by now."""
    return tuple(ExtraTimeEnded(student) for student, until in sorted(lesson.extra.items()) if until <= at)


def _right_value(asked: Asked) -> str:
    """The group that a right answer belongs to, however it was written."""
    found = marked(asked.question, asked.question.answer) if asked.question.answer else None
    return found.value if found is not None and not isinstance(found, Unread) else ""


def _left(lesson: Lesson, asked: list[Asked], student: StudentId) -> tuple[str, ...]:
    seat = lesson.seats[student]
    if seat.away or seat.is_on_paper:
        return ()
    return tuple(of.question.id for of in asked if not is_handed_in(of, student))


def _extra_ms(percent: int, taken: int) -> int:
    return A_DAY_MS if percent == NO_END else max(LEAST_EXTRA_MS, taken * (percent - 100) // 100)
