"""When closing is suggested, when a question is asked again, and how many know it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from boardsup.teaching.closing import Pace, ask_again, close_now
from boardsup.teaching.counting import Count
from boardsup.teaching.flag import Flagged
from boardsup.teaching.knowing import share_knowing

STOP = Flagged("stop", "discuss")
LEANING = Flagged("leaning_stop", "discuss")
BUSY = Pace(since_last=3.0, median_gap=2.0)


@pytest.mark.parametrize(
    ("count", "flagged", "pace", "yes"),
    [
        (Count(30, 27, 20), None, BUSY, "yes"),
        (Count(30, 26, 20), None, BUSY, ""),
        (Count(30, 21, 18), None, Pace(15.0), "yes"),
        (Count(30, 21, 18), None, Pace(14.9), ""),
        (Count(30, 20, 18), None, Pace(60.0), ""),
        (Count(30, 21, 18), None, Pace(19.9, median_gap=10.0), ""),
        (Count(30, 21, 18), None, Pace(20.0, median_gap=10.0), "yes"),
        (Count(30, 21, 12), STOP, BUSY, "yes"),
        (Count(30, 20, 12), STOP, BUSY, ""),
        (Count(30, 21, 12), LEANING, BUSY, ""),
        (Count(0, 0, 0), None, Pace(60.0), ""),
    ],
)
def test_closing_is_suggested(count: Count, flagged: Flagged | None, pace: Pace, yes: str) -> None:
    assert bool(close_now(count, flagged, pace)) == bool(yes)


@pytest.mark.parametrize(
    ("count", "flagged", "sentence"),
    [
        (Count(30, 14, 9), None, "Only 14 of 30 answered."),
        (Count(30, 17, 9), LEANING, "Only 17 of 30 answered."),
        (Count(30, 18, 9), None, ""),
        (Count(30, 16, 9), STOP, ""),
    ],
)
def test_a_question_that_few_answered_is_asked_again(count: Count, flagged: Flagged | None, sentence: str) -> None:
    assert ask_again(count, flagged) == sentence


@pytest.mark.parametrize(
    ("k", "N", "options", "share"),
    [
        (30, 30, 0, Fraction(1)),
        (0, 30, 0, Fraction(0)),
        (129, 200, 0, Fraction(7, 10)),
        (20, 30, 4, Fraction(25, 39)),
        (5, 10, 1, Fraction(0)),
    ],
)
def test_some_who_know_it_slip_and_some_who_do_not_guess(k: int, N: int, options: int, share: Fraction) -> None:
    assert share_knowing(k, N, options=options) == share
