"""The class at a glance: a square for everybody, with what the teacher has set beside it as signs, never as words."""

from __future__ import annotations

from collections.abc import Mapping, Set

from boardsup.lesson.regions import Grid, Square
from boardsup.lesson.regions.student import Step
from boardsup.lesson.segments import UNMARKED, Stations, awaited
from boardsup.lesson.state import Asked, Lesson, Phase, Seat
from boardsup.lesson.views.own import own_questions
from boardsup.lesson.who import StudentId


def grid(lesson: Lesson, names: Mapping[StudentId, str]) -> Grid:
    """Every tile of the roster, in its order."""
    segment = lesson.segment
    if isinstance(segment, Stations) and lesson.course is not None:
        return _stations(lesson, names)
    asked = [lesson.asked[q.id] for q in awaited(segment)] if segment is not None and lesson.course is not None else []
    apart = _apart(lesson)
    squares = [_square(lesson, asked, student, names[student], apart) for student in lesson.roster if student in names]
    return Grid(tuple(squares), len(asked) if len(asked) > 1 else 0, _questions(lesson, asked))


def _stations(lesson: Lesson, names: Mapping[StudentId, str]) -> Grid:
    """Each student beside how far they are in their own set."""
    squares, longest, apart = [], 0, _apart(lesson)
    for student in lesson.roster:
        asked = [lesson.asked[q.id] for q in own_questions(lesson, student)]
        longest = max(longest, len(asked))
        squares.append(_square(lesson, asked, student, names.get(student, ""), apart))
    return Grid(tuple(squares), of=longest)


def _square(lesson: Lesson, asked: list[Asked], student: StudentId, name: str, apart: Set[StudentId]) -> Square:
    """A hall has a thousand of them, drawn several times a second: most have no sign, and that is found out at once."""
    done = sum([student in of.answers for of in asked])
    seat = lesson.seats.get(student)
    is_plain = student not in apart and (seat is None or not (seat.is_on_paper or seat.device in lesson.shared))
    signs = () if is_plain else _signs(lesson, asked, student)
    return Square(student, name, _state(lesson, asked, student, seat, done), done, signs)


def _apart(lesson: Lesson) -> Set[StudentId]:
    """Those for whom something is set, or was arranged at any question, apart from their seat: who may have a sign."""
    called = {student for student, needs in lesson.needs.items() if needs.calls != "any"}
    return called.union(lesson.extra, lesson.resting, *(of.excused for of in lesson.asked.values()))


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


def _state(lesson: Lesson, asked: list[Asked], student: StudentId, seat: Seat | None, done: int) -> str:
    if seat is None:
        return "absent"
    if asked and asked[0].excused and all(student in of.excused for of in asked):
        return "excused"
    if asked and done == len(asked):
        return "check" if any(of.answers[student].outcome == "check" for of in asked) else "in"
    if seat.is_on_paper:
        return "paper"
    if seat.away:
        return "away"
    if not asked or _is_closed(lesson):
        return "here"
    return "working" if student in asked[0].present or len(asked) > 1 else "late"


def _is_closed(lesson: Lesson) -> bool:
    return lesson.course is not None and lesson.course.phase in (Phase.CLOSED, Phase.REVEALED)
