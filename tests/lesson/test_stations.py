"""Stations: rounds and their minute to move, raised hands, the late student, and what a coach and a printer get."""

from __future__ import annotations

import pytest

from acting import CLOCK, T0, TEACHER, WALL, ids, sees, when
from boardsup.lesson import commands as c
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import GroupsScene, QuestionPanel, Receipt, Rounds, Saved
from boardsup.lesson.state import Lesson
from boardsup.lesson.views.printed import printed
from boardsup.lesson.who import Visitor
from lesson.test_grouping import SETS, checked

MINUTE = 60_000
BEGAN = T0 + 90_000


def at_work() -> Lesson:
    """The class of the reference lesson at its stations: two teacher tables, 14 minutes."""
    lesson = when(checked(), TEACHER, c.ShowGroups("shown"), BEGAN)
    return when(lesson, TEACHER, c.Open("stations"), BEGAN)


def test_fourteen_minutes_for_two_tables_are_two_rounds_of_six_with_one_to_move():
    lesson = at_work()
    wall = sees(lesson, WALL, GroupsScene)
    assert (wall.round, wall.of, wall.until) == (1, 2, BEGAN + 6 * MINUTE)
    lesson = when(lesson, CLOCK, c.Tick(), BEGAN + 6 * MINUTE)
    assert sees(lesson, WALL, GroupsScene).is_moving
    assert sees(lesson, "s24", QuestionPanel).is_moving
    lesson = when(lesson, CLOCK, c.Tick(), BEGAN + 7 * MINUTE)
    wall = sees(lesson, WALL, GroupsScene)
    assert (wall.round, wall.until, wall.is_moving) == (2, BEGAN + 13 * MINUTE, False)
    lesson = when(lesson, CLOCK, c.Tick(), BEGAN + 13 * MINUTE)
    assert sees(lesson, WALL, GroupsScene).round == 0
    assert sees(lesson, "s24", QuestionPanel).ask == "Practise one-step"


def test_the_teacher_ends_a_round_or_makes_it_a_minute_longer():
    lesson = when(at_work(), TEACHER, c.LongerRound(1), BEGAN)
    assert sees(lesson, TEACHER, Rounds).until == BEGAN + 7 * MINUTE
    lesson = when(lesson, TEACHER, c.EndRound(1), BEGAN + MINUTE)
    assert sees(lesson, TEACHER, Rounds).is_moving
    lesson = when(lesson, TEACHER, c.EndRound(1), BEGAN + MINUTE)
    assert sees(lesson, TEACHER, Rounds).number == 2
    with pytest.raises(Refused, match="moved on"):
        when(lesson, TEACHER, c.EndRound(1), BEGAN + MINUTE)


def missed(lesson: Lesson, pair: tuple[str, ...], at: int) -> Lesson:
    """Both of a pair miss their question."""
    for i, student in enumerate(pair):
        question = sees(lesson, student, QuestionPanel).question
        before = lesson.asked[question].answers.get(student)
        number = before.number + 1 if before else 1
        lesson = when(lesson, student, c.Answer(question, number, "99"), at + i)
    return lesson


def test_a_pair_that_misses_two_in_a_row_raises_a_hand_that_only_the_teacher_sees():
    lesson = at_work()
    assert lesson.plan is not None
    pair = lesson.plan.pairs[0]
    lesson = missed(lesson, tuple(sorted(pair.students))[:2], BEGAN + 1000)
    group = sees(lesson, TEACHER, Rounds).groups[0]
    assert (group.label, group.is_raised) == (pair.label, True)
    assert "is_raised" not in repr([sees(lesson, WALL, GroupsScene), sees(lesson, "s24", QuestionPanel)])

    lesson = when(lesson, TEACHER, c.LowerHand(pair.label), BEGAN + 5000)
    assert not any(group.is_raised for group in sees(lesson, TEACHER, Rounds).groups)
    assert when(lesson, CLOCK, c.Tick(), BEGAN + 9000).hands == lesson.hands
    again = missed(lesson, tuple(sorted(pair.students))[:2], BEGAN + 20_000)
    assert pair.label in again.hands


def test_one_miss_or_a_right_answer_between_raises_no_hand():
    lesson = at_work()
    assert lesson.plan is not None
    one, other = sorted(lesson.plan.pairs[0].students)[:2]
    lesson = missed(lesson, (one,), BEGAN + 1000)
    question = sees(lesson, other, QuestionPanel).question
    lesson = when(lesson, other, c.Answer(question, 1, "1"), BEGAN + 2000)
    assert not lesson.hands


def test_who_comes_after_the_groups_were_made_answers_the_three_questions_and_is_then_placed():
    patterns = ["111"] * 6 + ["110"] * 6 + ["100"] * 6 + ["000"] * 4
    lesson = checked(patterns, absent=1)
    late = ids(len(patterns) + 1)[-1]
    lesson = when(lesson, TEACHER, c.ShowGroups("shown"), BEGAN)
    lesson = when(lesson, TEACHER, c.Open("stations"), BEGAN)
    before = lesson.plan
    assert before is not None
    assert late in before.unknown
    lesson = when(lesson, Visitor(f"device-{late}"), c.Sit(late), BEGAN)
    for i in (1, 2, 3):
        assert sees(lesson, late, QuestionPanel).question == f"check.{i}"
        lesson = when(lesson, late, c.Answer(f"check.{i}", 1, str(i)), BEGAN + 1000)
    plan = lesson.plan
    assert plan is not None
    assert late not in plan.unknown
    assert late in plan.studio
    assert plan.tables == before.tables
    assert plan.pairs == before.pairs


def test_a_coach_has_a_card_and_a_learner_has_none():
    lesson = at_work()
    assert lesson.plan is not None
    pair = next(pair for pair in lesson.plan.pairs if pair.coach)
    assert sees(lesson, pair.coach, QuestionPanel).coach == SETS[2].coach
    assert sees(lesson, pair.learners[0], QuestionPanel).coach == ()


def test_each_group_has_its_page_and_the_key_holds_every_set():
    lesson = at_work()
    found = printed(lesson, {student: student.upper() for student in lesson.roster})
    assert lesson.plan is not None
    assert len(found.sheets) == len(lesson.plan.tables) + len(lesson.plan.pairs) + bool(lesson.plan.studio)
    assert found.sheets[0].practice.title == "one-step"
    assert [practice.title for practice in found.sets] == ["one-step", "two-step", "brackets", "more"]
    assert any(sheet.coach for sheet in found.sheets)


def test_only_the_teacher_moves_rounds():
    with pytest.raises(Refused, match="Only your teacher"):
        when(at_work(), "s01", c.EndRound(1))


def test_what_a_late_student_hands_in_keeps_its_receipt_when_the_next_question_comes():
    lesson = checked(["111"] * 6 + ["110"] * 6 + ["100"] * 6 + ["000"] * 4, absent=1)
    late = ids(23)[-1]
    lesson = when(when(lesson, TEACHER, c.Open("stations"), BEGAN), Visitor(f"device-{late}"), c.Sit(late), BEGAN)
    lesson = when(lesson, late, c.Answer("check.1", 1, "1"), BEGAN)
    assert Receipt("check.1", 1) in sees(lesson, late, Saved).receipts
