"""Misconceptions over time: counts of those that could show, and a change only where it is sure."""

from __future__ import annotations

import pytest

from boardsup.teaching.fading import Change, Course, Point, Seen, change, courses


@pytest.mark.parametrize(
    ("points", "says"),
    [
        ([(20, 24), (1, 24)], "fewer"),
        ([(1, 24), (20, 24)], "more"),
        ([(5, 24), (4, 24)], "no_change"),
        ([(5, 5), (0, 24)], "too_few"),
        ([(20, 24), (0, 5), (1, 24), (0, 3)], "fewer"),
        ([], "too_few"),
    ],
)
def test_a_change_is_named_only_where_the_intervals_lie_apart(points: list[tuple[int, int]], says: Change):
    assert change([Point(i, times, settled) for i, (times, settled) in enumerate(points)]) == says


def test_what_showed_most_lately_comes_first_and_what_never_showed_is_left_out():
    lessons = [
        [Seen("old", 9, 20), Seen("never", 0, 20)],
        [],
        [],
        [Seen("new", 2, 10), Seen("new", 1, 10)],
        [Seen("new", 0, 10), Seen("old", 1, 20)],
    ]
    new, old = courses(lessons)
    assert new == Course("new", (Point(3, 3, 20), Point(4, 0, 10)), "no_change")
    assert (old.misconception, old.times, [point.lesson for point in old.points]) == ("old", 10, [0, 4])
