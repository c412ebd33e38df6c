"""A predicted answer may be another type of thing than was asked for; it is named all the same."""

from __future__ import annotations

import pytest

from boardsup.maths.mark import mark, pose


@pytest.mark.parametrize(
    ("kind", "answer", "predicted"),
    [("inequality", "x < 4", "x = 4"), ("slope_intercept", "y = 2x + 3", "2x + 3"), ("point", "(2, 3)", "5")],
)
def test_an_answer_of_another_type_names_its_misconception(kind: str, answer: str, predicted: str):
    key = pose(kind, answer).with_predictions({predicted: ("some.thing",)})
    found = mark(key, predicted)
    assert (found.outcome, found.misconceptions) == ("incorrect", ("some.thing",))


def test_another_answer_of_that_type_names_none():
    key = pose("inequality", "x < 4").with_predictions({"x = 4": ("ineq.as_equation",)})
    assert mark(key, "x = 5").misconceptions == ()
