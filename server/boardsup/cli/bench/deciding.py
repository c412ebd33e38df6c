"""What the rules cost: the flag of a board after one more answer, and the recommendation at its close."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import reduce

from boardsup.items.item import Prediction, Question
from boardsup.lesson import events as e
from boardsup.lesson.advising import card_changes
from boardsup.lesson.applying import apply
from boardsup.lesson.flags import flag_changes
from boardsup.lesson.segments import Board
from boardsup.lesson.state import Lesson
from boardsup.teaching.pick import EMPTY_BAG

SIZES_OF_FLAGS = (8, 32, 60, 500)
SIZES_OF_CARDS = (32, 500)
REPEATS = 200

_FIRST_ONLY = Prediction("x = 14/5", ("eqm.distribute_first_only",), "Multiplied only the first term.")
_QUESTION = Question(
    "board.1", "Solve $5(x - 2) = 12$", "equation_solution", "x = 22/5", ("x",), (_FIRST_ONLY,), skill="eq-dist"
)


def deciding(repeats: int = REPEATS) -> dict[str, float]:
    """Milliseconds, the least of so many: `flag_N` the dearest flag among all counts, `card_N` the card of N."""
    flags = {
        f"flag_{N}": max(_least(flag_changes, lesson, repeats) for lesson in _collecting(N)) for N in SIZES_OF_FLAGS
    }
    cards = {f"card_{N}": _least(card_changes, _closed(N), repeats // 10) for N in SIZES_OF_CARDS}
    return {name: round(1_000 * seconds, 4) for name, seconds in (flags | cards).items()}


def _least(rule: Callable[[Lesson], object], lesson: Lesson, repeats: int) -> float:
    """The least of several: what the rule costs, and not what else the machine did meanwhile."""
    found = float("inf")
    for _ in range(max(repeats, 3)):
        began = time.perf_counter()
        rule(lesson)
        found = min(found, time.perf_counter() - began)
    return found


def _collecting(N: int) -> list[Lesson]:
    """A class in which a third, half, two thirds have answered, two in three of them right."""
    return [_answered(N, n) for n in (N // 3, N // 2, 2 * N // 3)]


def _closed(N: int) -> Lesson:
    return apply(_answered(N, N - 1), e.SegmentClosed("board", (), 60_000))


def _answered(N: int, n: int) -> Lesson:
    students = tuple(f"s{i:03d}" for i in range(N))
    opened: list[e.Event] = [
        e.LessonStarted("BENCH", "Rules", "seed", students, (Board("board", _QUESTION),), EMPTY_BAG, 0),
        *(e.SeatTaken(student, f"device-{student}", 0) for student in students),
        e.SegmentOpened("board", students, 0),
    ]
    lesson = reduce(apply, opened, Lesson())
    for i, student in enumerate(students[:n]):
        outcome: e.Outcome = "incorrect" if i % 3 == 0 else "correct"
        ids = _FIRST_ONLY.ids if outcome == "incorrect" else ()
        value = "14/5" if outcome == "incorrect" else "22/5"
        lesson = apply(lesson, e.AnswerGiven(student, "board.1", 1, 0, outcome, "bench", value, ids))
        lesson = apply(lesson, e.AnswersStood("board.1", ((student, 1),)))
    return lesson
