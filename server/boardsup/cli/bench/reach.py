"""What the server must reach, each line as a figure, its limit, and whether it holds: all out of one run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to reach: at most `limit`."""

    what: str
    figure: float
    limit: float
    unit: str = "×"

    @property
    def is_reached(self) -> bool:
        """Does it hold?"""
        return self.figure <= self.limit

    def row(self) -> tuple[str, ...]:
        """As a row of the table."""
        sign = "pass" if self.is_reached else "SHORT"
        return (self.what, f"{self.figure:g} {self.unit}", f"≤ {self.limit:g} {self.unit}", sign)

    def kept(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self) | {"is_reached": self.is_reached}


def ratio(ours: Sequence[float], floor: Sequence[float]) -> float:
    """The median of ours over the median of the floor's, from repeats that took turns."""
    return round(median(ours) / median(floor), 2)


def noise(values: Sequence[float]) -> float:
    """By how many per cent the repeats of one figure differ from their median, at most."""
    middle = median(values)
    return round(100 * max(abs(value - middle) for value in values) / middle, 1) if middle else 0.0
