"""A marked question with something to pick: one of its answers, marked like any other, and nothing else."""

from __future__ import annotations

import pytest

from acting import TEACHER, WALL, given, ids, sees, started, when
from boardsup.items.item import Prediction, Question
from boardsup.lesson import commands as c
from boardsup.lesson.events import SeatTaken, SegmentOpened
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import Answers, QuestionPanel, QuestionScene, Saved
from boardsup.lesson.segments import Board

CHOICES = ("none", "one", "all numbers")
SAYS = "The letter disappears, but the line is always true."
HOW_MANY = Question(
    "board.1",
    "How many solutions does $2(x + 9) = 2x + 18$ have?",
    "choice",
    "all numbers",
    predictions=(Prediction("none", ("eqv.true_statement_as_none",), SAYS),),
    choices=CHOICES,
)


@pytest.fixture
def asked():
    seats = (SeatTaken(s, f"device-{s}", 0) for s in ids(6))
    return given(started(6, (Board("board", HOW_MANY),)), *seats, SegmentOpened("board", ids(6), 0))


def test_a_student_and_the_wall_see_what_there_is_to_pick(asked):
    assert sees(asked, "s01", QuestionPanel).choices == CHOICES
    assert sees(asked, WALL, QuestionScene).choices == CHOICES


@pytest.mark.parametrize(("pick", "outcome"), [("all numbers", "correct"), ("one", "incorrect"), ("none", "incorrect")])
def test_a_pick_is_marked(asked, pick, outcome):
    lesson = when(asked, "s01", c.Answer("board.1", 1, pick))
    assert lesson.asked["board.1"].answers["s01"].outcome == outcome


def test_a_wrong_pick_is_named(asked):
    lesson = when(asked, "s01", c.Answer("board.1", 1, "none"))
    assert lesson.asked["board.1"].answers["s01"].misconceptions == ("eqv.true_statement_as_none",)


@pytest.mark.parametrize("text", ["", "5", "some of them", "x = 2"])
def test_nothing_but_one_of_the_answers_can_be_handed_in(asked, text):
    with pytest.raises(Refused, match="pick one of the answers"):
        when(asked, "s01", c.Answer("board.1", 1, text))


def test_a_receipt_says_the_pick_in_its_own_words(asked):
    lesson = when(asked, "s01", c.Answer("board.1", 1, "one"))
    assert sees(lesson, "s01", Saved).wrote == "one"


def test_picks_are_grouped_as_right_and_not_yet_on_the_console(asked):
    lesson = asked
    for student, pick in zip(ids(3), ("one", "all numbers", "all numbers"), strict=True):
        lesson = when(lesson, student, c.Answer("board.1", 1, pick))
    kinds = [group.kind for group in sees(lesson, TEACHER, Answers).sheets[0].groups]
    assert sorted(kinds) == ["not_yet", "right"]
