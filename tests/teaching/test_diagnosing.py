"""Knowledge states: the eight patterns of a chain, other graphs, the confirm mark, mastery and the step-back point."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.teaching.diagnose import Check, CheckItem, Mark, Placement, chain, check, place, states, step_back_point
from boardsup.teaching.mastery import Asked, masteries, shares

MONDAY = chain([CheckItem("eq-1add"), CheckItem("eq-2step"), CheckItem("eq-dist")])

PATTERNS = {
    "000": (0, 0.895, ""),
    "001": (0, 0.760, "confirm"),
    "010": (2, 0.592, "confirm"),
    "011": (3, 0.919, ""),
    "100": (1, 0.853, ""),
    "101": (3, 0.620, "confirm"),
    "110": (2, 0.859, ""),
    "111": (3, 0.944, ""),
}
"""Right (1) or not yet (0) on each item → level, probability, confirm?"""


def marks(pattern: str) -> list[Mark]:
    words: dict[str, Mark] = {"1": "right", "0": "not_yet", "-": "skipped"}
    return [words[sign] for sign in pattern]


def placed(of: Check, pattern: str) -> Placement:
    found = place(of, marks(pattern))
    assert found is not None
    return found


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_eight_patterns_of_a_chain(pattern: str) -> None:
    level, probability, confirm = PATTERNS[pattern]
    found = placed(MONDAY, pattern)

    assert found.level == len(found.has) == level
    assert found.probability == pytest.approx(probability, abs=5.1e-4)
    assert found.confirm == bool(confirm)


def test_the_states_of_a_chain_are_its_beginnings() -> None:
    assert states(MONDAY) == (frozenset(), frozenset({0}), frozenset({0, 1}), frozenset({0, 1, 2}))


def test_right_placement_under_these_error_rates() -> None:
    """Every state as likely as the others: how often the rule, and how often "the first item missed", finds it."""
    rule = first = sure = sure_right = 0.0
    for level, pattern in product(range(4), PATTERNS):
        chance = 0.25
        for i, sign in enumerate(pattern):
            right = 0.9 if i < level else 0.05
            chance *= right if sign == "1" else 1 - right
        found = placed(MONDAY, pattern)
        rule += chance * (found.level == level)
        first += chance * ((pattern + "0").index("0") == level)
        sure += chance * (not found.confirm)
        sure_right += chance * (not found.confirm and found.level == level)

    assert (rule, first) == (pytest.approx(0.865, abs=5e-4), pytest.approx(0.826, abs=5e-4))
    assert sure == pytest.approx(0.92, abs=5e-3)
    assert sure_right / sure == pytest.approx(0.886, abs=2e-3)


def test_a_skipped_answer_says_nothing() -> None:
    assert placed(MONDAY, "1--").level == 1
    assert placed(MONDAY, "11-").level == 2
    assert placed(MONDAY, "--1").level == 3
    assert place(MONDAY, marks("---")) is None


def test_a_tie_goes_to_the_smaller_state_and_is_confirmed() -> None:
    found = placed(MONDAY, "-00")

    assert found.level == 0
    assert found.confirm


def test_a_choice_is_easier_to_guess() -> None:
    typed, choice = (placed(chain([CheckItem("a", options=m)]), "1") for m in (0, 4))

    assert typed.probability == pytest.approx(0.9 / 0.95)
    assert choice.probability == pytest.approx(0.9 / 1.15)
    assert choice.confirm


def test_last_week_tips_the_scale() -> None:
    has_all = frozenset({0, 1, 2})

    assert placed(MONDAY, "010").level == 2
    found = place(MONDAY, marks("010"), {has_all: 25})
    assert found is not None
    assert found.level == 3


def test_two_roots_under_one_skill() -> None:
    rests_on = {("a", "c"), ("b", "c")}
    of = check([CheckItem(s) for s in "abc"], lambda one, other: (one, other) in rests_on)

    assert len(states(of)) == 5
    assert placed(of, "010").has == frozenset({1})
    assert placed(of, "010").level == 0
    assert placed(of, "100").level == 1
    assert placed(of, "111").level == 3


def test_five_items_without_prerequisites_have_32_states() -> None:
    of = check([CheckItem(s) for s in "abcde"], lambda one, other: False)

    assert len(states(of)) == 32
    assert placed(of, "10110").has == frozenset({0, 2, 3})


graphs = st.integers(1, 5).flatmap(
    lambda m: st.sets(st.tuples(st.integers(0, m - 1), st.integers(0, m - 1)).filter(lambda e: e[0] < e[1])).map(
        lambda edges: Check(tuple(CheckItem(str(i)) for i in range(m)), frozenset(edges))
    )
)


@given(graphs, st.data())
def test_a_state_holds_the_prerequisites_of_its_members(of: Check, data: st.DataObject) -> None:
    """Seen to fail with every set taken for a state."""
    pattern: list[Mark] = data.draw(
        st.lists(st.sampled_from(["right", "not_yet"]), min_size=len(of.items), max_size=len(of.items))
    )
    found = place(of, pattern)

    assert found is not None
    assert frozenset(range(len(of.items))) in states(of)
    assert all(i in found.has for i, j in of.before if j in found.has)
    assert 0 < found.probability <= 1


@given(graphs)
def test_who_has_a_state_and_never_slips_is_found_in_it(of: Check) -> None:
    """Seen to fail with the chances of those who know it and those who do not exchanged."""
    for has in states(of):
        found = place(of, ["right" if i in has else "not_yet" for i in range(len(of.items))])
        assert found is not None
        assert found.has == has


@pytest.mark.parametrize(
    ("levels", "point"),
    [
        ([3] * 21 + [0] * 9, None),
        ([3] * 20 + [2] * 10, 3),
        ([3] * 20 + [1] * 5 + [0] * 5, 2),
        ([0] * 10 + [3] * 20, 1),
        ([], None),
    ],
)
def test_the_step_back_point_is_the_first_item_that_too_few_have_reached(levels: list[int], point: int | None) -> None:
    assert step_back_point(levels, 3) == point


def test_mastery_is_that_of_the_newest_question_that_most_answered() -> None:
    asked = [
        Asked("eq-2step", day=10, N=20, n=20, k=4),
        Asked("eq-2step", day=12, N=20, n=18, k=18),
        Asked("eq-2step", day=13, N=20, n=11, k=0),
        Asked("eq-dist", day=13, N=20, n=12, k=9, options=4),
        Asked("dist", day=1, N=20, n=20, k=20),
        Asked("like-terms", day=22, N=0, n=0, k=0),
    ]
    found = masteries(asked, today=22, checked={})

    assert found == {"eq-2step": Fraction(1), "eq-dist": Fraction(4, 13), "dist": Fraction(1)}
    assert "dist" not in masteries(asked, today=23, checked={})


def test_todays_check_says_more_than_an_older_question() -> None:
    placements = [placed(MONDAY, pattern) for pattern in ("111", "110", "100", "000")]
    today = shares(MONDAY, placements)

    assert today == {"eq-1add": Fraction(3, 4), "eq-2step": Fraction(1, 2), "eq-dist": Fraction(1, 4)}
    assert masteries([Asked("eq-dist", 5, 20, 20, 20)], 6, today)["eq-dist"] == Fraction(1, 4)
    assert shares(MONDAY, []) == {}
