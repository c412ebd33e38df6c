"""A lesson drawn for its target: the questions before, the example, boards with twins and remedies, the exit."""

from __future__ import annotations

import pytest

from boardsup.lesson.preparing import can_teach, prepared
from boardsup.lesson.segments import Board, Diagnostic, Exit, Model, questions_of
from boardsup.maths.mark import mark, pose
from boardsup.store.problems import load_bank
from boardsup.teaching.plan import Outline, outline
from boardsup.teaching.precheck import precheck
from boardsup.web.settings import CHECKOUT


@pytest.fixture(scope="module")
def bank():
    return load_bank(CHECKOUT / "problems")


def planned(bank, target: str) -> Outline:
    row = bank.checks[target].asks if target in bank.checks else ()
    return outline(target, precheck(bank.skills, target, row, {}), ())


def test_the_questions_before_multi_step_equations_are_those_of_the_text(bank):
    first = planned(bank, "eq-both-dist").steps[1]
    plan = Outline("eq-both-dist", (first,), "")
    (check,) = prepared(bank, plan, "seed")
    assert isinstance(check, Diagnostic)
    assert [q.ask for q in check.questions] == [
        "Solve $x + 5 = 14$.",
        "Solve $2x - 10 = -18$.",
        "Solve $5(x - 7) = 21$.",
    ]


def test_a_board_brings_twins_remedies_and_a_way_back_along(bank):
    segments = prepared(bank, planned(bank, "eq-both"), "seed")
    boards = [s for s in segments if isinstance(s, Board)]
    assert [type(s) for s in segments if isinstance(s, Model | Exit)] == [Model, Exit]
    for board in boards:
        assert len(board.twins) == 4
        predicted = {id for p in board.question.predictions for id in p.ids}
        assert {remedy.misconception for remedy in board.remedies} == predicted
        assert board.steps_back
        assert board.question.worked


def test_no_question_of_a_lesson_appears_twice(bank):
    segments = prepared(bank, planned(bank, "eq-both"), "seed")
    asks = [q.ask for s in segments for q in questions_of(s)]
    asks += [twin.ask for s in segments if isinstance(s, Board) for twin in s.twins]
    assert len(asks) == len(set(asks))


def test_every_answer_of_a_drawn_lesson_is_right_by_its_own_key(bank):
    for target in bank.checks:
        plan = planned(bank, target)
        if not can_teach(bank, plan):
            continue
        for question in (q for s in prepared(bank, plan, f"seed {target}") for q in questions_of(s)):
            if question.kind == "open" or question.choices:
                continue
            key = pose(question.kind, question.answer, variables=frozenset(question.variables))
            assert mark(key, question.answer).outcome == "correct", question


def test_the_same_seed_draws_the_same_lesson(bank):
    plan = planned(bank, "eq-both")
    assert prepared(bank, plan, "one") == prepared(bank, plan, "one")
    assert prepared(bank, plan, "one") != prepared(bank, plan, "two")
