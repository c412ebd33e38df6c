"""A proposed lesson, changed by presses: the order that was asked for, and whatever is pressed, a lesson that holds."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.teaching.drafting import (
    MOST_PARTS,
    doubled,
    lacks,
    left_out,
    moved,
    one_more,
    put_in,
    renumbered,
    whole,
)
from boardsup.teaching.plan import MINUTES, Outline, Step, Wanted, outline
from boardsup.teaching.precheck import Precheck

TARGET = "eq-both"
ASKS = ("eq-1add", "eq-2step", "eq-dist")
PROPOSED = outline(TARGET, Precheck(ASKS, "What it rests on."), (), probe="eq-dist")


def parts(of: Outline) -> list[str]:
    return [step.part for step in of.steps]


def twins(of: Outline) -> Counter[Wanted]:
    """Every question that the class is asked by its number; practice at the stations is drawn apart."""
    return Counter(one for step in of.steps if step.part != "stations" for one in step.questions)


def test_a_part_moves_as_far_as_there_is_room():
    last = len(PROPOSED.steps) - 1
    assert parts(moved(PROPOSED, last, -1))[-2:] == ["exit", "coldcall"]
    assert parts(moved(PROPOSED, last, -99))[0] == "exit"
    assert moved(PROPOSED, last, 5) == PROPOSED
    assert moved(PROPOSED, 99, 1) == PROPOSED


def test_a_part_once_more_has_new_numbers():
    board = parts(PROPOSED).index("board")
    again = doubled(PROPOSED, board)
    assert parts(again)[board : board + 3] == ["board"] * 3
    assert max(twins(again).values()) == 1


def test_other_numbers_are_numbers_that_the_lesson_does_not_have():
    board = parts(PROPOSED).index("board")
    before = {one for step in PROPOSED.steps for one in step.questions}
    assert not set(renumbered(PROPOSED, board).steps[board].questions) & before


def test_a_part_that_asks_is_put_in_on_the_target():
    added = put_in(PROPOSED, "exit", len(PROPOSED.steps))
    assert added.steps[-1].questions[0].skill == TARGET
    assert added.steps[-1].minutes == MINUTES["exit"]
    assert put_in(PROPOSED, "discuss", 0).steps[0] == Step("discuss", (), MINUTES["discuss"])


def test_a_check_has_at_most_three_questions_and_an_exit_two():
    check, end = parts(PROPOSED).index("diagnostic"), parts(PROPOSED).index("exit")
    assert one_more(PROPOSED, check) == PROPOSED
    assert len(one_more(PROPOSED, end).steps[end].questions) == 2
    assert one_more(one_more(PROPOSED, end), end) == one_more(PROPOSED, end)


def test_the_stations_practise_what_the_questions_before_them_ask_and_never_the_probe():
    stations, check = parts(PROPOSED).index("stations"), parts(PROPOSED).index("diagnostic")
    assert [one.skill for one in PROPOSED.steps[stations].questions] == ["eq-1add", "eq-2step"]
    asked = Step("diagnostic", (Wanted("frac-add", 1), Wanted("eq-2step", 4)), 6)
    changed = whole(PROPOSED, [asked if i == check else step for i, step in enumerate(PROPOSED.steps)])
    assert [one.skill for one in changed.steps[stations].questions] == ["frac-add", "eq-2step"]


@pytest.mark.parametrize(
    ("without", "says"),
    [
        (["diagnostic"], "need questions in front"),
        (list(MINUTES), "needs a part"),
        (["diagnostic", "plan", "stations"], ""),
    ],
)
def test_what_keeps_a_lesson_from_being_taught_is_said(without: list[str], says: str):
    steps = [step for step in PROPOSED.steps if step.part not in without]
    found = lacks(whole(PROPOSED, steps))
    assert (says in found) if says else not found


def test_a_part_without_a_question_is_said():
    board = parts(PROPOSED).index("board")
    emptied = [Step("board", (), 4) if i == board else step for i, step in enumerate(PROPOSED.steps)]
    assert "no question" in lacks(whole(PROPOSED, emptied))


def test_a_long_lesson_takes_no_more_parts():
    full = PROPOSED
    for _ in range(MOST_PARTS):
        full = put_in(full, "discuss", 0)
    assert len(full.steps) == MOST_PARTS
    assert doubled(full, 0) == full


PRESSES = st.lists(
    st.one_of(
        st.tuples(st.just(moved), st.integers(-2, 30), st.integers(-30, 30)),
        st.tuples(st.sampled_from([doubled, left_out, renumbered, one_more]), st.integers(-2, 30)),
        st.tuples(st.just(put_in), st.sampled_from(list(MINUTES)), st.integers(-2, 30)),
    ),
    max_size=30,
)


@given(PRESSES)
def test_whatever_is_pressed_no_question_stands_in_the_lesson_twice(presses: list):
    """Seen to fail with `_next` counting the twins of the first part alone."""
    draft = PROPOSED
    for press, *arguments in presses:
        draft = press(draft, *arguments)
    assert max(twins(draft).values(), default=0) <= 1
    assert len(draft.steps) <= MOST_PARTS
    for i, step in enumerate(draft.steps):
        before = [one for one in draft.steps[:i] if one.part == "diagnostic"]
        if step.part == "stations" and before:
            asked = {one.skill for one in before[-1].questions}
            assert {one.skill for one in step.questions} == asked - {draft.probe}
