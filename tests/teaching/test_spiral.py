"""Spiral review: the intervals of the example, what is due, and the warm-up of three skills."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.items.skills import Skill, SkillMap
from boardsup.teaching.counting import Count
from boardsup.teaching.spiral import LONGEST, SHORTEST, Review, checked, is_candidate_again, overdue, warmup

SKILLS = SkillMap(
    tuple(
        Skill(id, id, "equations", (), prerequisites)
        for id, prerequisites in {"a": (), "b": (), "c": ("a", "b"), "d": ("c",), "e": ()}.items()
    )
)


def test_the_example_of_the_rules() -> None:
    review, intervals = Review("a", 0), []
    for day, k in enumerate((17, 18, 14, 10), 1):
        review = checked(review, Count(20, 20, k), day)
        intervals.append(review.interval)

    assert intervals == pytest.approx([4.4, 9.68, 11.6, 5.8], abs=0.02)
    assert (review.skill, review.seen) == ("a", 4)


@pytest.mark.parametrize(("k", "factor"), [(16, 2.2), (15, 1.2), (12, 1.2), (11, 0.5), (0, 0.5)])
def test_the_factor_follows_the_share_exactly(k: int, factor: float) -> None:
    assert checked(Review("a", 0, 10.0), Count(20, 20, k), 1).interval == pytest.approx(10 * factor)
    assert is_candidate_again(Count(20, 20, k)) == (factor == 0.5)


@given(st.lists(st.integers(0, 20), max_size=30))
def test_an_interval_stays_within_a_day_and_45_days(shares: list[int]) -> None:
    """Seen to fail without `min`."""
    review = Review("a", 0)
    for day, k in enumerate(shares):
        review = checked(review, Count(20, 20, k), day)

    assert SHORTEST <= review.interval <= LONGEST


def test_the_most_overdue_comes_first_and_ties_follow_the_map() -> None:
    reviews = [Review("e", 8), Review("b", 6), Review("a", 6), Review("d", 9), Review("gone", 6)]

    assert overdue(reviews, 10, SKILLS) == ("a", "b", "gone", "e")


@pytest.mark.parametrize(
    ("reviews", "last", "target", "expected"),
    [
        ([], "e", "d", ("e", "c")),
        ([], "", "d", ("c",)),
        ([Review("e", 1), Review("a", 7)], "b", "d", ("b", "e", "c")),
        ([Review("e", 1), Review("a", 7)], "d", "d", ("e", "c")),
        ([Review("d", 1)], "b", "d", ("b", "c")),
        ([Review("e", 1), Review("a", 7), Review("b", 3, 45.0)], "d", "c", ("d", "e", "a")),
        ([Review("a", 9)], "d", "c", ("d", "b")),
        ([Review("c", 9)], "c", "a", ("c",)),
        ([Review("c", 1)], "b", "d", ("b", "c")),
    ],
)
def test_a_warm_up_has_three_different_skills(
    reviews: list[Review], last: str, target: str, expected: tuple[str, ...]
) -> None:
    assert warmup(SKILLS, {r.skill: r for r in reviews}, last, target, today=10) == expected
