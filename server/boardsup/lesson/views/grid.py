"""The class at a glance: a square for everybody, with what the teacher has set beside it as signs, never as words."""

from __future__ import annotations

from collections.abc import Mapping

from boardsup.lesson.regions import Grid, Square
from boardsup.lesson.regions.student import Step
from boardsup.lesson.segments import UNMARKED, Stations, awaited
from boardsup.lesson.state import Asked, Lesson, Phase
from boardsup.lesson.views.own import own_questions
from boardsup.lesson.who import StudentId


def grid(lesson: Lesson, names: Mapping[StudentId, str]) -> Grid:
    """Every tile of the roster, in its order."""
    segment = lesson.segment
    if isinstance(segment, Stations) and lesson.course is not None:
        return _stations(lesson, names)
    asked = [lesson.asked[q.id] for q in awaited(segment)] if segment is not None and lesson.course is not None else []
    squares = (_square(lesson, asked, student, names[student]) for student in lesson.roster if student in names)
    return Grid(tuple(squares), len(asked) if len(asked) > 1 else 0, _questions(lesson, asked))


def _stations(lesson: Lesson, names: Mapping[StudentId, str]) -> Grid:
    """Each student beside how far they are in their own set."""
    squares, longest = [], 0
    for student in lesson.roster:
        asked = [lesson.asked[q.id] for q in own_questions(lesson, student)]
        longest = max(longest, len(asked))
        squares.append(_square(lesson, asked, student, names.get(student, "")))
    return Grid(tuple(squares), of=longest)


def _square(lesson: Lesson, asked: list[Asked], student: StudentId, name: str) -> Square:
    done = sum(_is_in(of, student) for of in asked)
    return Square(student, name, _state(lesson, asked, student), done, _signs(lesson, asked, student))


def _questions(lesson: Lesson, asked: list[Asked]) -> tuple[Step, ...]:
    """What the teacher can mark by hand just now: marked questions, each with a short label."""
    if isinstance(lesson.segment, UNMARKED):
        return ()
    label = "Q{}" if len(asked) > 1 else "This question"
    return tuple(Step(of.question.id, label.format(i), "todo") for i, of in enumerate(asked, start=1))


def _signs(lesson: Lesson, asked: list[Asked], student: StudentId) -> tuple[str, ...]:
    """What is set for this student, or has been arranged, in the order in which it is shown."""
    seat, needs = lesson.seats.get(student), lesson.needs.get(student)
    found = {
        "paper": seat is not None and seat.is_on_paper,
        "shared": seat is not None and seat.device in lesson.shared,
        "excused": any(student in of.excused for of in asked),
        "extra": student in lesson.extra,
        "never": needs is not None and needs.calls == "never",
        "warm": needs is not None and needs.calls == "warm",
        "rest": student in lesson.resting,
    }
    return tuple(sign for sign, is_so in found.items() if is_so)


def _state(lesson: Lesson, asked: list[Asked], student: StudentId) -> str:
    seat = lesson.seats.get(student)
    if seat is None:
        return "absent"
    if asked and all(student in of.excused for of in asked):
        return "excused"
    if asked and all(_is_in(of, student) for of in asked):
        return "check" if any(of.answers[student].outcome == "check" for of in asked) else "in"
    if seat.is_on_paper:
        return "paper"
    if seat.away:
        return "away"
    if not asked or _is_closed(lesson):
        return "here"
    return "working" if student in asked[0].present or len(asked) > 1 else "late"


def _is_in(asked: Asked, student: StudentId) -> bool:
    return student in asked.answers


def _is_closed(lesson: Lesson) -> bool:
    return lesson.course is not None and lesson.course.phase in (Phase.CLOSED, Phase.REVEALED)
