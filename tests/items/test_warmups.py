"""A warm-up file is read as it stands, or refused with the line and how to mend it."""

from __future__ import annotations

import pytest

from boardsup.items.sheet import Unusable
from boardsup.items.warmups import (
    AGAIN,
    NOTICE_WONDER,
    WHICH_ONE,
    Community,
    NoticeWonder,
    WhichOne,
    parse_community,
    parse_warmup,
    pictures,
)

FOUR = """\
which_one: four-numbers
title: Four numbers
strand: exponents
choices:
  - {text: $9$, reasons: [It is the only odd one.]}
  - {text: $16$, reasons: It is the only power of 2.}
  - dots: {figures: [{rows: [xxx, ooo]}]}
    reasons: [It is the only picture.]
  - {text: $100$, reasons: [It is the only one with three digits.]}
"""

ROWS = """\
notice: growing-rows
title: Growing rows
strand: functions
tiles: {figures: [{label: Step 1, rows: [xo]}, {label: Step 2, rows: [xoo, oo.]}]}
listen_for: [Each step adds $3$ tiles.]
"""

PROMPTS = """\
prompts:
  - {id: keep-doing, ask: What should our class keep doing?, starter: Let's keep …}
  - {id: all-stuck, ask: What can a group try when everybody is stuck?}
"""


def which_one() -> WhichOne:
    found = parse_warmup(FOUR, file="f.yaml")
    assert isinstance(found, WhichOne)
    return found


def test_which_one_has_four_choices_a_to_d_each_with_its_reasons():
    assert [(choice.label, choice.text, choice.reasons) for choice in which_one().choices] == [
        ("A", "$9$", ("It is the only odd one.",)),
        ("B", "$16$", ("It is the only power of 2.",)),
        ("C", "", ("It is the only picture.",)),
        ("D", "$100$", ("It is the only one with three digits.",)),
    ]


def test_which_one_asks_for_a_reason_and_then_for_another_where_the_author_says_nothing():
    assert (which_one().ask, which_one().again) == (WHICH_ONE, AGAIN)


def test_notice_and_wonder_has_a_picture_and_what_to_listen_for():
    found = parse_warmup(ROWS, file="f.yaml")
    assert isinstance(found, NoticeWonder)
    assert found.ask == NOTICE_WONDER
    assert found.listen_for == ("Each step adds $3$ tiles.",)


def test_a_picture_is_named_after_its_warm_up_and_its_choice():
    assert list(pictures(which_one())) == ["four-numbers-c"]
    assert list(pictures(parse_warmup(ROWS, file="f.yaml"))) == ["growing-rows"]


def test_no_picture_of_a_choice_says_the_reason():
    assert "only" not in pictures(which_one())["four-numbers-c"]


def test_community_prompts_are_read_in_order_with_or_without_a_starter():
    assert parse_community(PROMPTS, file="f.yaml") == (
        Community("keep-doing", "What should our class keep doing?", "Let's keep …"),
        Community("all-stuck", "What can a group try when everybody is stuck?", ""),
    )


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("which_one: four-numbers", "which_one: Four numbers", "f.yaml:1: “Four numbers” cannot be a name"),
        ("title: Four numbers\n", "", "f.yaml:1: the file has no “title” (add title:)"),
        (", reasons: [It is the only odd one.]", "", "f.yaml:5: an entry of choices has no “reasons”"),
        ("reasons: [It is the only odd one.]", "reasons: []", "f.yaml:5: “reasons” is empty"),
        ("text: $9$, ", "", "f.yaml:5: a choice has neither text nor picture"),
        ("$9$", "$9 +$", "f.yaml:5: “9 +” is no mathematics that can be read"),
        ("It is the only picture.", "It is $2 * / 3$.", "f.yaml:8: “2 * / 3” is no mathematics"),
        ("xxx, ooo", "xxx, abc", "f.yaml:7: the picture cannot be drawn: a row is written with x"),
        (
            "    reasons: [It is the only p",
            "    table: {}\n    reasons: [It is the only p",
            "there are 2 pictures here",
        ),
        ("  - {text: $100$, reasons: [It is the only one with three digits.]}\n", "", "f.yaml:1: there are 3 choices"),
        ("strand: exponents", "strnad: exponents", "f.yaml:1: the file has no “strand”"),
        ("strand: exponents", "strand: exponents\nmarks: 5", "f.yaml:4: the file has no entry “marks”"),
    ],
)
def test_a_mistake_in_a_warm_up_file_is_said_with_its_line(old: str, new: str, finding: str):
    assert old in FOUR
    with pytest.raises(Unusable) as refused:
        parse_warmup(FOUR.replace(old, new), file="f.yaml")
    assert finding in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("tiles: {figures", "tils: {figures", "f.yaml:1: there are 0 pictures here (give one of tiles, dots"),
        ("listen_for: [Each step adds $3$ tiles.]", "", "f.yaml:1: the file has no “listen_for”"),
        ("rows: [xo]", "rows: []", "f.yaml:4: “rows” is empty"),
    ],
)
def test_a_mistake_in_a_notice_file_is_said_with_its_line(old: str, new: str, finding: str):
    assert old in ROWS
    with pytest.raises(Unusable) as refused:
        parse_warmup(ROWS.replace(old, new), file="f.yaml")
    assert finding in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("id: keep-doing", "id: Keep", "f.yaml:2: “Keep” cannot be a name"),
        ("starter: Let's", "marks: Let's", "f.yaml:2: an entry of prompts has no entry “marks”"),
        ("prompts:", "prompt:", "f.yaml:1: the file has no “prompts”"),
    ],
)
def test_a_mistake_in_a_community_file_is_said_with_its_line(old: str, new: str, finding: str):
    assert old in PROMPTS
    with pytest.raises(Unusable) as refused:
        parse_community(PROMPTS.replace(old, new), file="f.yaml")
    assert finding in str(refused.value)
