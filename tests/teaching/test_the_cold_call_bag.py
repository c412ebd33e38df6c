"""The cold-call bag against the vectors of the decision rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.teaching.pick import (
    EMPTY_BAG,
    Bag,
    Draw,
    Settings,
    chance,
    draw,
    drawn,
    finished,
    given_back,
    key,
    may_pass,
    new_day,
    passed_on,
    skipped,
)

SEED = "alg1-p3"
SIX = tuple(f"s{i:02d}" for i in range(1, 7))
NO_CALL_BACKS = Settings(call_back_percent=0)


def call(
    bag: Bag, present: tuple[str, ...], roster: tuple[str, ...], settings: Settings = NO_CALL_BACKS
) -> tuple[Bag, Draw]:
    found = draw(bag, SEED, present, settings)
    assert found is not None
    return finished(drawn(bag, found, roster)), found


def calls(
    count: int, present: tuple[str, ...], roster: tuple[str, ...], bag: Bag = EMPTY_BAG
) -> tuple[Bag, list[Draw]]:
    found: list[Draw] = []
    for _ in range(count):
        bag, one = call(bag, present, roster)
        found.append(one)
    return bag, found


def test_chances_are_those_of_the_rules() -> None:
    assert chance(SEED, "call", "1", "s01") == pytest.approx(0.7124221919352243, abs=1e-15)
    assert chance("d1", "pair", "s09", "s01") == pytest.approx(0.337853200211149, abs=1e-15)


ROUNDS = {
    "1": "s06 .001546, s01 .339085, s02 .836873, s04 1.354650, s03 1.699931, s05 2.182888",
    "2": "s02 .276445, s06 .536673, s05 .830550, s03 1.163062, s01 1.226438, s04 1.984476",
}


@pytest.mark.parametrize("round", ROUNDS)
def test_keys_and_orders_are_those_of_the_rules(round: str) -> None:
    expected = [(s, float(k)) for s, k in (entry.split() for entry in ROUNDS[round].split(", "))]

    keys = sorted((key(SEED, round, s), s) for s in SIX)

    assert [s for _, s in keys] == [s for s, _ in expected]
    assert [k for k, _ in keys] == pytest.approx([k for _, k in expected], abs=1e-6)


def test_a_weight_of_two_moves_a_student_forward() -> None:
    keys = sorted((key(SEED, "1", s, weight=2.0 if s == "s04" else 1.0), s) for s in SIX)

    assert [s for _, s in keys] == ["s06", "s01", "s04", "s02", "s03", "s05"]
    assert keys[2][0] == pytest.approx(0.677325, abs=1e-6)


def test_the_first_round_goes_in_the_order_of_its_keys() -> None:
    _, found = calls(6, SIX, SIX)

    assert [c.student for c in found] == ["s06", "s01", "s02", "s04", "s03", "s05"]
    assert {c.round for c in found} == {1}


def test_thirty_present_of_thirty_two_are_all_called_before_anybody_twice() -> None:
    roster = tuple(f"s{i:02d}" for i in range(1, 33))
    present = roster[2:]

    _, found = calls(60, present, roster)

    students = [c.student for c in found]
    assert sorted(students[:30]) == sorted(present)
    for i, student in enumerate(students):
        assert student not in students[max(0, i - 8) : i]


def test_two_who_come_late_are_called_in_the_same_round_as_the_others() -> None:
    roster = tuple(f"s{i:02d}" for i in range(1, 33))

    bag, early = calls(9, roster[:28], roster)
    _, later = calls(21, roster[:30], roster, bag)

    students = [c.student for c in (*early, *later)]
    assert sorted(students) == sorted(roster[:30])


def test_an_absent_student_keeps_one_turn() -> None:
    bag, _ = calls(5, SIX[1:], SIX)  # s01 is away for the whole of round 1 …
    bag, _ = calls(6, SIX[1:], SIX, bag)  # … and of round 2: still one turn is owed

    bag, found = calls(6, SIX, SIX, bag)

    round_3 = [c for c in found if c.round == 3]
    assert [c.kind for c in round_3 if c.student == "s01"].count("owed") == 1
    assert sum(c.student == "s01" for c in round_3) == 2


def test_the_bag_goes_on_the_next_day() -> None:
    bag, first = calls(4, SIX, SIX)

    _, rest = calls(2, SIX, SIX, new_day(bag))

    assert sorted(c.student for c in (*first, *rest)) == sorted(SIX)


def test_a_skipped_student_is_back_in_the_bag_and_not_drawn_at_once() -> None:
    first = draw(EMPTY_BAG, SEED, SIX, NO_CALL_BACKS)
    assert first is not None
    bag = skipped(drawn(EMPTY_BAG, first, SIX), first)

    bag, second = call(bag, SIX, SIX)
    bag, third = call(bag, SIX, SIX)

    assert bag.calls == 2
    assert second.student != first.student
    assert third.student == first.student


def test_a_pass_is_followed_by_a_return_after_one_to_three_other_calls() -> None:
    first = draw(EMPTY_BAG, SEED, SIX, NO_CALL_BACKS)
    assert first is not None
    bag = passed_on(drawn(EMPTY_BAG, first, SIX), SEED, first.student)

    _, found = calls(5, SIX, SIX, bag)

    back = next(i for i, c in enumerate(found) if c.kind == "return")
    assert found[back].student == first.student
    assert 1 <= back <= 3
    assert [c.student for c in found].count(first.student) == 1


def test_two_passes_a_day() -> None:
    bag = Bag(passed=("s01",))

    assert may_pass(bag, "s01")
    assert not may_pass(passed_on(bag, SEED, "s01"), "s01")
    assert may_pass(new_day(passed_on(bag, SEED, "s01")), "s01")


def test_about_one_call_in_ten_goes_back_to_somebody_called_today() -> None:
    roster = tuple(f"s{i:03d}" for i in range(400))
    bag, kinds = EMPTY_BAG, []
    for _ in range(400):
        bag, found = call(bag, roster, roster, Settings())
        kinds.append((found.kind, found.student))

    again = [student for kind, student in kinds if kind == "call_back"]
    assert 20 <= len(again) <= 60
    assert len(set(again)) == len(again)


@given(st.lists(st.sets(st.integers(1, 12), min_size=1, max_size=12), min_size=1, max_size=40))
def test_nobody_gets_a_third_turn_before_everybody_present_throughout_had_one(presence: list[set[int]]) -> None:
    """Whoever comes and goes: in one round a student has at most two turns, and at most one of them was owed.

    Seen to fail without `called` in `drawn`.
    """
    roster = tuple(f"s{i:02d}" for i in range(1, 13))
    bag, found = EMPTY_BAG, []
    for present in presence:
        bag, one = call(bag, tuple(f"s{i:02d}" for i in present), roster)
        found.append(one)

    for round in {c.round for c in found}:
        for student in roster:
            kinds = [c.kind for c in found if c.round == round and c.student == student]
            assert kinds.count("turn") <= 1
            assert kinds.count("owed") <= 1


def test_nobody_present_is_no_call() -> None:
    assert draw(EMPTY_BAG, SEED, ()) is None


def test_with_two_absent_and_two_late_the_first_thirty_calls_are_thirty_students_and_no_repeat_is_close() -> None:
    roster = tuple(f"s{i:02d}" for i in range(1, 33))

    bag, early = calls(9, roster[:28], roster)
    _, later = calls(51, roster[:30], roster, bag)

    students = [c.student for c in (*early, *later)]
    assert len(set(students[:30])) == 30
    assert all(student not in students[max(0, i - 8) : i] for i, student in enumerate(students))


@pytest.mark.parametrize("number", range(1, 40))
def test_a_return_is_due_after_as_many_other_calls_as_its_number_says(number: int) -> None:
    bag = Bag(calls=number, history=("s01",), today=("s01",))

    passed = passed_on(bag, SEED, "s01")

    others = 1 + int(3 * chance(SEED, "ret", str(number)))
    assert [r.due for r in passed.returns] == [number + others + 1]


def test_a_call_back_comes_exactly_where_its_chance_says_so() -> None:
    bag = EMPTY_BAG
    for number in range(1, 200):
        before = bag
        bag, found = call(bag, SIX, SIX, Settings())
        free = set(before.today[:-1]) - set(before.called_back) - set(before.today[-1:])
        is_due = chance(SEED, "cb", str(number)) < 0.10 and bool(free)
        assert (found.kind == "call_back") == is_due


def test_a_turn_that_is_owed_has_a_key_of_its_own() -> None:
    bag, _ = calls(6, SIX[1:], SIX)  # the sixth call begins round 2 without s01
    bag, found = calls(7, SIX, SIX, bag)

    owed = next(c for c in found if c.kind == "owed")
    assert (owed.student, owed.round) == ("s01", 2)
    assert owed.key == key(SEED, "2+", "s01")


def test_a_return_that_was_given_another_way_is_owed_no_longer() -> None:
    bag = passed_on(Bag(calls=1), SEED, "s01")

    assert given_back(bag, "s02") == bag
    assert given_back(bag, "s01").returns == ()


def test_who_cannot_be_called_is_in_no_round() -> None:
    _, found = calls(40, SIX[1:], SIX)

    assert "s01" not in {c.student for c in found}


def test_the_same_seed_and_the_same_calls_give_the_same_names() -> None:
    roster = tuple(f"s{i:02d}" for i in range(1, 31))
    first, again = EMPTY_BAG, EMPTY_BAG
    for _ in range(60):
        first, one = call(first, roster, roster, Settings())
        again, other = call(again, roster, roster, Settings())
        assert one == other
    assert draw(EMPTY_BAG, "another seed", roster) != draw(EMPTY_BAG, SEED, roster)
