"""The certain flags of a question: move on, or stop, said only when no answer still to come could change it.

Integers alone. N students count, n of them are settled, k of those are right; the other u = N - n are open.
Source: the decision rules of the product, sections 3.1 and 3.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["move_on", "stop"]
Kind = Literal["nearly", "discuss", "reteach"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds of a class in percent of N, and the smallest N with a flag."""

    high: int = 80
    middle: int = 70
    low: int = 30
    fewest: int = 6


DEFAULTS = Settings()


@dataclass(frozen=True, slots=True)
class Count:
    """N students count, n answers are settled, k of them are right: 0 <= k <= n <= N.

    `options` is the number of choices of a multiple-choice item, 0 for a typed answer.
    """

    N: int
    n: int
    k: int
    options: int = 0

    @property
    def most(self) -> int:
        """k + u: how many can be right at most, once everybody has answered."""
        return self.k + self.N - self.n


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How many of N must be right: T to move on, M for nearly, R for a discussion; below R the class needs teaching."""

    T: int
    M: int
    R: int


@dataclass(frozen=True, slots=True)
class Flagged:
    """A certain flag; `kind` says how far the class is, when that is certain too."""

    state: State
    kind: Kind | None = None


def ceil_pct(percent: int, N: int) -> int:
    """The least whole number that is at least `percent` per cent of N."""
    return (percent * N + 99) // 100


def thresholds(N: int, settings: Settings, *, options: int = 0) -> Thresholds:
    """T, M and R for N students; each percentage is raised first for guessing among `options` choices."""
    high, middle, low = (_raised(p, options) for p in (settings.high, settings.middle, settings.low))
    return Thresholds(ceil_pct(high, N), ceil_pct(middle, N), ceil_pct(low, N))


def certain(count: Count, settings: Settings) -> Flagged | None:
    """The flag that holds whatever is still to come; None while it is open, or where N is too small for one."""
    if settings.fewest > count.N:
        return None
    of = thresholds(count.N, settings, options=count.options)
    if count.k >= of.T:
        return Flagged("move_on")
    if count.most >= of.T:
        return None
    return Flagged("stop", _kind(count, of))


def reason(count: Count, flagged: Flagged, settings: Settings) -> str:
    """The counts that caused the flag, as one plain sentence for the teacher."""
    of = thresholds(count.N, settings, options=count.options)
    if flagged.state == "move_on":
        return f"{count.k} of {count.N} right. {of.T} are enough to move on."
    not_yet = count.n - count.k
    cannot = f"{not_yet} not yet, so at most {count.most} of {count.N} can be right. {of.T} are needed to move on."
    match flagged.kind:
        case "nearly":
            return f"{cannot} {count.k} have it: nearly there."
        case "discuss":
            return f"{cannot} {count.k} have it: enough to talk it over."
        case "reteach":
            return f"{cannot} Fewer than {of.R} can have it: time to reteach."
        case _:
            return cannot


def _kind(count: Count, of: Thresholds) -> Kind | None:
    """How far the class is below T, when the open answers cannot change that."""
    if count.most < of.R:
        return "reteach"
    if count.k >= of.R and count.most < of.M:
        return "discuss"
    if count.k >= of.M:
        return "nearly"
    return None


def _raised(percent: int, options: int) -> int:
    """The threshold with guessing taken into account: p + (100 - p) / m, rounded up."""
    return percent if options == 0 else percent + -(-(100 - percent) // options)
