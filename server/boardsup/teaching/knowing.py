"""How many know it, which is not how many got it right: some slip, and some guess.

m = (k/N - g) / (1 - s - g), kept within 0 and 1, with a slip s of .10 and a guess g of .05 for typed answers and 1/m
among m choices (usual rates of knowledge tracing; Corbett and Anderson 1995).
Exact fractions, so that a share on a threshold is on it.
"""

from __future__ import annotations

from fractions import Fraction

SLIP = Fraction(1, 10)
"""How often somebody who knows it answers wrong."""

GUESS_TYPED = Fraction(1, 20)
"""How often somebody who does not know it types the right answer."""


def guess(options: int) -> Fraction:
    """How often somebody who does not know it is right all the same: typed (0 options), or one of these choices."""
    return GUESS_TYPED if options == 0 else Fraction(1, options)


def share_knowing(k: int, N: int, *, options: int = 0) -> Fraction:
    """The share of a class that knows it, from k of N right (N at least 1)."""
    g = guess(options)
    scale = 1 - SLIP - g
    if scale <= 0:
        return Fraction(0)
    return max(Fraction(0), min(Fraction(1), (Fraction(k, N) - g) / scale))
