"""The quiz of the text to the letter, every other one in new numbers, and the review of old skills in a lesson."""

from __future__ import annotations

import pytest

from boardsup.items.bank import Bank
from boardsup.lesson.evidence import REVIEW
from boardsup.lesson.preparing import prepared
from boardsup.lesson.quizzing import fresh, quiz, with_review
from boardsup.lesson.segments import Diagnostic, Stations, Warmup, questions_of
from boardsup.store.problems import load_bank
from boardsup.teaching.plan import Wanted, outline
from boardsup.teaching.precheck import precheck
from checkout import ROOT

TEXT = ("eq-1add", "eq-2step", "eq-2step-rev", "eq-dist")
TARGET = "eq-both-dist"


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank(ROOT / "problems")


def test_the_quiz_of_the_text_asks_its_five_questions(bank: Bank) -> None:
    row = bank.checks[TARGET]
    found = quiz(bank, [Wanted(skill, 1) for skill in row.week], Wanted(row.probe, 1), "seed")

    assert row.week == TEXT
    assert [question.ask for question in found.questions] == [
        "Solve $x + 5 = 14$.",
        "Solve $2x - 10 = -18$.",
        "Solve $22 = -5x + 40$.",
        "Solve $5(x - 7) = 21$.",
        "Solve $2x - 6 = -3x - 5$.",
    ]
    assert [question.answer.removeprefix("x = ") for question in found.questions] == ["9", "-4", "18/5", "56/5", "1/5"]
    assert found.probe == "quiz.5"


def test_other_numbers_are_twins_and_the_same_seed_draws_the_same(bank: Bank) -> None:
    wanted = [Wanted("eq-2step", 2), Wanted("eq-2step", 3)]
    found = quiz(bank, wanted, None, "seed")

    assert found == quiz(bank, wanted, None, "seed")
    assert found.probe == ""
    asks = {question.ask for question in found.questions}
    assert len(asks) == 2
    assert "Solve $2x - 10 = -18$." not in asks


def test_a_lesson_reviews_old_skills_behind_its_warm_up_in_numbers_of_their_own(bank: Bank) -> None:
    before = precheck(bank.skills, TARGET, bank.checks[TARGET].asks, {})
    plan = outline(TARGET, before, ("int-sub", "eq-1mul"))
    warm = Warmup("warm", "Which?", ())
    lesson = with_review(bank, plan, "seed", (warm, *prepared(bank, plan, "seed")))

    assert [segment.id for segment in lesson[:3]] == ["warm", REVIEW, "check"]
    review = lesson[1]
    assert isinstance(review, Diagnostic)
    assert [question.skill for question in review.questions] == ["int-sub", "eq-1mul"]
    others = {q.ask for segment in lesson if segment is not review for q in questions_of(segment)}
    assert not others & {question.ask for question in review.questions}


def test_a_lesson_without_old_skills_stays_as_it_is(bank: Bank) -> None:
    before = precheck(bank.skills, TARGET, bank.checks[TARGET].asks, {})
    plan = outline(TARGET, before, ())
    segments = prepared(bank, plan, "seed")

    assert with_review(bank, plan, "seed", segments) == segments


def test_what_the_class_has_had_comes_in_new_numbers_of_the_same_shape(bank: Bank) -> None:
    before = precheck(bank.skills, TARGET, bank.checks[TARGET].asks, {})
    plan = outline(TARGET, before, ())
    first = prepared(bank, plan, "seed")
    again = prepared(bank, fresh(bank, plan, {"eq-2step": 2}), "seed")
    (one, two, three), (new_one, new_two, new_three) = (
        next(s.questions for s in lesson if isinstance(s, Diagnostic)) for lesson in (first, again)
    )

    assert (one.ask, three.ask) == (new_one.ask, new_three.ask)
    assert two.ask == "Solve $2x - 10 = -18$."
    assert two.ask != new_two.ask
    assert "x - " in new_two.ask


def test_no_probe_is_practised_and_no_quiz_question_stands_in_the_stations(bank: Bank) -> None:
    before = precheck(bank.skills, TARGET, bank.checks[TARGET].asks, {})
    lesson = prepared(bank, outline(TARGET, before, (), probe="eq-dist"), "seed")
    (stations,) = (segment for segment in lesson if isinstance(segment, Stations))
    practised = {question.ask for practice in stations.sets for question in practice.questions}
    asked = quiz(bank, [Wanted(skill, 2) for skill in TEXT], Wanted("eq-both", 2), "seed", practised)

    assert "eq-dist" not in [practice.skill for practice in stations.sets]
    assert not practised & {question.ask for question in asked.questions}


def test_a_question_that_was_asked_before_is_drawn_again(bank: Bank) -> None:
    (first,) = quiz(bank, [Wanted("eq-dist", 2)], None, "seed").questions
    (other,) = quiz(bank, [Wanted("eq-dist", 2)], None, "seed", {first.ask}).questions

    assert first.ask != other.ask
