"""The lesson that every new class can start with: the source text's own three questions and its own order."""

from __future__ import annotations

from boardsup.items.lesson_plan import Board, ColdCall, Diagnostic, LessonPlan, Warmup
from boardsup.store.problems import load_lessons
from checkout import ROOT


def sample() -> LessonPlan:
    return load_lessons(ROOT / "problems")["multi-step-equations"]


def test_it_has_a_warm_up_a_diagnostic_a_board_question_and_a_cold_call_in_this_order():
    assert [type(segment) for segment in sample().segments] == [Warmup, Diagnostic, Board, ColdCall]


def test_its_diagnostic_asks_one_step_two_steps_and_parentheses():
    (check,) = (segment for segment in sample().segments if isinstance(segment, Diagnostic))
    assert [question.ask for question in check.questions] == [
        "Solve $x + 5 = 14$.",
        "Solve $2x - 10 = -18$.",
        "Solve $5(x - 7) = 21$.",
    ]


def test_it_predicts_the_wrong_answers_of_the_classroom_table():
    (check,) = (segment for segment in sample().segments if isinstance(segment, Diagnostic))
    predicted = [[p.value.removeprefix("x = ") for p in question.predictions] for question in check.questions]
    assert predicted == [["19", "-9"], ["-14", "-8", "1", "4"], ["28/5", "-14/5", "56", "23"]]
