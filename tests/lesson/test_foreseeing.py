"""A question typed on the spot is read, solved, and its wrong answers foreseen, before it is put to the class."""

from __future__ import annotations

import pytest

from acting import TEACHER, seated, sees, when
from boardsup.lesson.commands import Answer, AskForeseen
from boardsup.lesson.foreseeing import Foreseen, Unforeseen, foresee
from boardsup.lesson.regions import Answers, Tallies
from boardsup.lesson.spot import question_on_the_spot
from boardsup.maths.mark import mark, pose


def found(text: str) -> Foreseen:
    foreseen = foresee(text)
    assert isinstance(foreseen, Foreseen)
    return foreseen


@pytest.mark.parametrize("typed", ["3x + 5 = 20", "3/4 + 1/8", "Expand 3(x - 4)", "-2x < 8"])
def test_what_is_foreseen_is_answered_and_never_predicts_the_answer(typed: str):
    foreseen = found(typed)
    key = pose(foreseen.kind, foreseen.answer, variables=frozenset(foreseen.variables))
    assert mark(key, foreseen.answer).outcome == "correct"
    assert foreseen.predictions
    assert all(mark(key, one.value).outcome == "incorrect" for one in foreseen.predictions)
    assert all(one.says for one in foreseen.predictions)


def test_a_text_that_is_no_question_says_why():
    unforeseen = foresee("How do you know?")
    assert isinstance(unforeseen, Unforeseen)
    assert unforeseen.reason


def test_the_predictions_stand_only_beside_the_answer_that_they_belong_to():
    foreseen = found("3x + 5 = 20")
    assert question_on_the_spot("spot1.1", "3x + 5 = 20", "5", foreseen).predictions == foreseen.predictions
    assert question_on_the_spot("spot1.1", "3x + 5 = 20", "6", foreseen).predictions == ()
    assert question_on_the_spot("spot1.1", "3x + 5 = 20", "", foreseen).kind == "open"


def test_a_foreseen_wrong_answer_is_named_on_the_console():
    foreseen = found("3x + 5 = 20")
    lesson = when(seated(3), TEACHER, AskForeseen("3x + 5 = 20", "x = 5", foreseen))
    lesson = when(lesson, "s01", Answer("spot1.1", 1, foreseen.predictions[0].value))
    lesson = when(lesson, "s02", Answer("spot1.1", 1, "5"))
    tally = sees(lesson, TEACHER, Tallies).tallies[0]
    assert (tally.right, tally.not_yet) == (1, 1)
    groups = sees(lesson, TEACHER, Answers).sheets[0].groups
    assert [bool(group.says) for group in groups if group.kind == "not_yet"] == [True]
