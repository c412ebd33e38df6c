"""Percentiles, and the table that a person reads."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence


def percentile(values: Sequence[float], percent: float) -> float:
    """The least value that at least `percent` per cent of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(percent / 100 * len(ordered)) - 1)]


def milliseconds(values: Sequence[float]) -> dict[str, float]:
    """p50, p99 and the greatest of some seconds, in ms."""
    found = {"p50": percentile(values, 50), "p99": percentile(values, 99), "max": max(values)}
    return {name: round(1_000 * seconds, 2) for name, seconds in found.items()}


def table(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """The rows with their columns in line, the first left, the others right."""
    cells = [tuple(row) for row in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]))]
    for row in cells:
        first = row[0].ljust(widths[0])
        yield "  ".join((first, *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))))
