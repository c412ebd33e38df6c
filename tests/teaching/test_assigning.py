"""The assignment problem against trying everything, and how fast it is; and the minutes of a round."""

from __future__ import annotations

import timeit
from itertools import permutations
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.teaching.chance import chance
from boardsup.teaching.group import Rotation, rotation
from boardsup.teaching.group.assignment import assign

tables = st.integers(1, 5).flatmap(
    lambda rows: st.integers(1, 5).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(0, 30).map(float) | st.just(1e6), min_size=columns, max_size=columns),
            min_size=rows,
            max_size=rows,
        )
    )
)


@given(tables)
def test_no_other_assignment_is_cheaper(costs: list[list[float]]) -> None:
    """Seen to fail with the potentials of the columns left alone."""
    rows, columns = len(costs), len(costs[0])
    found = assign(costs)

    assert len(found) == len(set(found.values())) == min(rows, columns)
    if rows <= columns:
        best = min(sum(costs[i][p[i]] for i in range(rows)) for p in permutations(range(columns), rows))
    else:
        best = min(sum(costs[p[j]][j] for j in range(columns)) for p in permutations(range(rows), columns))
    assert sum(costs[row][column] for row, column in found.items()) == best


def test_nobody_to_assign() -> None:
    assert assign([]) == {}
    assert assign([[], []]) == {}


def test_forty_students_are_matched_in_less_than_a_tenth_of_a_second() -> None:
    costs = [[chance("d1", "pair", str(i), str(j)) for j in range(20)] for i in range(40)]

    assert min(timeit.repeat(lambda: assign(costs), timer=process_time, number=1, repeat=3)) < 0.1


@pytest.mark.parametrize(
    ("tables", "minutes", "rounds"),
    [
        (2, 14, Rotation(2, 6)),
        (2, 15, Rotation(2, 6)),
        (2, 16, Rotation(2, 7)),
        (2, 13, Rotation(1, 12, dropped=1)),
        (3, 20, Rotation(2, 9, dropped=1)),
        (0, 14, Rotation(1, 13)),
        (1, 7, Rotation(1, 6)),
        (1, 6, None),
    ],
)
def test_a_round_is_never_shorter_than_six_minutes(tables: int, minutes: int, rounds: Rotation | None) -> None:
    assert rotation(tables, minutes) == rounds
