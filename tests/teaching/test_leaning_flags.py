"""The leaning flags against the vectors of the rules, their boundaries, and a plain sum over the beta-binomial."""

from __future__ import annotations

import math
import timeit
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.teaching.flag import (
    DEFAULTS,
    Count,
    Flagged,
    Settings,
    State,
    certain,
    reason,
    thresholds,
    withdrawn,
)
from boardsup.teaching.leaning import Odds, leans, live, odds

VECTORS: list[tuple[tuple[int, int, int], tuple[float, float, float, float], Flagged | None]] = [
    ((0, 0, 32), (0.1111, 0.0637, 0.3599, 0.4653), None),
    ((13, 11, 32), (0.3935, 0.3639, 0.2426, 0.0), None),
    ((13, 6, 32), (0.0, 0.0007, 0.8394, 0.1599), Flagged("stop", "discuss")),
    ((20, 19, 32), (0.9830, 0.0167, 0.0003, 0.0), Flagged("leaning_move_on")),
    ((20, 16, 32), (0.2531, 0.5361, 0.2108, 0.0), None),
    ((26, 20, 32), (0.0930, 0.7624, 0.1446, 0.0), Flagged("leaning_stop", "nearly")),
    ((24, 2, 32), (0.0, 0.0, 0.0, 1.0), Flagged("stop", "reteach")),
    ((30, 23, 32), (0.0, 1.0, 0.0, 0.0), Flagged("stop", "nearly")),
    ((13, 8, 30), (0.0031, 0.0653, 0.9305, 0.0011), Flagged("leaning_stop", "discuss")),
    ((16, 9, 30), (0.0, 0.0114, 0.9886, 0.0), Flagged("stop", "discuss")),
    ((18, 17, 30), (0.9759, 0.0236, 0.0005, 0.0), Flagged("leaning_move_on")),
    ((28, 24, 30), (1.0, 0.0, 0.0, 0.0), Flagged("move_on")),
    ((6, 6, 8), (0.9465, 0.0535, 0.0, 0.0), None),
]
"""(n, k, N) → probabilities of move on, nearly, discuss, reteach; and the flag once it has held."""

counts = st.integers(1, 60).flatmap(
    lambda N: st.integers(0, N).flatmap(
        lambda n: st.integers(0, n).flatmap(lambda k: st.sampled_from([0, 2, 4]).map(lambda m: Count(N, n, k, m)))
    )
)


@pytest.mark.parametrize(("count", "expected", "flag"), VECTORS)
def test_vectors(
    count: tuple[int, int, int], expected: tuple[float, float, float, float], flag: Flagged | None
) -> None:
    n, k, N = count
    at = Count(N, n, k)
    found = odds(at)

    assert (found.move_on, found.nearly, found.discuss, found.reteach) == pytest.approx(expected, abs=5.1e-5)
    assert live([at, at]) == flag


@pytest.mark.parametrize(("n", "k"), [(20, 19), (24, 22), (28, 25)])
def test_the_fewest_right_that_lean_towards_move_on(n: int, k: int) -> None:
    assert leans(Count(32, n, k)) == "leaning_move_on"
    assert leans(Count(32, n, k - 1)) is None


@pytest.mark.parametrize(("n", "k"), [(13, 9), (16, 12), (20, 15), (24, 18), (28, 21)])
def test_the_most_right_that_are_a_stop(n: int, k: int) -> None:
    at, above = Count(32, n, k), Count(32, n, k + 1)

    assert leans(at) == "leaning_stop" or certain(at, DEFAULTS) == Flagged("stop")
    assert live([above, above]) is None


def test_a_leaning_flag_has_to_hold_for_two_arrivals() -> None:
    before, now = Count(32, 19, 18), Count(32, 20, 19)

    assert leans(before) is None
    assert live([before, now]) is None
    assert live([now]) is None
    assert live([now, Count(32, 21, 20)]) == Flagged("leaning_move_on")


def test_a_change_of_side_starts_again() -> None:
    assert live([Count(32, 20, 19), Count(32, 20, 12)], Settings(high=60)) is None


def test_a_certain_flag_need_not_hold() -> None:
    assert live([Count(30, 28, 24)]) == Flagged("move_on")
    assert live([Count(30, 16, 9)]) == Flagged("stop", "discuss")


@pytest.mark.parametrize("N", [5, 8, 9, 61, 200])
def test_small_and_very_large_classes_have_certain_flags_alone(N: int) -> None:
    for n in range(N + 1):
        for k in range(n + 1):
            count = Count(N, n, k)
            assert live([count, count]) == certain(count, DEFAULTS)
            assert leans(count) is None


def test_six_answers_are_needed_in_the_smallest_class() -> None:
    none_right = Settings(sure_stop=80, stop_after=20)

    assert leans(Count(10, 5, 3), none_right) is None
    assert leans(Count(10, 6, 4), none_right) == "leaning_stop"


def test_a_go_needs_more_answers_than_a_stop() -> None:
    assert leans(Count(32, 19, 19)) is None
    assert odds(Count(32, 19, 19)).move_on >= 0.95
    assert leans(Count(32, 12, 8)) is None
    assert leans(Count(32, 13, 8)) == "leaning_stop"


