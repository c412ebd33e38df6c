"""The leaning flags: will at least T of these N students be right once all of them have answered?

The settled answers give a Beta(1, 1) prior its rate; the open students get that rate moved down by δ on the log-odds
scale, because late answers are more often wrong; their number of right answers is then beta-binomial. Leaning towards
"move on" needs 95 % after 60 % of the answers, towards "stop" 90 % after 40 %, each twice running, for 10 to 60
students: thresholds chosen in the simulation that `boardsup simulate` repeats.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, lgamma

from boardsup.teaching.counting import Count, ceil_pct
from boardsup.teaching.flag import (
    DEFAULTS,
    FEWEST_ANSWERS,
    Flagged,
    Kind,
    Settings,
    State,
    certain,
    thresholds,
)


@dataclass(frozen=True, slots=True)
class Odds:
    """How probable each end of the question is; the four add up to 1."""

    move_on: float
    nearly: float
    discuss: float
    reteach: float

    @property
    def kind(self) -> Kind:
        """The most probable end below T."""
        chances: tuple[tuple[float, Kind], ...] = (
            (self.nearly, "nearly"),
            (self.discuss, "discuss"),
            (self.reteach, "reteach"),
        )
        return max(chances, key=lambda of: of[0])[1]


def live(recent: Sequence[Count], settings: Settings = DEFAULTS) -> Flagged | None:
    """The flag of a question while answers stream in: a certain one first, else a leaning one, else None.

    `recent` are the counts after the last `hold` arrivals, newest last, an arrival being whatever changes n or k.
    A stop carries the most probable kind, which is the certain one where there is one.
    """
    now = recent[-1]
    if not settings.leaning_from <= now.N <= settings.leaning_to:
        return certain(now, settings)
    sure = certain(now, settings)
    if sure is not None:
        return sure if sure.state == "move_on" else Flagged("stop", odds(now, settings).kind)
    held = [leans(count, settings) for count in recent[-settings.hold :]]
    if len(held) < settings.hold or len(set(held)) > 1 or held[0] is None:
        return None
    return Flagged(held[0], odds(now, settings).kind if held[0] == "leaning_stop" else None)


def leans(count: Count, settings: Settings = DEFAULTS) -> State | None:
    """Where one count leans, certain flags and the hold aside."""
    if not settings.leaning_from <= count.N <= settings.leaning_to:
        return None
    if count.n < max(FEWEST_ANSWERS, ceil_pct(min(settings.stop_after, settings.go_after), count.N)):
        return None
    of = thresholds(count.N, settings, options=count.options)
    go = 100 * _at_least(count, (of.T,), settings.discount)[0]
    if count.n >= ceil_pct(settings.go_after, count.N) and go >= settings.sure_go:
        return "leaning_move_on"
    if count.n >= ceil_pct(settings.stop_after, count.N) and 100 - go >= settings.sure_stop:
        return "leaning_stop"
    return None


def odds(count: Count, settings: Settings = DEFAULTS) -> Odds:
    """The probability of each end, given the counts so far."""
    of = thresholds(count.N, settings, options=count.options)
    T, M, R = _at_least(count, (of.T, of.M, of.R), settings.discount)
    return Odds(T, M - T, R - M, 1 - R)


def _at_least(count: Count, falling: Sequence[int], discount: float) -> list[float]:
    """P(at least so many right at the end) for falling thresholds: one pass over the beta-binomial, downwards."""
    k, u = count.k, count.u
    alpha, beta = _shape(count, discount)
    chance = exp(_log_beta(u + alpha, beta) - _log_beta(alpha, beta))
    found, total, j = [], 0.0, u
    for threshold in falling:
        while j >= 0 and k + j >= threshold:
            total += chance
            chance *= j * (u - j + beta) / ((u - j + 1) * (j - 1 + alpha)) if j else 0.0
            j -= 1
        found.append(1.0 if k >= threshold else total)
    return found


def _shape(count: Count, discount: float) -> tuple[float, float]:
    """α and β for an open student: the observed rate of s = 2 + n answers, less δ on the log-odds scale."""
    s = 2 + count.n
    rate = 1 / (1 + (1 + count.n - count.k) / (1 + count.k) * exp(discount))
    return s * rate, s * (1 - rate)


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)
