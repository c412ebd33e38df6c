"""The agenda: ask again with new numbers, put in, move, leave out, and take the last press back."""

from __future__ import annotations

import pytest

from acting import BOARD, CALL, DIAGNOSTIC, T0, TEACHER, WALL, WARMUP, asking, ids, seated, sees, when
from boardsup.items.cards import WorkedLine
from boardsup.items.item import Question
from boardsup.lesson import commands as c
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import QuestionPanel, Stage
from boardsup.lesson.regions.wall import ModelScene
from boardsup.lesson.segments import Board, Model
from boardsup.lesson.state import Phase

TWIN = Question("t", "Solve $3(x - 2) = 15$", "equation_solution", "x = 7", ("x",))
TWINNED = Board("board", BOARD.question, twins=(TWIN,))
SHOWN = Model("model", "Two ways", (WorkedLine("$3(x - 4) = 18$"), WorkedLine("$x - 4 = 6$", "share first")))


def order(lesson) -> list[str]:
    return [segment.id for segment in lesson.segments]


def test_asking_again_takes_the_next_twin_under_an_id_of_its_own():
    lesson = when(seated(6, plan=(TWINNED, CALL)), TEACHER, c.Open("board"))
    lesson = when(when(lesson, "s01", c.Answer("board.1", 1, "x = 4")), TEACHER, c.Repeat("board"))
    assert order(lesson) == ["board", "board-2", "call"]
    assert sees(lesson, "s01", QuestionPanel).ask == TWIN.ask
    assert lesson.asked["board.1"].answers["s01"].value == "4"
    assert lesson.asked["board-2.1"].answers.get("s01") is None


def test_a_segment_moves_and_one_that_was_never_opened_can_be_left_out():
    lesson = when(seated(2), TEACHER, c.Move("call", 0))
    assert order(lesson) == ["call", "warm", "check", "board"]
    assert order(when(lesson, TEACHER, c.Drop("check"))) == ["call", "warm", "board"]
    with pytest.raises(Refused, match="opened already"):
        when(when(lesson, TEACHER, c.Open("board")), TEACHER, c.Drop("board"))


def test_a_prepared_segment_is_put_in_and_opened_once():
    lesson = seated(2)
    put = c.Put(Board("extra", TWIN), 1, "open")
    lesson = when(lesson, TEACHER, put)
    assert (order(lesson)[1], lesson.now) == ("extra", "extra")
    assert when(lesson, TEACHER, put) == lesson


def test_a_worked_example_appears_line_by_line_and_two_presses_on_one_line_are_one():
    lesson = when(seated(2, plan=(SHOWN,)), TEACHER, c.Open("model"))
    assert sees(lesson, WALL, ModelScene).lines == ()
    lesson = when(when(lesson, TEACHER, c.NextLine("model", 0)), TEACHER, c.NextLine("model", 0))
    assert sees(lesson, WALL, ModelScene).lines == SHOWN.lines[:1]


def test_undo_takes_the_last_press_back_and_loses_no_answer():
    lesson = when(asking("board", 6), "s01", c.Answer("board.1", 1, "x = 4"))
    moved_on = when(lesson, TEACHER, c.Open("call"))
    assert sees(moved_on, TEACHER, Stage).undo == "Open"
    back = when(moved_on, TEACHER, c.Undo())
    assert (back.now, back.courses["board"].phase) == ("board", Phase.ANSWERING)
    assert back.asked["board.1"].answers["s01"].value == "4"
    assert back.asked["board.1"].N == 6


def test_answers_given_before_an_undone_opening_are_there_when_it_is_opened_again():
    lesson = when(seated(2), TEACHER, c.Open("board"))
    lesson = when(lesson, "s01", c.Answer("board.1", 1, "x = 4"))
    lesson = when(when(lesson, TEACHER, c.Undo()), TEACHER, c.Open("board"))
    assert lesson.asked["board.1"].answers["s01"].value == "4"


@pytest.mark.parametrize("seen", [c.Reveal("board"), c.End()], ids=["a reveal", "the end"])
def test_what_the_class_has_seen_is_not_taken_back(seen):
    lesson = when(asking("board", 2), TEACHER, seen, T0 + 9_000)
    with pytest.raises(Refused):
        when(lesson, TEACHER, c.Undo())


def test_nothing_pressed_is_nothing_to_take_back():
    with pytest.raises(Refused, match="nothing to take back"):
        when(seated(2), TEACHER, c.Undo())
    assert order(seated(2)) == [WARMUP.id, DIAGNOSTIC.id, BOARD.id, CALL.id]
    assert ids(2) == ("s01", "s02")
