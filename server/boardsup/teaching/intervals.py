"""Intervals for shares: Jeffreys for one share, Agresti-Min for the change of a paired one, Wilson to compare with.

All at 95 %. Jeffreys: Beta(k + ½, n - k + ½), its ends set to 0 and 1 at k = 0 and k = n (Brown, Cai and DasGupta
2001). Agresti-Min: Wald's interval after ½ is added to each of the four cells (Agresti and Min 2005).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from boardsup.teaching.beta import quantile

Z = 1.96
"""Standard errors of a 95 % interval, as the rules print it."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`."""

    low: float
    high: float


def jeffreys(k: int, n: int) -> Interval:
    """The share behind k of n."""
    low = 0.0 if k == 0 else quantile(0.025, k + 0.5, n - k + 0.5)
    high = 1.0 if k == n else quantile(0.975, k + 0.5, n - k + 0.5)
    return Interval(low, high)


def wilson(k: int, n: int) -> Interval:
    """The share behind k of n (n at least 1), after Wilson (1927)."""
    centre = (k + Z * Z / 2) / (n + Z * Z)
    half = Z / (n + Z * Z) * sqrt(k * (n - k) / n + Z * Z / 4)
    return Interval(centre - half, centre + half)


def paired_change(gained: int, lost: int, n: int) -> tuple[float, Interval]:
    """The change of a share among n pairs, so many gained and so many lost: its adjusted value and its interval."""
    up, down, total = gained + 0.5, lost + 0.5, n + 2
    change = (up - down) / total
    error = sqrt(up + down - (up - down) ** 2 / total) / total
    return change, Interval(change - Z * error, change + Z * error)
