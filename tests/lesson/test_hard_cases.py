"""What exact marking leaves open is `check` until a worker has spoken, and never wrong because it could not."""

from __future__ import annotations

import pytest

from acting import CLOCK, T0, TEACHER, given, ids, sees, started, when
from boardsup.items.item import Question
from boardsup.lesson.commands import Answer, Close, Judge, Settle, Tick
from boardsup.lesson.events import SeatTaken, SegmentOpened
from boardsup.lesson.marking import hard_cases
from boardsup.lesson.regions import Saved, Tallies
from boardsup.lesson.segments import Board

SQUARE = Board("board", Question("board.1", "Write $x * x$ as a power.", "expression", "x^2", ("x",)))
HARD = "sqrt(x^4)"


def asking(count: int = 10):
    seats = [SeatTaken(s, f"device-{s}", T0) for s in ids(count)]
    return given(started(count, (SQUARE,)), *seats, SegmentOpened("board", ids(count), T0))


def handed_in(lesson, student="s01", text=HARD, number=1):
    return when(lesson, student, Answer("board.1", number, text))


def told(lesson, verdict, student="s01", number=1):
    return when(lesson, CLOCK, Settle(student, "board.1", number, verdict))


def tally(lesson):
    return sees(lesson, TEACHER, Tallies).tallies[0]


def test_it_is_saved_at_once_and_counts_as_unknown():
    lesson = handed_in(asking())
    assert sees(lesson, "s01", Saved).state == "saved"
    assert (tally(lesson).check, tally(lesson).right, tally(lesson).not_yet) == (1, 0, 0)


def test_what_waits_for_a_worker_is_known_from_the_lesson_alone():
    lesson = handed_in(handed_in(asking(), "s01"), "s02", "x^2")
    assert [(case.student, case.question, case.number) for case in hard_cases(lesson)] == [("s01", "board.1", 1)]


@pytest.mark.parametrize(("verdict", "counts"), [("equal", (1, 0, 0)), ("unequal", (0, 1, 0))])
def test_a_verdict_marks_it(verdict, counts):
    lesson = told(handed_in(asking()), verdict)
    assert (tally(lesson).right, tally(lesson).not_yet, tally(lesson).check) == counts
    assert list(hard_cases(lesson)) == []


@pytest.mark.parametrize("verdict", ["unsure", "timeout", "overload", "crash"])
def test_without_a_verdict_the_teacher_looks(verdict):
    lesson = told(handed_in(asking()), verdict)
    assert (tally(lesson).right, tally(lesson).not_yet, tally(lesson).check) == (0, 0, 1)
    assert tally(when(lesson, TEACHER, Judge("board.1", "s01", "right"))).right == 1


def test_a_slow_verdict_on_a_replaced_answer_is_dropped():
    lesson = handed_in(handed_in(asking()), text="x^3", number=2)
    assert told(lesson, "equal") == lesson


def test_a_slow_verdict_on_what_the_teacher_settled_is_dropped():
    lesson = when(handed_in(asking()), TEACHER, Judge("board.1", "s01", "not_yet"))
    assert told(lesson, "equal") == lesson


def test_a_verdict_comes_into_its_own_after_the_close_too():
    lesson = when(when(handed_in(asking()), TEACHER, Close("board")), TEACHER, Close("board"))
    assert tally(told(lesson, "equal")).right == 1


def test_a_verdict_moves_the_flag_of_answers_that_have_stood():
    lesson = asking()
    for student in ids(8):
        lesson = handed_in(lesson, student)
    lesson = when(lesson, CLOCK, Tick(), T0 + 3_000)
    assert tally(lesson).flag == ""
    for student in ids(8):
        lesson = told(lesson, "equal", student)
    assert tally(lesson).flag == "move_on"
