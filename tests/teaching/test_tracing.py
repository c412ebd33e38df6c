"""Knowledge tracing against the vectors of the rules; it only sorts a list."""

from __future__ import annotations

import pytest

from boardsup.teaching.tracing import Practised, Standing, observed, practised, standing, traced

RIGHT, NOT_YET = Practised(1, "right"), Practised(1, "not_yet")
CHOSEN = Practised(1, "right", options=4)

VECTORS = [
    ([RIGHT], 0.9231, 0.9346),
    ([NOT_YET], 0.0656, 0.2057),
    ([NOT_YET, RIGHT], 0.8234, 0.8499),
    ([CHOSEN], 0.7059, 0.7500),
    ([CHOSEN, CHOSEN], 0.9153, 0.9280),
]
"""Answers of one day → probability after the last one is seen, and after its practice."""


@pytest.mark.parametrize(("answers", "seen", "after"), VECTORS)
def test_vectors(answers: list[Practised], seen: float, after: float) -> None:
    before = traced(answers[:-1], today=1)

    assert observed(before, answers[-1]) == pytest.approx(seen, abs=5.1e-5)
    assert practised(seen) == pytest.approx(after, abs=1.1e-4)
    assert traced(answers, today=1) == pytest.approx(after, abs=5.1e-5)


def test_without_an_answer_nothing_is_known() -> None:
    assert traced([], today=100) == 0.40
    assert standing([], today=100) == "needs_it"


def test_what_is_not_practised_falls_back() -> None:
    assert traced([RIGHT], today=11) == pytest.approx(0.40 + (0.93462 - 0.40) * 0.97**10, abs=1e-4)
    later = traced([RIGHT, Practised(11, "right")], today=11)
    assert later == pytest.approx(practised(observed(traced([RIGHT], today=11), RIGHT)))


@pytest.mark.parametrize(
    ("answers", "today", "expected"),
    [
        ([Practised(1, "right")], 1, "check"),
        ([Practised(1, "right"), Practised(1, "right")], 1, "check"),
        ([Practised(1, "right"), Practised(2, "right")], 2, "has_it"),
        ([Practised(1, "right"), Practised(2, "right")], 60, "check"),
        ([Practised(1, "not_yet")], 1, "needs_it"),
        ([Practised(1, "right"), Practised(2, "right"), Practised(3, "not_yet")], 3, "check"),
    ],
)
def test_two_right_answers_on_two_days_are_needed(answers: list[Practised], today: int, expected: Standing) -> None:
    assert standing(answers, today) == expected
