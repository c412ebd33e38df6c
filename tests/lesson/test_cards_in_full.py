"""Every recommendation can be followed, also where a board brought nothing along; a segment is asked once more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from acting import CLOCK, T0, TEACHER, given, ids, seated, sees, started, when
from boardsup.items.cards import WorkedLine
from boardsup.items.item import Prediction, Question
from boardsup.lesson import commands as c
from boardsup.lesson.again import again
from boardsup.lesson.class_rules import ClassRule, with_rules
from boardsup.lesson.events import SeatTaken
from boardsup.lesson.materials import PracticeSet, Remedy, StepBack
from boardsup.lesson.planned import segments_of
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import Advice, Talk
from boardsup.lesson.segments import Board, Diagnostic, Discuss, Exit, Model, Quiz, Segment, Stations, questions_of
from boardsup.lesson.spot import question_on_the_spot
from boardsup.lesson.state import Lesson
from boardsup.store.problems import load_lessons
from boardsup.web.settings import CHECKOUT

ONE = Question("board.1", "Solve $5(x - 2) = 12$", "equation_solution", "x = 22/5", ("x",))
KNOWN = replace(ONE, predictions=(Prediction("x = 14/5", ("first-only",), "Multiplied only the first term."),))
TWO = Question("exit.1", "Solve $x = 1$", "number", "1")


def closed(board: Board, answers: list[str], *after: Segment, minutes: int = 0) -> Lesson:
    """A class of thirty that gave these answers, the others blank, a minute after the board opened."""
    begin = replace(started(30, (board, *after)), minutes=minutes)
    lesson = given(begin, *(SeatTaken(s, f"device-{s}", T0) for s in ids(30)))
    lesson = when(lesson, TEACHER, c.Open("board"))
    for student, text in zip(ids(30), answers, strict=False):
        wish = c.Answer("board.1", 1, text) if text else c.DontKnow("board.1", 1)
        lesson = when(lesson, student, wish)
    lesson = when(lesson, TEACHER, c.Close("board"), T0 + 60_000)
    return lesson if "board.1" in lesson.cards else when(lesson, TEACHER, c.Close("board"), T0 + 60_000)


def chosen(lesson: Lesson, action: str) -> Lesson:
    return when(lesson, TEACHER, c.Choose("board.1", action), T0 + 70_000)


RIGHT = "x = 22/5"
SPREAD = [RIGHT, *(f"x = {i}" for i in range(29))]


def test_without_a_shared_idea_the_class_talks_it_over_with_neighbours():
    lesson = chosen(closed(Board("board", ONE), [RIGHT] * 17 + [f"x = {i}" for i in range(13)]), "discuss")
    assert isinstance(lesson.segment, Discuss)
    assert sees(lesson, "s01", Talk).lines == ()


def test_a_contrast_without_prepared_lines_shows_both_values():
    lesson = chosen(closed(Board("board", KNOWN), [RIGHT] * 17 + ["x = 14/5"] * 13), "contrast")
    assert sorted(sees(lesson, "s01", Talk).lines) == ["$14/5$", "$x = 22/5$"]


def test_reteaching_without_a_card_of_its_own_is_the_worked_example():
    lesson = chosen(closed(Board("board", KNOWN), [RIGHT] * 5 + ["x = 14/5"] * 25), "reteach")
    assert isinstance(lesson.segment, Model)
    assert [line.line for line in lesson.segment.lines] == [KNOWN.ask]
    empty = Board("board", KNOWN, remedies=(Remedy("first-only", "5x - 2", "5x - 10", ()),))
    assert isinstance(chosen(closed(empty, [RIGHT] * 5 + ["x = 14/5"] * 25), "reteach").segment, Model)


def test_a_step_back_asks_the_question_that_was_prepared_and_is_not_offered_where_there_is_none():
    back = StepBack("eq-1add", 40, replace(TWO, id="back.1"))
    lesson = chosen(closed(Board("board", ONE, steps_back=(back,)), SPREAD), "step_back")
    assert questions_of(lesson.segment) == (back.question,)
    with pytest.raises(Refused, match="not on the card"):
        chosen(closed(Board("board", ONE), SPREAD), "step_back")


def test_moving_on_from_the_last_part_is_noted_and_a_second_press_changes_nothing():
    lesson = chosen(closed(Board("board", ONE), [RIGHT] * 30), "move_on")
    assert (lesson.now, lesson.chosen["board.1"]) == ("board", "move_on")
    assert chosen(lesson, "move_on") == lesson


def test_what_has_been_revealed_is_not_asked_again_with_the_same_numbers():
    lesson = closed(Board("board", ONE), [RIGHT] * 10)
    assert sees(lesson, TEACHER, Advice).action == "ask_again"
    with pytest.raises(Refused, match="Ask again with new numbers"):
        chosen(when(lesson, TEACHER, c.Reveal("board")), "ask_again")


@pytest.mark.parametrize(("minutes", "action"), [(0, "contrast"), (50, "contrast"), (4, "exit_now")])
def test_when_the_time_runs_out_the_exit_comes_first(minutes, action):
    answers = [RIGHT] * 17 + ["x = 14/5"] * 13
    lesson = closed(Board("board", KNOWN), answers, Exit("exit", (TWO,)), minutes=minutes)
    assert sees(lesson, TEACHER, Advice).action == action


@pytest.mark.parametrize(
    ("segment", "renamed"),
    [
        (Exit("exit", (TWO,)), ["exit-2.1"]),
        (Diagnostic("check", (ONE, TWO)), ["check-2.1", "check-2.2"]),
        (Quiz("quiz", (ONE, TWO), "exit.1"), ["quiz-2.1", "quiz-2.2", "quiz-2.helped", "quiz-2.muddy"]),
        (Stations("stations", "check", (PracticeSet("a", "A", (ONE, TWO)),)), ["stations-2.1.1", "stations-2.1.2"]),
        (Model("model", "How", (WorkedLine("$1$"),)), []),
    ],
    ids=lambda of: type(of).__name__,
)
def test_a_segment_once_more_has_questions_of_its_own(segment, renamed):
    repeated = again(segment, {segment.id})
    assert [question.id for question in questions_of(repeated)] == renamed
    assert not isinstance(repeated, Quiz) or repeated.probe == "quiz-2.2"


def test_what_a_teacher_has_named_is_known_in_every_kind_of_question():
    rule = ClassRule(ONE.ask, "7", "Subtracted 5.")
    plan = (Board("board", ONE, twins=(ONE,)), Exit("exit", (ONE,)), Model("model", "How", ()))
    board, slip, model = with_rules(plan, (rule,))
    assert [p.says for q in (board.question, *board.twins, *slip.questions) for p in q.predictions] == [rule.says] * 3
    assert (model, with_rules(plan, ())) == (plan[2], plan)


def test_a_planned_lesson_keeps_its_parts_in_order():
    plan = load_lessons(CHECKOUT / "problems")["multi-step-equations"]
    assert [type(segment).__name__ for segment in segments_of(plan)] == ["Warmup", "Diagnostic", "Board", "ColdCall"]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("x > 3", "inequality"),
        ("y = 2x + 1", "linear_equation"),
        ("1 < x < 5", "compound_inequality"),
        ("x = 1 or x = 2", "solution_set"),
        ("{1, 2}", "solution_set"),
        ("(1, 2)", "point"),
        ("no solution", "no_solution"),
        ("2x + 1", "expression"),
        ("7", "equation_solution"),
    ],
)
def test_the_kind_of_a_typed_question_follows_from_its_answer(answer, kind):
    assert question_on_the_spot("spot1.1", "Solve 2x = 4", answer).kind == kind


def test_a_shared_reason_sent_twice_and_a_late_verdict_change_nothing():
    lesson = when(when(seated(2), TEACHER, c.Open("warm")), "s01", c.Share("warm.1", 1, "A", "odd"))
    assert when(lesson, "s01", c.Share("warm.1", 1, "B", "even")) == lesson
    assert when(lesson, CLOCK, c.Settle("s01", "warm.1", 1, "equal")) == lesson
    with pytest.raises(Refused, match="ended"):
        when(when(lesson, TEACHER, c.End()), TEACHER, c.Drawing("off"))
