"""The sequential test over cold calls: its steps, its two ends, and how often luck hides a class that does not know."""

from __future__ import annotations

import pytest

from boardsup.teaching.cold_calls import BOUND, CHECK_EVERYBODY, NOT_YET, RIGHT, Heard, advice, score

R: Heard = "right"
W: Heard = "wrong"
P: Heard = "pass"


def test_the_steps_are_those_of_the_rules() -> None:
    assert pytest.approx(-0.4700, abs=5e-5) == RIGHT
    assert pytest.approx(0.9163, abs=5e-5) == NOT_YET
    assert pytest.approx(2.197, abs=5e-4) == BOUND


@pytest.mark.parametrize(
    ("calls", "at", "says"),
    [
        ([W, W, W], 2.749, CHECK_EVERYBODY),
        ([R, W, P, W], 2.279, CHECK_EVERYBODY),
        ([W, W], 1.833, ""),
        ([R, R, R, R], -1.880, ""),
        ([R, R, R, R, R], 0.0, ""),
        ([R, R, R, R, R, W, P, W], 2.749, CHECK_EVERYBODY),
        ([W, "with_help", W, W], 2.749, CHECK_EVERYBODY),
        ([], 0.0, ""),
    ],
)
def test_calls_add_up(calls: list[Heard], at: float, says: str) -> None:
    assert score(calls) == pytest.approx(at, abs=6e-4)
    assert advice(calls) == says


@pytest.mark.parametrize(("know", "percent"), [(15, 11), (18, 20)])
def test_three_calls_in_a_row_may_all_come_out_right_by_luck(know: int, percent: int) -> None:
    chance = know * (know - 1) * (know - 2) / (30 * 29 * 28)

    assert round(100 * chance) == percent
    assert advice([R, R, R]) == ""
