"""From what lessons showed to a week, its pairs, what is known, what comes back, and what comes next."""

from __future__ import annotations

from fractions import Fraction

import pytest

from boardsup.items.skills import Skill, SkillMap
from boardsup.teaching.counting import Count
from boardsup.teaching.grow import Pairs
from boardsup.teaching.next_week import comes_back, next_target, to_catch_up
from boardsup.teaching.precheck import Known
from boardsup.teaching.week import (
    Item,
    Part,
    ReadyWeek,
    after_quiz,
    before_quiz,
    grown,
    known,
    pairs,
    reviews,
    sorted_by_need,
    week_of,
)

MAP = SkillMap(
    tuple(
        Skill(id, id, "equations", (), below)
        for id, below in {"a": (), "b": ("a",), "c": ("b",), "d": ("c",), "z": ()}.items()
    )
)


DAYS = {"mon": 1, "tue": 2, "fri": 5}


def item(lesson: str, skill: str, part: Part, right: str = "", not_yet: str = "") -> Item:
    """A question that these students (a letter each) had right, or not yet; all of them count."""
    n = len(right) + len(not_yet)
    answers = {student: student in right for student in right + not_yet}
    return Item(lesson, DAYS.get(lesson, 1), skill, part, Count(n, n, len(right)), answers)


MONDAY = (
    item("mon", "a", "check", "xy", "z"),
    item("mon", "b", "check", "x", "yz"),
    item("mon", "c", "board", "xy", "z"),
)
QUIZ = (
    item("fri", "a", "quiz", "xyz"),
    item("fri", "c", "quiz", "x", "yz"),
    item("fri", "d", "probe", "x", "yz"),
)


def test_a_week_begins_after_the_last_quiz() -> None:
    assert after_quiz(MONDAY) == MONDAY
    assert after_quiz((*MONDAY, *QUIZ)) == ()
    assert after_quiz((*QUIZ, *MONDAY)) == MONDAY
    assert before_quiz((*QUIZ, *MONDAY, item("fri2", "a", "quiz")), "fri2") == MONDAY


def test_a_week_is_about_what_was_checked_and_taught() -> None:
    week = week_of(MAP, (*MONDAY, item("tue", "z", "practice"), item("tue", "gone", "board")), (), 5)

    assert week.skills == ("a", "b", "c")
    assert week.grade_level == {"c"}
    assert (week.overdue, week.probe) == ("", "")


def test_a_ready_made_week_is_known_by_its_check() -> None:
    ready = (ReadyWeek(("a", "c"), ("a",), "z"), ReadyWeek(("a", "b"), ("a", "b", "z"), "d"))
    week = week_of(MAP, MONDAY, ready, 5)

    assert week.skills == ("a", "b", "z")
    assert week.grade_level == {"z"}
    assert week.probe == "d"
    assert week_of(MAP, MONDAY, (ReadyWeek(("a", "b"), ("a", "b"), "b"),), 5).probe == ""


@pytest.mark.parametrize(("today", "overdue"), [(5, ""), (10, "z")])
def test_an_old_skill_that_is_overdue_more_than_twice_goes_into_the_quiz(today: int, overdue: str) -> None:
    old = item("old", "z", "exit", "xyz")

    assert week_of(MAP, (old, item("old2", "d", "quiz"), *MONDAY), (), today).overdue == overdue


def test_pairs_take_the_first_answer_before_and_leave_out_who_has_only_one() -> None:
    before = (item("mon", "a", "check", "x", "yz"), item("tue", "a", "catch_up", "yv"), item("tue", "a", "board", "w"))
    after = item("fri", "a", "quiz", "xyw", "v")

    assert pairs(before, after) == Pairs(kept=1, gained=1, lost=1, still_not=0)
    assert pairs((), after) == Pairs(0, 0, 0, 0)


def test_a_quiz_says_how_each_skill_grew_that_was_asked_before_teaching() -> None:
    old = item("old", "a", "quiz", "x")
    quiz, skills = grown((old, *MONDAY, *QUIZ))

    assert (quiz, [(one.skill, growth.pairs) for one, growth in skills]) == ("fri", [("a", Pairs(2, 1, 0, 0))])
    assert grown(MONDAY) == ("", ())


def test_what_is_known_comes_from_the_newest_question_that_most_answered() -> None:
    few = Item("tue", 2, "a", "board", Count(10, 5, 5), {})
    practice = Item("tue", 2, "b", "practice", Count(4, 4, 4), {})
    found = known((*MONDAY, few, practice), 4)

    assert found["a"] == Known(Fraction(2, 3) * Fraction(20, 17) - Fraction(1, 17), 3)
    assert found["b"].days_ago == 3
    assert "d" not in found


def test_each_lesson_is_one_check_of_a_skill_and_the_last_question_is_it() -> None:
    twice = (
        item("mon", "a", "board", "", "xyz"),
        item("mon", "a", "board", "xyz"),
        item("tue", "a", "exit", "", "x"),
    )
    found = reviews(twice)["a"]

    assert found.interval == pytest.approx(2 * 2.2 * 0.5)
    assert found.seen == 2
    assert reviews((item("mon", "a", "catch_up", "x"),)) == {}


def test_students_are_sorted_by_need_and_nothing_more() -> None:
    items = (item("mon", "a", "check", "x", "yz"), item("tue", "a", "exit", "xz", "y"))

    assert sorted_by_need(items, "a", 2) == (("y", "needs_it"), ("z", "check"), ("x", "has_it"))


def test_the_probe_is_the_next_target_unless_most_have_it() -> None:
    items = (*MONDAY, *QUIZ)

    assert next_target(MAP, items, {}, {"a", "b", "c", "d"}) == "d"
    assert next_target(MAP, items, {"d": Known(Fraction(1), 1)}, {"d"}) == ""
    assert next_target(MAP, items, {}, {"a", "b", "c"}) == ""


def test_without_a_quiz_the_first_skill_that_rests_on_the_weeks_is_next() -> None:
    assert next_target(MAP, MONDAY, {}, frozenset(MAP.order)) == "d"
    assert next_target(MAP, (), {}, frozenset(MAP.order)) == ""


def test_what_few_had_in_the_quiz_comes_back_and_the_probe_does_not() -> None:
    assert comes_back((*MONDAY, *QUIZ)) == ("c",)
    assert comes_back(MONDAY) == ()


def test_who_answered_nothing_of_the_check_catches_up_until_the_quiz() -> None:
    assert to_catch_up(MONDAY, ("x", "v", "w")) == ("mon", ("v", "w"))
    assert to_catch_up((*MONDAY, item("tue", "a", "catch_up", "v")), ("x", "v", "w")) == ("mon", ("w",))
    assert to_catch_up((*MONDAY, *QUIZ), ("v",)) == ("", ())
    assert to_catch_up((), ("v",)) == ("", ())
