"""The recommendation after a board: drawn at the close, followed in one press, within limits, and computed again."""

from __future__ import annotations

import pytest

from acting import CLOCK, T0, TEACHER, ids, seated, sees, when
from boardsup.items.cards import WorkedLine
from boardsup.items.item import Prediction, Question
from boardsup.lesson import commands as c
from boardsup.lesson.materials import Remedy
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import Advice, Stage, Talk
from boardsup.lesson.segments import Board, ColdCall, Discuss, Exit, Model
from boardsup.lesson.state import Lesson

FIRST_ONLY = Prediction("x = 22/5", ("eqm.distribute_first_only",), "Multiplied only the first term.")
QUESTION = Question(
    "board.1", "Solve $5(x - 2) = 12$", "equation_solution", "x = 22/5", ("x",), (FIRST_ONLY,), worked=("5x - 10 = 12",)
)
ASKED = Question(
    "board.1",
    "Solve $5(x - 2) = 12$",
    "equation_solution",
    "x = 22/5",
    ("x",),
    (Prediction("x = 14/5", ("eqm.distribute_first_only",), "Multiplied only the first term."),),
    worked=("5x - 10 = 12", "x = 22/5"),
)
TWIN = Question("t", "Solve $4(x - 3) = 18$", "equation_solution", "x = 15/2", ("x",))
REMEDY = Remedy("eqm.distribute_first_only", "5x - 2 = 12", "5x - 10 = 12", (WorkedLine("$5(x - 2)$", "5 of each"),))
BOARD = Board("board", ASKED, twins=(TWIN, TWIN), remedies=(REMEDY,))
PLAN = (BOARD, ColdCall("call", "Why?"), Exit("exit", (Question("exit.1", "Solve $x = 1$", "number", "1"),)))


def closed(right: int, first_only: int, idk: int = 0, count: int = 30) -> Lesson:
    lesson = when(seated(count, plan=PLAN), TEACHER, c.Open("board"))
    answers = ["x = 22/5"] * right + ["x = 14/5"] * first_only
    for student, text in zip(ids(count), answers, strict=False):
        lesson = when(lesson, student, c.Answer("board.1", 1, text))
    for student in ids(count)[right + first_only : right + first_only + idk]:
        lesson = when(lesson, student, c.DontKnow("board.1", 1))
    lesson = when(lesson, TEACHER, c.Close("board"), T0 + 60_000)
    return lesson if "board.1" in lesson.cards else when(lesson, TEACHER, c.Close("board"), T0 + 60_000)


def test_between_thirty_and_seventy_percent_a_shared_idea_is_talked_over_with_both_lines_side_by_side():
    lesson = closed(17, 9, 4)
    card = sees(lesson, TEACHER, Advice)
    assert (card.action, card.says) == ("contrast", ("Multiplied only the first term.",))
    assert len(card.reason.split()) <= 25
    lesson = when(lesson, TEACHER, c.Choose("board.1", "contrast"), T0 + 70_000)
    assert isinstance(lesson.segment, Discuss)
    assert sorted(sees(lesson, "s01", Talk).lines) == ["$5x - 10 = 12$", "$5x - 2 = 12$"]
    assert sees(lesson, TEACHER, Stage).repeat == "board"


def test_after_the_talk_a_twin_is_asked_and_its_card_says_how_it_went():
    lesson = when(closed(17, 9, 4), TEACHER, c.Choose("board.1", "contrast"), T0 + 70_000)
    lesson = when(lesson, TEACHER, c.Repeat("board"), T0 + 160_000)
    for student in ids(30)[:25]:
        lesson = when(lesson, student, c.Answer("board-2.1", 1, "7.5"), T0 + 170_000)
    for student in ids(30)[25:]:
        lesson = when(lesson, student, c.DontKnow("board-2.1", 1), T0 + 170_000)
    lesson = when(lesson, TEACHER, c.Close("board-2"), T0 + 200_000)
    card = sees(lesson, TEACHER, Advice)
    assert (card.action, card.compared) == ("move_on", "17 of 30 at first, 25 of 30 now.")


def test_below_thirty_percent_a_shared_idea_is_taught_again_from_its_card():
    lesson = when(closed(5, 20, 5), TEACHER, c.Choose("board.1", "reteach"), T0 + 70_000)
    assert isinstance(lesson.segment, Model)
    assert lesson.segment.lines == REMEDY.lines


def test_enough_right_moves_on_to_the_next_part():
    lesson = when(closed(26, 4), TEACHER, c.Choose("board.1", "move_on"), T0 + 70_000)
    assert lesson.now == "call"


def test_too_few_answers_ask_again_instead_of_judging():
    lesson = closed(6, 4)
    assert sees(lesson, TEACHER, Advice).action == "ask_again"
    lesson = when(lesson, TEACHER, c.Choose("board.1", "ask_again"), T0 + 70_000)
    assert lesson.courses["board"].phase.value == "answering"
    assert "board.1" not in lesson.cards


def test_any_other_action_of_the_card_can_be_chosen_and_nothing_that_is_not_on_it():
    lesson = closed(17, 9, 4)
    assert when(lesson, TEACHER, c.Choose("board.1", "move_on"), T0 + 70_000).now == "call"
    with pytest.raises(Refused, match="not on the card"):
        when(lesson, TEACHER, c.Choose("board.1", "exit_now"), T0 + 70_000)


def test_two_reteach_cycles_are_enough_for_today():
    lesson = closed(3, 20, 7)
    for cycle in (1, 2):
        board = "board" if cycle == 1 else f"board-{cycle}"
        lesson = when(lesson, TEACHER, c.Choose(f"{board}.1", "reteach" if cycle == 1 else "model"), T0 + 70_000)
        lesson = when(lesson, TEACHER, c.Repeat(board), T0 + 80_000)
        for student in ids(30):
            lesson = when(lesson, student, c.DontKnow(f"board-{cycle + 1}.1", 1), T0 + 90_000)
        lesson = when(lesson, TEACHER, c.Close(f"board-{cycle + 1}"), T0 + 100_000)
    assert sees(lesson, TEACHER, Advice).action == "park"
    lesson = when(lesson, TEACHER, c.Choose("board-3.1", "park"), T0 + 110_000)
    assert lesson.now == "exit"


def test_leaning_comes_before_certain_and_needs_two_arrivals():
    lesson = when(seated(32, plan=PLAN), TEACHER, c.Open("board"))
    at = T0
    for student in ids(32)[:21]:
        at += 4_000
        lesson = when(lesson, student, c.Answer("board.1", 1, "x = 22/5"), at)
        lesson = when(lesson, CLOCK, c.Tick(), at + 3_500)
    flag = lesson.asked["board.1"].flag
    assert flag is not None
    assert flag.state == "leaning_move_on"
    assert QUESTION.answer == ASKED.answer
