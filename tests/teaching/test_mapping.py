"""Students by skills: the last two answers, no more said than they are worth, who needs most first."""

from __future__ import annotations

import pytest

from boardsup.teaching.counting import Count
from boardsup.teaching.mapping import MOST_SKILLS, cell, skill_map
from boardsup.teaching.week import Item


def item(skill: str, **right: bool) -> Item:
    k = sum(right.values())
    return Item("L", 1, skill, "board", Count(len(right), len(right), k, 0), right)


@pytest.mark.parametrize(
    ("results", "found"),
    [
        ([], ""),
        ([True], "once_right"),
        ([False], "once_not_yet"),
        ([True, True], "has_it"),
        ([False, False], "not_yet"),
        ([True, False], "mixed"),
        ([False, True], "mixed"),
        ([False, False, True, True], "has_it"),
        ([True, True, True, False, False], "not_yet"),
    ],
)
def test_the_last_two_answers_make_the_cell(results: list[bool], found: str):
    assert cell(results) == found


def test_a_row_has_a_cell_for_every_skill_and_who_needs_most_comes_first():
    asked = [item("a", ana=True, bo=False), item("b", ana=True), item("a", ana=True, bo=False)]
    found = skill_map(asked, ["ana", "bo", "cai"])
    assert found.skills == ("a", "b")
    assert found.rows == (("bo", ("not_yet", "")), ("ana", ("has_it", "once_right")), ("cai", ("", "")))


def test_the_skills_asked_last_are_shown():
    found = skill_map([item(f"s{i}", ana=True) for i in range(20)], ["ana"])
    assert found.skills == tuple(f"s{i}" for i in range(19, 19 - MOST_SKILLS, -1))


def test_who_has_left_the_class_is_on_no_picture():
    assert skill_map([item("a", ana=True, gone=True)], ["ana"]).rows == (("ana", ("once_right",)),)
