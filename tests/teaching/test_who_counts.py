"""Who counts: eleven states, three moments, and the line that is always shown whole."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.teaching.counting import Count, Moment, State, Tally, ceil_pct, percent, tally

IN_N: dict[State, tuple[bool, bool, bool]] = {
    "absent": (False, False, False),
    "joined_after_open": (False, False, False),
    "working": (True, True, True),
    "away": (True, False, False),
    "paper": (True, True, True),
    "correct": (True, True, True),
    "wrong": (True, True, True),
    "idk": (True, True, True),
    "check": (True, True, True),
    "extra_time": (True, True, False),
    "excused": (False, False, False),
}
"""State → does it count while open, once closed, for the recommendation?"""

MOMENTS: tuple[Moment, ...] = ("open", "closed", "card")

states = st.lists(st.sampled_from(list(IN_N)))


@pytest.mark.parametrize("state", IN_N)
@pytest.mark.parametrize("at", range(3))
def test_a_state_counts_or_does_not(state: State, at: int) -> None:
    assert IN_N[state][at] == tally([state], MOMENTS[at]).N


def test_blanks_are_open_until_the_close_and_not_yet_from_then_on() -> None:
    students: list[State] = ["correct", "wrong", "idk", "working", "working", "away", "paper", "check", "extra_time"]

    assert tally(students, "open") == Tally(right=1, not_yet=2, idk=1, working=2, other=4)
    assert tally(students, "closed") == Tally(right=1, not_yet=4, idk=1, working=0, other=3)
    assert tally(students, "card") == Tally(right=1, not_yet=4, idk=1, working=0, other=2)


def test_the_line_has_right_working_and_not_yet() -> None:
    counted = Tally(right=19, not_yet=3, idk=1, working=8, other=0)

    assert str(counted) == "19 of 30 right · 8 working · 3 not yet"


def test_a_tally_is_a_count_of_settled_and_right() -> None:
    count = Tally(right=19, not_yet=3, idk=1, working=6, other=2).count(options=4)

    assert count == Count(N=30, n=22, k=19, options=4)
    assert (count.u, count.most) == (8, 27)


@given(states, st.sampled_from(MOMENTS))
def test_everybody_who_counts_is_counted_once(students: list[State], moment: Moment) -> None:
    """Seen to fail with `blank` left in `working`."""
    expected = sum(IN_N[state][MOMENTS.index(moment)] for state in students)

    assert expected == tally(students, moment).N


def test_a_ceiling_is_exact_where_floating_point_is_not() -> None:
    assert ceil_pct(7, 100) == 7
    assert ceil_pct(55, 20) == 11
    assert math.ceil(0.07 * 100) == 8


@given(st.integers(0, 100), st.integers(0, 2000))
def test_a_ceiling_is_the_least_whole_number_that_reaches_the_share(share: int, N: int) -> None:
    """Seen to fail with 99 replaced by 100."""
    least = ceil_pct(share, N)

    assert 100 * least >= share * N > 100 * (least - 1)


@pytest.mark.parametrize(("k", "N", "shown"), [(4, 29, 14), (11, 29, 38), (1, 8, 13), (0, 0, 0), (30, 30, 100)])
def test_a_percentage_is_rounded_to_the_nearest(k: int, N: int, shown: int) -> None:
    assert percent(k, N) == shown
