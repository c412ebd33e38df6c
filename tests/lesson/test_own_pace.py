"""Warm-ups, exit slips and the weekly quiz: everybody at their own pace, and who hears how it went, and when."""

from __future__ import annotations

import pytest

from acting import T0, TEACHER, WALL, ids, seated, sees, when
from boardsup.items.item import Question
from boardsup.lesson import commands as c
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import Over, QuestionPanel, QuestionScene, ReviewPanel, Stage, WallCount, WarmupPanel
from boardsup.lesson.segments import Community, Exit, Notice, Option, Quiz, Warmup

WORKED = ("2(x + 5) = 17", "2x + 10 = 17", "x = 7/2")
ONE = Question("exit.1", "Solve $2(x + 5) = 17$", "equation_solution", "x = 7/2", ("x",), worked=WORKED)
TWO = Question("quiz.1", "Solve $x + 5 = 14$", "equation_solution", "x = 9", ("x",))
AGAIN = Warmup("warm", "Which one?", (Option("A", "1"), Option("B", "2")), again="Find a reason for another one.")
PLAN = (AGAIN, Notice("see", "Look closely", "dots"), Exit("exit", (ONE,)), Quiz("quiz", (TWO,)), Community("us", "?"))


def at(segment: str, count: int = 6):
    return when(seated(count, plan=PLAN), TEACHER, c.Open(segment))


def test_a_warm_up_asks_for_a_reason_for_another_and_waits_for_one_only():
    lesson = when(at("warm"), "s01", c.Share("warm.1", 1, "A", "it is odd"))
    assert sees(lesson, "s01", WarmupPanel).ask == "Find a reason for another one."
    assert sees(lesson, WALL, WallCount) == WallCount(1, 6, asking=True)


def test_what_one_notices_and_wonders_is_collected_and_never_right():
    lesson = when(at("see"), "s01", c.Answer("see.1", 1, "there are more each time"))
    assert sees(lesson, "s01", QuestionPanel).ask == "What do you wonder?"
    lesson = when(lesson, TEACHER, c.Close("see"))
    lesson = when(lesson, TEACHER, c.Close("see"))
    assert [r.verdict for r in sees(lesson, "s01", ReviewPanel).results] == ["", "none"]


def test_an_exit_slip_shows_its_own_result_at_once_and_is_final():
    lesson = when(at("exit"), "s01", c.Answer("exit.1", 1, "7/2", "sure"))
    review = sees(lesson, "s01", ReviewPanel)
    assert (review.results[0].verdict, review.results[0].worked) == ("right", WORKED)
    assert lesson.asked["exit.1"].answers["s01"].sure == "sure"
    with pytest.raises(Refused, match="handed in"):
        when(lesson, "s01", c.Answer("exit.1", 2, "4"))


def test_an_exit_slip_asks_how_sure_and_nothing_of_it_goes_on_the_wall():
    lesson = at("exit")
    assert sees(lesson, "s01", QuestionPanel).asks_sure
    assert sees(lesson, WALL, QuestionScene) == QuestionScene("", ungraded=True, title="Exit")
    with pytest.raises(Refused, match="private"):
        when(lesson, TEACHER, c.Reveal("exit"))
    assert "reveal" not in sees(lesson, TEACHER, Stage).can


def test_quiz_results_are_shown_only_when_the_teacher_gives_them_back():
    lesson = when(at("quiz"), "s01", c.Answer("quiz.1", 1, "9"))
    with pytest.raises(Refused, match="Close first"):
        when(lesson, TEACHER, c.GiveBack("quiz"))
    lesson = when(when(lesson, TEACHER, c.Close("quiz")), TEACHER, c.Close("quiz"))
    assert sees(lesson, "s01", ReviewPanel).results[0].verdict == ""
    lesson = when(lesson, TEACHER, c.GiveBack("quiz"))
    assert sees(lesson, "s01", ReviewPanel).results[0].verdict == "right"


def test_the_two_prompts_after_a_quiz_are_waited_for_by_nobody():
    lesson = at("quiz", 1)
    lesson = when(lesson, "s01", c.Answer("quiz.1", 1, "9"))
    assert sees(lesson, "s01", QuestionPanel).optional
    assert sees(lesson, WALL, WallCount) == WallCount(1, 1, asking=True)


def test_the_end_says_how_many_of_the_last_were_right_to_each_alone():
    lesson = when(at("exit"), "s01", c.Answer("exit.1", 1, "7/2"))
    lesson = when(lesson, "s02", c.Answer("exit.1", 1, "4"))
    lesson = when(lesson, TEACHER, c.End(), T0 + 60_000)
    assert [(sees(lesson, s, Over).right, sees(lesson, s, Over).of) for s in ids(3)] == [(1, 1), (0, 1), (0, 0)]
