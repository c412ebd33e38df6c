"""The certain flags of a question: move on, or stop, said only when no answer still to come could change it.

Move on once T students are right; stop once T can no longer be reached. T is 80 % of those who count, about the share
of right responses in effective lessons (Rosenshine 2012); below 70 % and 30 % the class discusses or is taught again
(peer instruction, Mazur). All of it in integers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from boardsup.teaching.counting import Count as Count
from boardsup.teaching.counting import ceil_pct as ceil_pct

State = Literal["move_on", "stop", "leaning_move_on", "leaning_stop"]
"""The first two are certain and shown solid; the other two may still change and are shown as an outline."""

Kind = Literal["nearly", "discuss", "reteach"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds of a class: how many right, in percent of N, and when a flag may be said.

    `sure_go` and `sure_stop` are probabilities in percent, `go_after` and `stop_after` the share of N that must have
    answered, `discount` is taken off the log-odds of those who have not, `hold` is how many arrivals must agree.
    A wrong "move on" leaves students behind for days and a wrong "stop" costs two minutes, so the first needs more.
    """

    high: int = 80
    middle: int = 70
    low: int = 30
    fewest: int = 6
    sure_go: int = 95
    sure_stop: int = 90
    go_after: int = 60
    stop_after: int = 40
    discount: float = 0.5
    hold: int = 2
    leaning_from: int = 10
    leaning_to: int = 60


DEFAULTS = Settings()

FEWEST_ANSWERS = 6
"""Answers without which no leaning flag is said, however small the class."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How many of N must be right: T to move on, M for nearly, R for a discussion; below R the class needs teaching."""

    T: int
    M: int
    R: int


@dataclass(frozen=True, slots=True)
class Flagged:
    """A flag. `kind` says how far the class is below T: for sure (`sure_kind`), or most likely so."""

    state: State
    kind: Kind | None = None


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
    return Flagged("stop", sure_kind(count, of))


def sure_kind(count: Count, of: Thresholds) -> Kind | None:
    """How far the class is below T, when the open answers cannot change that."""
    if count.most < of.R:
        return "reteach"
    if count.k >= of.R and count.most < of.M:
        return "discuss"
    if count.k >= of.M and count.most < of.T:
        return "nearly"
    return None


def reason(count: Count, flagged: Flagged, settings: Settings) -> str:
    """The counts that caused the flag, as plain sentences for the teacher."""
    of = thresholds(count.N, settings, options=count.options)
    if flagged.state == "move_on":
        return f"{count.k} of {count.N} right. {of.T} are enough to move on."
    if flagged.state == "leaning_move_on":
        return f"{count.k} of the first {count.n} right. {of.T} of {count.N} is very likely."
    if flagged.state == "leaning_stop":
        so_far = f"{count.k} of the first {count.n} right. {of.T} of {count.N} is unlikely."
    else:
        not_yet = f"{count.n - count.k} not yet, so at most {count.most} of {count.N} can be right."
        so_far = f"{not_yet} {of.T} are needed to move on."
    return f"{so_far} {_how_far(count, flagged, of)}".rstrip()


def withdrawn(before: Flagged | None, after: Flagged | None) -> str:
    """Why a certain flag is gone, in one sentence: only a changed answer can take it back. Empty when none is gone."""
    if before is None or before.state not in ("move_on", "stop"):
        return ""
    if after is not None and after.state == before.state:
        return ""
    return "An answer was changed, so this is open again."


def _how_far(count: Count, flagged: Flagged, of: Thresholds) -> str:
    if flagged.kind and flagged.kind != sure_kind(count, of):
        return f"Most likely: {_LIKELY[flagged.kind]}."
    match flagged.kind:
        case "nearly":
            return f"{count.k} have it: nearly there."
        case "discuss":
            return f"{count.k} have it: enough to talk it over."
        case "reteach":
            return f"Fewer than {of.R} can have it: time to reteach."
        case _:
            return ""


_LIKELY: dict[Kind, str] = {"nearly": "nearly there", "discuss": "enough to talk it over", "reteach": "time to reteach"}


def _raised(percent: int, options: int) -> int:
    """The threshold with guessing taken into account: p + (100 - p) / m, rounded up."""
    return percent if options == 0 else percent + -(-(100 - percent) // options)
