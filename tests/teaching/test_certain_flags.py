"""The certain flags against the vectors and the table of the rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.teaching.flag import DEFAULTS, Count, Flagged, certain, reason, thresholds

TABLE = {
    6: (5, 2, 5, 2), 8: (7, 2, 6, 3), 10: (8, 3, 7, 3), 12: (10, 3, 9, 4), 15: (12, 4, 11, 5), 20: (16, 5, 14, 6),
    24: (20, 5, 17, 8), 25: (20, 6, 18, 8), 28: (23, 6, 20, 9), 29: (24, 6, 21, 9), 30: (24, 7, 21, 9),
    32: (26, 7, 23, 10), 35: (28, 8, 25, 11), 36: (29, 8, 26, 11), 40: (32, 9, 28, 12),
}  # fmt: skip
"""N → T, the not-yet count at which a stop is certain, M, R."""

VECTORS = [
    ((0, 0, 32), None),
    ((13, 11, 32), None),
    ((13, 6, 32), Flagged("stop")),
    ((20, 19, 32), None),
    ((26, 20, 32), None),
    ((24, 2, 32), Flagged("stop")),
    ((30, 23, 32), Flagged("stop", "nearly")),
    ((16, 9, 30), Flagged("stop")),
    ((18, 17, 30), None),
    ((28, 24, 30), Flagged("move_on")),
    ((6, 6, 8), None),
]
"""(n, k, N) → the certain flag, where there is one."""


@pytest.mark.parametrize("N", TABLE)
def test_thresholds_follow_the_table(N: int) -> None:
    T, stop_at, M, R = TABLE[N]

    of = thresholds(N, DEFAULTS)

    assert (of.T, of.M, of.R) == (T, M, R)
    assert certain(Count(N, stop_at, 0), DEFAULTS) is not None
    assert certain(Count(N, stop_at - 1, 0), DEFAULTS) is None


@pytest.mark.parametrize(("count", "flag"), VECTORS)
def test_vectors(count: tuple[int, int, int], flag: Flagged | None) -> None:
    n, k, N = count

    assert certain(Count(N, n, k), DEFAULTS) == flag


@pytest.mark.parametrize(
    ("count", "kind"),
    [(Count(30, 30, 8), "reteach"), (Count(30, 22, 9), "discuss"), (Count(30, 30, 15), "discuss")],
)
def test_a_certain_stop_says_how_far_the_class_is(count: Count, kind: str) -> None:
    certain_stop = certain(count, DEFAULTS)
    expected = kind if count.most < {"reteach": 9, "discuss": 21}[kind] else None

    assert certain_stop is not None
    assert certain_stop.kind == expected


def test_fewer_than_six_students_have_no_flag() -> None:
    assert certain(Count(5, 5, 5), DEFAULTS) is None
    assert certain(Count(5, 5, 0), DEFAULTS) is None


def test_four_choices_raise_the_thresholds_for_guessing() -> None:
    of = thresholds(100, DEFAULTS, options=4)

    assert (of.T, of.M, of.R) == (85, 78, 48)


def test_the_sentence_holds_the_counts_that_caused_the_flag() -> None:
    count = Count(30, 16, 9)
    flagged = certain(count, DEFAULTS)

    assert flagged is not None
    assert reason(count, flagged, DEFAULTS) == (
        "7 not yet, so at most 23 of 30 can be right. 24 are needed to move on."
    )


counts = st.integers(1, 80).flatmap(
    lambda N: st.integers(0, N).flatmap(lambda n: st.integers(0, n).map(lambda k: Count(N, n, k)))
)


@given(counts, st.data())
def test_no_answer_still_to_come_changes_a_certain_flag(count: Count, data: st.DataObject) -> None:
    """Seen to fail with `count.most >= of.T` weakened to `count.most > of.T`."""
    flagged = certain(count, DEFAULTS)
    if flagged is None:
        return
    more = data.draw(st.integers(0, count.N - count.n))
    right = data.draw(st.integers(0, more))

    later = certain(Count(count.N, count.n + more, count.k + right), DEFAULTS)

    assert later is not None
    assert later.state == flagged.state
    assert flagged.kind in (None, later.kind)


@given(counts)
def test_everybody_settled_leaves_no_question_open(count: Count) -> None:
    settled = Count(count.N, count.N, count.k)

    assert (certain(settled, DEFAULTS) is None) == (DEFAULTS.fewest > count.N)
