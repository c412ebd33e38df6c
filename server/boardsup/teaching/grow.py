"""Did it work? Growth of a class on a skill, from students with an answer before and one after; in counts first.

"Of 19 who did not have it, 13 now do." A label only where the counts can bear it: fewer than 8 are too few; a class
that had it already cannot grow; grown or slipped only when the whole interval says so. Before and after are twins from
the same generator, or one item is simply easier. Intervals: Jeffreys and Agresti-Min; gain: Hake (1998).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from boardsup.teaching.beta import cdf
from boardsup.teaching.intervals import Interval, jeffreys, paired_change

Label = Literal["too_few", "already_there", "grew", "slipped", "not_clear"]

SAYS: dict[Label, str] = {
    "too_few": "Too few to tell",
    "already_there": "Already there",
    "grew": "Grew",
    "slipped": "Slipped",
    "not_clear": "Not clear yet",
}
"""Each label as it is printed."""

FEWEST = 8
"""Students with both answers below whom nothing is said but the counts."""

WAS_THERE, IS_THERE = 85, 80
"""Per cent right before and after from which a class had it already."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Students by their answers before and after: right and right, not yet and right, right and not yet, neither."""

    kept: int
    gained: int
    lost: int
    still_not: int

    @property
    def n(self) -> int:
        """Everybody with both answers."""
        return self.kept + self.gained + self.lost + self.still_not

    @property
    def before(self) -> int:
        """Right before."""
        return self.kept + self.lost

    @property
    def after(self) -> int:
        """Right after."""
        return self.kept + self.gained


@dataclass(frozen=True, slots=True)
class Growth:
    """What the page prints of one skill: headline and label, then the small print.

    `gain` is the change of the share right, `change` the same with half a student added to each cell and its interval;
    `conversion` and `kept` are the shares behind the headline's counts (None where nobody could); `evidence` is the
    probability that more gained it than lost it; `hake` the gain as a part of what was possible (None where the class
    was nearly there, or is too small).
    """

    pairs: Pairs
    headline: str
    label: Label
    gain: float
    change: float
    interval: Interval
    conversion: Interval | None
    kept: Interval | None
    evidence: float
    hake: float | None


def grow(pairs: Pairs) -> Growth:
    """The growth of a class on one skill; with nobody in it, all zeros and "too few"."""
    n, b, c = pairs.n, pairs.gained, pairs.lost
    change, interval = paired_change(b, c, n)
    had_not = n - pairs.before
    can_gain = n >= FEWEST and 100 * pairs.before <= WAS_THERE * n
    return Growth(
        pairs=pairs,
        headline=headline(pairs),
        label=label(pairs, interval),
        gain=(b - c) / n if n else 0.0,
        change=change,
        interval=interval,
        conversion=jeffreys(b, had_not) if had_not else None,
        kept=jeffreys(pairs.kept, pairs.before) if pairs.before else None,
        evidence=1 - cdf(0.5, b + 0.5, c + 0.5),
        hake=(pairs.after - pairs.before) / had_not if can_gain else None,
    )


def headline(pairs: Pairs) -> str:
    """The counts as one or two sentences without a word of statistics."""
    had_not = pairs.gained + pairs.still_not
    parts = []
    if had_not:
        parts.append(f"Of {had_not} who did not have it, {pairs.gained} now {_do(pairs.gained)}.")
    if pairs.before:
        parts.append(f"Of {pairs.before} who had it, {pairs.kept} still {_do(pairs.kept)}.")
    return " ".join(parts) or "Nobody has answered both."


def label(pairs: Pairs, interval: Interval) -> Label:
    """What may be said of these counts, the more careful words first."""
    if pairs.n < FEWEST:
        return "too_few"
    if 100 * pairs.before >= WAS_THERE * pairs.n and 100 * pairs.after >= IS_THERE * pairs.n:
        return "already_there"
    if interval.low > 0:
        return "grew"
    return "slipped" if interval.high < 0 else "not_clear"


def _do(count: int) -> str:
    return "does" if count == 1 else "do"
