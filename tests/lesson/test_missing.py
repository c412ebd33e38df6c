"""Which misconceptions a lesson showed: counts for each question, none of whom."""

from __future__ import annotations

from functools import reduce

from acting import T0, TEACHER, ids, someone, started
from boardsup.items.item import Prediction, Question
from boardsup.lesson import commands as c
from boardsup.lesson.lesson import apply, decide
from boardsup.lesson.missing import Missed, missed
from boardsup.lesson.segments import Board, Diagnostic
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import Visitor

EXPECTED = (
    Prediction("x = 1", ("eq.one", "eq.two"), "Did one, or two."),
    Prediction("x = 2", ("eq.two",), "Did two."),
    Prediction("x = 3", ("eq.three",), "Did three."),
)
BOARD = Board("board", Question("board.1", "Solve $x = 9$", "equation_solution", "x = 9", ("x",), EXPECTED, skill="s"))
OPEN = Diagnostic("open", (Question("open.1", "Say why.", "open", ""),))


def after(lesson: Lesson, who: object, wish: c.Command) -> Lesson:
    return reduce(apply, decide(lesson, someone(who), wish, T0), lesson)


def asked(*answers: str) -> Lesson:
    """A lesson whose board has these answers, a student each."""
    lesson = apply(Lesson(), started(len(answers), (BOARD, OPEN)))
    for student in ids(len(answers)):
        lesson = after(lesson, Visitor(f"device-{student}"), c.Sit(student))
    lesson = after(lesson, TEACHER, c.Open("board"))
    for student, text in zip(ids(len(answers)), answers, strict=True):
        lesson = after(lesson, student, c.Answer("board.1", 1, text))
    return lesson


def test_every_misconception_that_could_show_is_counted_and_an_answer_that_fits_two_counts_for_both():
    assert missed(asked("x = 1", "x = 2", "x = 9", "x = 7")) == (
        Missed("board.1", "s", "eq.one", "Did one, or two.", 1, 4),
        Missed("board.1", "s", "eq.two", "Did one, or two.", 2, 4),
        Missed("board.1", "s", "eq.three", "Did three.", 0, 4),
    )


def test_what_is_not_marked_or_not_answered_says_nothing():
    lesson = after(asked("x = 9"), TEACHER, c.Open("open"))
    assert {one.question for one in missed(lesson)} == {"board.1"}
    assert missed(asked()) == ()


def test_a_name_that_the_teacher_gave_in_the_lesson_is_counted():
    lesson = asked("x = 7", "x = 9")
    value = lesson.asked["board.1"].answers["s01"].value
    lesson = after(lesson, TEACHER, c.NameAnswer("board.1", value, "Added seven."))
    named = [one for one in missed(lesson) if one.says == "Added seven."]
    assert [(one.times, one.settled) for one in named] == [(1, 2)]
