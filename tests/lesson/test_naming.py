"""A teacher names an answer that nothing explains: a rule of this class from then on, and on no other page."""

from __future__ import annotations

import pytest

from acting import BOARD, T0, TEACHER, asking, seated, sees, when
from boardsup.lesson import commands as c
from boardsup.lesson.class_rules import ClassRule, with_rules
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import Answers
from boardsup.lesson.views import view
from boardsup.lesson.who import Student, Wall

SAYS = "Divided only one side."
NAME = c.NameAnswer("board.1", "6", SAYS)


def said(lesson) -> dict[str, tuple[str, ...]]:
    return {g.value: g.says for g in sees(lesson, TEACHER, Answers).sheets[0].groups}


def test_the_answers_of_that_value_are_explained_and_so_is_every_later_one():
    lesson = when(asking("board", 6), "s01", c.Answer("board.1", 1, "x = 6"))
    assert said(lesson) == {"6": ()}
    lesson = when(lesson, TEACHER, NAME)
    lesson = when(lesson, "s02", c.Answer("board.1", 1, "12/2"))
    assert said(lesson) == {"6": (SAYS,)}
    assert (
        lesson.asked["board.1"].answers["s02"].misconceptions == lesson.asked["board.1"].answers["s01"].misconceptions
    )


def test_a_rule_of_the_class_holds_in_its_next_lesson():
    (board,) = with_rules((BOARD,), (ClassRule(BOARD.question.ask, "6", SAYS),))
    lesson = when(seated(6, plan=(board,)), TEACHER, c.Open("board"))
    assert said(when(lesson, "s01", c.Answer("board.1", 1, "x = 6"))) == {"6": (SAYS,)}


def test_a_name_can_be_said_better_and_the_later_one_stands():
    lesson = when(when(asking("board", 6), "s01", c.Answer("board.1", 1, "x = 6")), TEACHER, NAME)
    lesson = when(lesson, TEACHER, c.NameAnswer("board.1", "6", "Divided one side by 4, and not the other."))
    assert said(lesson) == {"6": ("Divided one side by 4, and not the other.",)}


@pytest.mark.parametrize(
    "wish",
    [c.NameAnswer("board.1", "7", SAYS), c.NameAnswer("board.1", "15/2", SAYS), c.NameAnswer("board.1", "6", "  ")],
    ids=["an answer nobody gave", "the right answer", "no words"],
)
def test_there_must_be_something_to_name(wish):
    lesson = when(asking("board", 6), "s01", c.Answer("board.1", 1, "x = 6"))
    lesson = when(lesson, "s02", c.Answer("board.1", 1, "x = 15/2"))
    with pytest.raises(Refused):
        when(lesson, TEACHER, wish)


def test_neither_a_student_nor_the_wall_ever_sees_the_name():
    lesson = when(when(asking("board", 6), "s01", c.Answer("board.1", 1, "x = 6")), TEACHER, NAME)
    lesson = when(lesson, TEACHER, c.Reveal("board"), T0 + 9_000)
    for who in (Student("s01", "device-s01"), Wall()):
        assert SAYS not in repr(view(lesson, who, {}))
