"""Given, when, then for a lesson: a class, a sample plan, and the two verbs that tests are written in."""

from __future__ import annotations

from functools import reduce

from boardsup.items.item import Question
from boardsup.lesson.commands import Command
from boardsup.lesson.events import Event, LessonStarted, SeatTaken, SegmentOpened
from boardsup.lesson.lesson import apply, decide
from boardsup.lesson.segments import Board, ColdCall, Diagnostic, Option, Segment, Warmup
from boardsup.lesson.state import Lesson
from boardsup.lesson.views import view
from boardsup.lesson.who import Clock, Student, Teacher, Wall, Who
from boardsup.teaching.pick import EMPTY_BAG

T0 = 1_760_000_000_000
"""A moment in milliseconds; tests count from it."""

WARMUP = Warmup(
    "warm",
    "Which one doesn't belong?",
    (Option("A", "$x + 7 = 15$"), Option("B", "$4x = 32$"), Option("C", "$3x - 9 = -21$"), Option("D", "$8 = x$")),
)
DIAGNOSTIC = Diagnostic(
    "check",
    (
        Question("check.1", "Solve $x + 5 = 14$", "equation_solution", "x = 9", ("x",)),
        Question("check.2", "Solve $2x - 10 = -18$", "equation_solution", "x = -4", ("x",)),
        Question("check.3", "Solve $5(x - 7) = 21$", "equation_solution", "x = 56/5", ("x",)),
    ),
)
BOARD = Board("board", Question("board.1", "Solve $4(x - 3) = 18$", "equation_solution", "x = 15/2", ("x",)))
CALL = ColdCall("call", "Why $7.5$? What was the first step?", think_seconds=10)
PLAN: tuple[Segment, ...] = (WARMUP, DIAGNOSTIC, BOARD, CALL)


def ids(count: int) -> tuple[str, ...]:
    """Student ids s01, s02, …"""
    return tuple(f"s{i:02d}" for i in range(1, count + 1))


def started(count: int = 10, plan: tuple[Segment, ...] = PLAN) -> LessonStarted:
    """A lesson for a roster of `count`."""
    return LessonStarted("QRTKM", "Multi-step equations", "alg1-p3", ids(count), plan, EMPTY_BAG, T0)


def given(*events: Event) -> Lesson:
    """The lesson after these events."""
    return reduce(apply, events, Lesson())


def seated(count: int = 10, of: int | None = None, plan: tuple[Segment, ...] = PLAN) -> Lesson:
    """A lesson in which the first `count` students sit, each on a device of their own."""
    return given(started(of or count, plan), *(SeatTaken(s, f"device-{s}", T0) for s in ids(count)))


def asking(segment: str, count: int = 10) -> Lesson:
    """A class of `count` with this segment before it."""
    lesson = seated(count)
    return apply(lesson, SegmentOpened(segment, ids(count), T0))


def when(lesson: Lesson, who: str | Who, command: Command, at: int = T0) -> Lesson:
    """The lesson after `who` asked for this; raises Refused where it refuses. A text is a student's id."""
    return reduce(apply, decide(lesson, someone(who), command, at), lesson)


def someone(who: str | Who) -> Who:
    """A student by id, or whoever is meant."""
    return Student(who, f"device-{who}") if isinstance(who, str) else who


def sees(lesson: Lesson, who: str | Who, region: type, names: dict[str, str] | None = None):
    """The one region of this class on the page of `who`, or None."""
    names = names if names is not None else {s: f"Name {s}" for s in lesson.roster}
    return next((r for r in view(lesson, someone(who), names) if isinstance(r, region)), None)


TEACHER, WALL, CLOCK = Teacher(), Wall(), Clock()