def test_four_choices_raise_the_bar() -> None:
    assert thresholds(32, DEFAULTS, options=4).T == 28
    assert odds(Count(32, 20, 19, options=4)).move_on < odds(Count(32, 20, 19)).move_on


@given(counts)
def test_the_probabilities_are_those_of_a_plain_sum(count: Count) -> None:
    """Seen to fail with the factor `(u - j + 1)` written as `(u - j)`."""
    found = odds(count)
    of = thresholds(count.N, DEFAULTS, options=count.options)
    T, M, R = (_at_least(count, threshold) for threshold in (of.T, of.M, of.R))

    expected = (T, M - T, R - M, 1 - R)
    assert (found.move_on, found.nearly, found.discuss, found.reteach) == pytest.approx(expected, abs=1e-9)


@given(counts)
def test_another_right_answer_never_makes_a_go_less_likely(count: Count) -> None:
    """Seen to fail with the discount's sign turned and the rate of the wrong answers."""
    if count.n == count.N:
        return
    right, wrong = (Count(count.N, count.n + 1, count.k + more, count.options) for more in (1, 0))

    assert odds(right).move_on >= odds(wrong).move_on - 1e-12


@given(counts)
def test_a_stop_that_is_certain_carries_its_certain_kind(count: Count) -> None:
    """Seen to fail with the kind of the count before in place of this one's."""
    sure = certain(count, DEFAULTS)
    if sure is not None and sure.kind is not None:
        assert live([Count(count.N, 0, 0), count]) == sure


def test_the_most_probable_kind_is_shown() -> None:
    assert Odds(0.0, 0.2, 0.3, 0.5).kind == "reteach"
    assert Odds(0.0, 0.2, 0.5, 0.3).kind == "discuss"
    assert Odds(0.0, 0.5, 0.2, 0.3).kind == "nearly"


@pytest.mark.parametrize(
    ("count", "state", "sentence"),
    [
        (Count(32, 20, 19), "leaning_move_on", "19 of the first 20 right. 26 of 32 is very likely."),
        (
            Count(30, 13, 8),
            "leaning_stop",
            "8 of the first 13 right. 24 of 30 is unlikely. Most likely: enough to talk it over.",
        ),
        (
            Count(30, 16, 9),
            "stop",
            "7 not yet, so at most 23 of 30 can be right. 24 are needed to move on. "
            "Most likely: enough to talk it over.",
        ),
        (
            Count(32, 30, 23),
            "stop",
            "7 not yet, so at most 25 of 32 can be right. 26 are needed to move on. 23 have it: nearly there.",
        ),
        (
            Count(30, 30, 15),
            "stop",
            "15 not yet, so at most 15 of 30 can be right. 24 are needed to move on. "
            "15 have it: enough to talk it over.",
        ),
        (
            Count(30, 28, 3),
            "stop",
            "25 not yet, so at most 5 of 30 can be right. 24 are needed to move on. "
            "Fewer than 9 can have it: time to reteach.",
        ),
        (Count(30, 28, 24), "move_on", "24 of 30 right. 24 are enough to move on."),
    ],
)
def test_the_sentence_says_what_is_sure_and_what_is_likely(count: Count, state: State, sentence: str) -> None:
    flagged = live([count, count])

    assert flagged is not None
    assert flagged.state == state
    assert reason(count, flagged, DEFAULTS) == sentence


def test_a_certain_flag_that_goes_says_why() -> None:
    assert withdrawn(Flagged("stop"), None) == "An answer was changed, so this is open again."
    assert withdrawn(Flagged("move_on"), Flagged("leaning_move_on")) != ""
    assert withdrawn(Flagged("stop"), Flagged("stop", "discuss")) == ""
    assert withdrawn(Flagged("leaning_stop", "nearly"), None) == ""
    assert withdrawn(None, None) == ""


def test_the_flag_after_one_answer_costs_less_than_a_tenth_of_a_millisecond() -> None:
    recent = [Count(60, 39, 34), Count(60, 40, 35)]

    best = min(timeit.repeat(lambda: live(recent), timer=process_time, number=100, repeat=20)) / 100

    assert best < 1e-4


def _at_least(count: Count, threshold: int) -> float:
    """The formula of the rules, term by term in log-gamma."""
    n, k, u = count.n, count.k, count.u
    if k >= threshold:
        return 1.0
    if k + u < threshold:
        return 0.0
    s = 2 + n
    m = (1 + k) / s
    m = 1 / (1 + math.exp(-(math.log(m / (1 - m)) - 0.5)))
    a, b = s * m, s * (1 - m)
    return sum(
        math.exp(
            math.lgamma(u + 1) - math.lgamma(j + 1) - math.lgamma(u - j + 1)
            + math.lgamma(j + a) + math.lgamma(u - j + b) - math.lgamma(u + a + b)
            - math.lgamma(a) - math.lgamma(b) + math.lgamma(a + b)
        )
        for j in range(threshold - k, u + 1)
    )  # fmt: skip
