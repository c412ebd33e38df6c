"""Worksheets: which version a seat has, the code on a sheet, and questions that follow from the code alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boardsup.items.bank import Bank
from boardsup.items.pool import Pool
from boardsup.lesson.worksheets import (
    MOST_VERSIONS,
    Mix,
    Order,
    can_draw,
    digits,
    letters,
    sheet_of,
    sheets,
    version_at,
)
from problems.shipped import bank

ORDER = Order(("eq-2step", "dist"), 8, "417")
SHEET = sheets(bank(), ORDER, 1)[0]


@pytest.mark.parametrize("in_a_row", range(1, 9))
@pytest.mark.parametrize(("mix", "reach"), [("two", 1), ("four", 2), ("own", 2)])
def test_nobody_sits_beside_or_behind_the_same_version(in_a_row: int, mix: Mix, reach: int):
    """With four versions not at the corner either. Seen to fail with versions dealt out in turn: 1, 2, 3, 4, 1, …"""
    seats = {divmod(place, in_a_row): version_at(place, mix, in_a_row) for place in range(36)}
    for (row, seat), version in seats.items():
        for down in (-1, 0, 1):
            for aside in (-1, 0, 1):
                if 0 < abs(down) + abs(aside) <= reach:
                    assert seats.get((row + down, seat + aside)) != version


def test_one_version_is_one_for_all():
    assert {version_at(place, "same", 6) for place in range(36)} == {1}


def test_versions_are_named_by_letters():
    assert [letters(number) for number in (1, 2, 26, 27, 52, 53)] == ["A", "B", "Z", "AA", "AZ", "BA"]


@pytest.mark.parametrize("version", [1, 2, 4, 27, MOST_VERSIONS])
def test_the_code_on_a_sheet_leads_back_to_what_it_asks(version: int):
    assert sheet_of(bank(), ORDER.code(version, SHEET)) == (ORDER, version, digits(SHEET))


def test_the_code_tells_whether_the_questions_or_their_answers_are_still_those():
    first, *others = SHEET
    other = replace(first, question=replace(first.question, answer="x = 99"))
    assert len({digits(SHEET), digits((other, *others)), digits(tuple(others))}) == 3


@pytest.mark.parametrize(
    "code",
    [
        "",
        "eq-2step.8.417.A",
        "eq-2step.8.417.A.3F0A",
        "eq-2step",
        "juggling.8.417.A.3f0a",
        "eq-2step.0.417.A.3f0a",
        "eq-2step.99.417.A.3f0a",
        "eq-2step.8..A.3f0a",
        "eq-2step.8.417..3f0a",
        "eq-2step.8.417.ZZZ.3f0a",
        "eq-2step.8.417.a.3f0a",
        "eq-2step+dist+dist-neg+eq-both+eq-dist.8.417.A.3f0a",
        "../../etc.8.417.A.3f0a",
        "eq-2step.8.417.A.3f0a\n",
    ],
)
def test_what_is_no_code_leads_nowhere(code: str):
    assert sheet_of(bank(), code) is None


@pytest.mark.parametrize(
    "order", [replace(ORDER, skills=()), replace(ORDER, seed="a b"), replace(ORDER, seed=""), replace(ORDER, count=21)]
)
def test_an_order_that_no_sheet_holds_is_known(order: Order):
    assert not can_draw(bank(), order)


def test_skills_take_turns_and_a_version_does_not_depend_on_how_many_there_are():
    six = sheets(bank(), ORDER, 6)
    assert [one.skill for one in six[0]] == ["eq-2step", "dist"] * 4
    assert sheets(bank(), ORDER, 2) == six[:2]
    assert sheets(bank(), replace(ORDER, seed="418"), 1)[0] != six[0]


@pytest.mark.parametrize("many", [1, 5])
def test_where_a_form_has_no_other_numbers_the_questions_come_again(many: int):
    """Whether few numbers can be drawn, or many that are all the same."""
    narrow = sheets(_narrowed(many), Order(("eq-2step",), 1, "1"), 5)
    assert len(narrow) == 5
    assert {version[0].question.ask for version in narrow} == {narrow[0][0].question.ask}


def _narrowed(many: int) -> Bank:
    """The bank with one form of one skill, of which one question is left; `many` values each are tried for it."""
    pool = bank().pools["eq-2step"]
    shape = pool.shapes[0]
    draws = tuple(replace(draw, values=(draw.values[0],) * many) for draw in shape.draws)
    narrow: Pool = replace(pool, shapes=(replace(shape, draws=draws, rules=(), examples=()),))
    return replace(bank(), pools={**bank().pools, "eq-2step": narrow})
