"""Who may be called, calls for a purpose, friends, weights, and the fairness report."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.teaching.eligible import Marks, friends, may_be_called
from boardsup.teaching.fairness import CallDay, Fairness, Turns, fairness, weights
from boardsup.teaching.group.leading import another_strength
from boardsup.teaching.pick import EMPTY_BAG, Bag, Draw, Kind, Return, Settings, draw, drawn, skipped
from boardsup.teaching.purpose import draw_from

SIX = tuple(f"s{i:02d}" for i in range(1, 7))
MARKS = Marks(never=frozenset({"s01"}), warm_only=frozenset({"s02"}), snoozed=frozenset({"s03"}))


def test_the_never_called_and_those_who_rest_are_not_in_the_draw() -> None:
    assert may_be_called(SIX, MARKS, "warm") == {"s02", "s04", "s05", "s06"}


def test_warm_only_is_out_of_the_draw_where_there_is_no_heads_up() -> None:
    assert may_be_called(SIX, MARKS, "cold") == {"s04", "s05", "s06"}


def test_the_report_leaves_out_the_never_called_and_the_warm_only() -> None:
    assert MARKS.outside_the_report == {"s01", "s02"}


def test_a_friend_is_here_and_willing_and_somebody_else() -> None:
    assert friends("s04", SIX, frozenset({"s01", "s04", "s06", "away"})) == ("s01", "s06")


@pytest.mark.parametrize(
    ("group", "eligible", "found"),
    [
        ({"s01", "s02"}, SIX, set()),
        ({"s01", "s02", "s03"}, SIX, {"s01", "s02", "s03"}),
        ({"s01", "s02", "s03"}, ("s04",), set()),
        ({"s01", "s02", "s03"}, ("s02", "s04"), {"s02"}),
    ],
)
def test_only_groups_of_three_are_called_for_a_purpose(
    group: set[str], eligible: tuple[str, ...], found: set[str]
) -> None:
    calls = [draw_from(Bag(calls=i), "alg1-p3", "right_not_sure", group, eligible) for i in range(40)]

    assert {call.student for call in calls if call} == found


def test_whoever_was_called_last_or_set_aside_rests() -> None:
    bag = Bag(history=("s01",), aside=("s02",))
    call = draw_from(bag, "alg1-p3", "shares_a_mistake", ("s01", "s02", "s03"), SIX)

    assert call is not None
    assert call.student == "s03"
    alone = draw_from(bag, "alg1-p3", "shares_a_mistake", ("s01", "s02", "s07"), SIX)
    assert alone is not None
    assert alone.student == "s01"


def test_a_call_for_a_purpose_uses_up_no_turn() -> None:
    call = draw_from(EMPTY_BAG, "alg1-p3", "right_not_sure", SIX, SIX)
    assert call is not None
    bag = drawn(EMPTY_BAG, call, SIX)

    assert (bag.called, bag.calls, bag.history) == ((), 1, (call.student,))
    assert skipped(bag, call) == Bag(aside=(call.student,))


KINDS: list[tuple[Kind, Bag]] = [
    ("turn", Bag()),
    ("owed", Bag(owed=("s01",))),
    ("call_back", Bag(today=("s01",))),
    ("return", Bag(returns=(Return("s01", 1),))),
    ("purposeful", Bag()),
]


@pytest.mark.parametrize(("kind", "bag"), KINDS)
def test_a_quiet_skip_leaves_the_bag_as_it_was(kind: Kind, bag: Bag) -> None:
    call = Draw("s01", kind, 1, 0.5)

    assert skipped(drawn(bag, call, SIX), call) == Bag(
        owed=bag.owed, today=bag.today, returns=bag.returns, aside=("s01",)
    )


def test_a_return_waits_for_its_student() -> None:
    bag = Bag(returns=(Return("s01", 1),), calls=3)

    found = draw(bag, "alg1-p3", ("s02", "s03"))
    assert found is not None
    assert found.kind == "turn"
    back = draw(bag, "alg1-p3", SIX)
    assert back is not None
    assert (back.student, back.kind) == ("s01", "return")


def test_a_small_class_goes_on_although_everybody_should_rest() -> None:
    found = draw(Bag(called=("s01",), history=("s01",)), "alg1-p3", ("s01",), Settings(call_back_percent=0))

    assert found is not None
    assert (found.student, found.round) == ("s01", 2)


def test_without_a_cool_down_only_the_last_one_rests() -> None:
    none = Settings(call_back_percent=0, cool_percent=0)
    order = []
    bag = EMPTY_BAG
    for _ in range(6):
        found = draw(bag, "alg1-p3", SIX, none)
        assert found is not None
        order.append(found.student)
        bag = drawn(bag, found, SIX)

    assert order == ["s06", "s01", "s02", "s04", "s03", "s05"]


def test_a_weight_brings_a_student_forward_in_the_draw() -> None:
    order = []
    bag = EMPTY_BAG
    for _ in range(6):
        found = draw(bag, "alg1-p3", SIX, Settings(call_back_percent=0), {"s04": 2.0})
        assert found is not None
        order.append(found.student)
        bag = drawn(bag, found, SIX)

    assert order == ["s06", "s01", "s04", "s02", "s03", "s05"]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"a": 3, "b": 3, "c": 3}, {"a": 1.0, "b": 1.0, "c": 1.0}),
        ({"a": 0, "b": 1, "c": 9}, {"a": 0.5, "b": 1.0, "c": 2.0}),
        ({"a": 1, "b": 2}, {"a": 0.8, "b": 1.2}),
        ({}, {}),
    ],
)
def test_who_has_waited_longer_than_the_class_weighs_more(days: dict[str, int], expected: dict[str, float]) -> None:
    assert weights(days) == pytest.approx(expected)


def test_the_report_counts_calls_for_each_day_here() -> None:
    everybody = frozenset("abcn")
    days = [
        CallDay(everybody, ("a", "a", "n")),
        CallDay(everybody - {"b"}, ("c",)),
        CallDay(everybody, ("b",)),
        CallDay(everybody, ()),
    ]

    assert fairness(days, frozenset("n")) == Fairness(
        turns=(Turns("a", Fraction(2, 4), 3), Turns("b", Fraction(1, 3), 1), Turns("c", Fraction(1, 4), 2)),
        longest_wait=3,
        index=Fraction(169, 183),
    )


def test_no_calls_are_fair_and_no_days_are_no_report() -> None:
    assert fairness([CallDay(frozenset("ab"), ())], frozenset()).index == 1
    assert fairness([], frozenset()) == Fairness((), 0, Fraction(1))


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=6), min_size=1, max_size=8))
def test_the_index_lies_between_one_nth_and_one(calls: list[list[str]]) -> None:
    """Seen to fail with the sum in place of the sum of squares."""
    days = [CallDay(frozenset("abcdef"), tuple(called)) for called in calls]
    index = fairness(days, frozenset()).index

    assert Fraction(1, 6) <= index <= 1


def test_one_session_in_four_asks_for_another_strength() -> None:
    assert [bool(another_strength(session)) for session in range(1, 9)] == [False] * 3 + [True] + [False] * 3 + [True]
