"""The assignment problem: give every row a column of its own so that the sum of the costs is least.

The Hungarian method with potentials (Kuhn 1955, Munkres 1957): row by row, along the cheapest alternating path, in
about rows² · columns steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

Costs = Sequence[Sequence[float]]


def assign(costs: Costs) -> dict[int, int]:
    """Row → column of the cheapest assignment; with more rows than columns, as many rows as there are columns."""
    if not costs or not costs[0]:
        return {}
    if len(costs) <= len(costs[0]):
        return _assign(costs)
    turned = [list(column) for column in zip(*costs, strict=True)]
    return {row: column for column, row in _assign(turned).items()}


def _assign(costs: Costs) -> dict[int, int]:
    """The same for at most as many rows as columns."""
    columns = len(costs[0])
    of_row, of_column = [0.0] * len(costs), [0.0] * columns
    holder: list[int | None] = [None] * columns
    for row in range(len(costs)):
        end, came_from = _cheapest_path(costs, row, holder, (of_row, of_column))
        column: int | None = end
        while column is not None:
            before = came_from[column]
            holder[column] = row if before is None else holder[before]
            column = before
    return {row: column for column, row in enumerate(holder) if row is not None}


def _cheapest_path(
    costs: Costs, start: int, holder: list[int | None], potentials: tuple[list[float], list[float]]
) -> tuple[int, list[int | None]]:
    """The free column at the end of the cheapest alternating path from a row, and each column's predecessor on it."""
    of_row, of_column = potentials
    slack: list[float] = [inf] * len(of_column)
    came_from: list[int | None] = [None] * len(of_column)
    open_columns = set(range(len(of_column)))
    row = start
    at: int | None = None
    tree = [start]
    reached: list[int] = []
    while True:
        cost, base = costs[row], of_row[row]
        for column in open_columns:
            reduced = cost[column] - base - of_column[column]
            if reduced < slack[column]:
                slack[column], came_from[column] = reduced, at
        nearest = min(open_columns, key=lambda column: (slack[column], column))
        step = slack[nearest]
        for member in tree:
            of_row[member] += step
        for column in reached:
            of_column[column] -= step
        for column in open_columns:
            slack[column] -= step
        open_columns.discard(nearest)
        holds = holder[nearest]
        if holds is None:
            return nearest, came_from
        reached.append(nearest)
        tree.append(holds)
        row, at = holds, nearest
