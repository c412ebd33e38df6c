"""Growth of a class on a skill: every vector of the rules, the labels in their order, the headline in plain words."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.teaching.beta import cdf, quantile
from boardsup.teaching.grow import SAYS, Label, Pairs, grow
from boardsup.teaching.intervals import Interval, jeffreys, wilson

VECTORS: list[tuple[Pairs, float, float, tuple[float, float], Label]] = [
    (Pairs(10, 13, 1, 6), 0.400, 0.375, (0.177, 0.573), "grew"),
    (Pairs(22, 3, 2, 3), 0.033, 0.031, (-0.118, 0.181), "not_clear"),
    (Pairs(4, 10, 0, 14), 0.357, 0.333, (0.152, 0.514), "grew"),
    (Pairs(12, 1, 5, 10), -0.143, -0.133, (-0.299, 0.033), "not_clear"),
    (Pairs(2, 2, 1, 3), 0.125, 0.100, (-0.287, 0.487), "not_clear"),
]
"""Pairs → gain, adjusted gain, its interval, label."""


@pytest.mark.parametrize(("pairs", "gain", "change", "interval", "label"), VECTORS)
def test_vectors(pairs: Pairs, gain: float, change: float, interval: tuple[float, float], label: Label) -> None:
    found = grow(pairs)

    assert found.gain == pytest.approx(gain, abs=5.1e-4)
    assert found.change == pytest.approx(change, abs=5.1e-4)
    assert (found.interval.low, found.interval.high) == pytest.approx(interval, abs=5.1e-4)
    assert found.label == label


def test_the_evidence_that_more_gained_it_than_lost_it() -> None:
    for pairs, evidence in ((Pairs(10, 13, 1, 6), 0.9997), (Pairs(22, 3, 2, 3), 0.670), (Pairs(12, 1, 5, 10), 0.047)):
        assert grow(pairs).evidence == pytest.approx(evidence, abs=5.1e-4)


def test_the_first_vector_in_full() -> None:
    found = grow(Pairs(10, 13, 1, 6))

    assert found.headline == "Of 19 who did not have it, 13 now do. Of 11 who had it, 10 still do."
    assert found.hake == pytest.approx(0.632, abs=5.1e-4)
    assert found.conversion is not None
    assert (found.conversion.low, found.conversion.high) == pytest.approx((0.46, 0.86), abs=5.1e-3)
    assert found.kept == jeffreys(10, 11)
    assert SAYS[found.label] == "Grew"


@pytest.mark.parametrize(
    ("pairs", "label"),
    [
        (Pairs(3, 3, 0, 1), "too_few"),
        (Pairs(0, 7, 0, 0), "too_few"),
        (Pairs(0, 8, 0, 0), "grew"),
        (Pairs(17, 0, 0, 3), "already_there"),
        (Pairs(16, 0, 1, 3), "already_there"),
        (Pairs(15, 0, 2, 3), "not_clear"),
        (Pairs(16, 4, 0, 0), "not_clear"),
        (Pairs(0, 0, 9, 1), "slipped"),
    ],
)
def test_the_label_is_the_first_that_fits(pairs: Pairs, label: Label) -> None:
    assert grow(pairs).label == label


@pytest.mark.parametrize(
    ("pairs", "headline"),
    [
        (Pairs(0, 1, 0, 3), "Of 4 who did not have it, 1 now does."),
        (Pairs(5, 0, 1, 0), "Of 6 who had it, 5 still do."),
        (Pairs(0, 0, 0, 0), "Nobody has answered both."),
    ],
)
def test_the_headline_leaves_out_what_is_nobody(pairs: Pairs, headline: str) -> None:
    found = grow(pairs)

    assert found.headline == headline
    assert (found.conversion is None) == (pairs.gained + pairs.still_not == 0)
    assert (found.kept is None) == (pairs.before == 0)


def test_the_normalised_gain_is_left_out_where_it_breaks() -> None:
    assert grow(Pairs(3, 3, 0, 1)).hake is None
    assert grow(Pairs(18, 1, 0, 1)).hake is None
    assert grow(Pairs(17, 2, 0, 1)).hake == pytest.approx(2 / 3)
    assert grow(Pairs(0, 0, 0, 0)).gain == 0.0


@pytest.mark.parametrize(
    ("k", "n", "limits"),
    [
        (15, 21, (0.503, 0.871)),
        (24, 30, (0.633, 0.912)),
        (0, 10, (0.0, 0.217)),
        (5, 5, (0.621, 1.0)),
        (10, 11, (0.647, 0.990)),
    ],
)
def test_jeffreys_intervals(k: int, n: int, limits: tuple[float, float]) -> None:
    found = jeffreys(k, n)

    assert (found.low, found.high) == pytest.approx(limits, abs=5.1e-4)


@pytest.mark.parametrize(("k", "n", "limits"), [(15, 21, (0.500, 0.862)), (24, 30, (0.627, 0.905))])
def test_wilson_intervals(k: int, n: int, limits: tuple[float, float]) -> None:
    found = wilson(k, n)

    assert (found.low, found.high) == pytest.approx(limits, abs=5.1e-4)


shapes = st.integers(1, 120).map(lambda i: i / 2)


@given(st.floats(0, 1), st.integers(1, 40), st.integers(1, 40))
def test_the_cumulative_probability_is_that_of_the_binomial(x: float, a: int, b: int) -> None:
    """P(Beta(a, b) <= x) is P(at least a of a + b - 1). Seen to fail with `+` in place of `-` in front of `(a + m)`."""
    n = a + b - 1
    expected = math.fsum(math.comb(n, j) * x**j * (1 - x) ** (n - j) for j in range(a, n + 1))

    assert cdf(x, a, b) == pytest.approx(expected, abs=1e-12)


@given(st.floats(0.001, 0.999), shapes, shapes)
def test_a_quantile_is_where_the_probability_is_reached(p: float, a: float, b: float) -> None:
    """Seen to fail with twenty halvings."""
    x = quantile(p, a, b)

    assert cdf(x, a, b) == pytest.approx(p, abs=1e-9)


def test_outside_of_zero_and_one_there_is_nothing() -> None:
    assert cdf(-0.1, 2, 3) == cdf(0, 2, 3) == 0
    assert cdf(1.1, 2, 3) == cdf(1, 2, 3) == 1


cells = st.integers(0, 20)


@given(st.builds(Pairs, cells, cells, cells, cells))
def test_more_gained_than_lost_is_never_called_slipped(pairs: Pairs) -> None:
    """Seen to fail with gained and lost exchanged in `paired_change`."""
    found = grow(pairs)

    assert found.label != ("slipped" if pairs.gained >= pairs.lost else "grew")
    assert (found.evidence >= 0.5 - 1e-9) == (pairs.gained >= pairs.lost)
    assert found.interval.low <= found.change <= found.interval.high


def test_an_interval_is_a_value() -> None:
    assert Interval(0.1, 0.9) == Interval(0.1, 0.9)
