"""When to close a question: suggested, never forced; and when a close came too early for any judgement.

Close once nine tenths have answered; or seven tenths and nobody has for a while; or seven tenths and a certain flag.
Closed with fewer than six tenths answered and no certain flag, the question is asked again instead of judged.
Thresholds: the product's own, of the kind that hinge questions suggest (answered within a minute; Wiliam).
"""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.teaching.counting import Count
from boardsup.teaching.flag import Flagged

QUIET_SECONDS = 15.0
"""The least silence after the last answer that counts as "nobody has for a while"; or twice the median gap."""

FEWEST_AT_CLOSE = 6
"""With fewer counted students than this at the close, only counts are shown."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds since the last answer, and the median of the seconds between answers (0 before there are two)."""

    since_last: float
    median_gap: float = 0.0


def close_now(count: Count, flagged: Flagged | None, pace: Pace) -> str:
    """Why it is time to close, in a few words for the teacher; empty when it is not."""
    if count.N == 0:
        return ""
    if 100 * count.n >= 90 * count.N:
        return "Nearly everybody has answered."
    if 100 * count.n < 70 * count.N:
        return ""
    if is_certain(flagged):
        return "The answers still to come change nothing."
    if pace.since_last >= max(QUIET_SECONDS, 2 * pace.median_gap):
        return "No answers for a while."
    return ""


def ask_again(count: Count, flagged: Flagged | None) -> str:
    """Why the question should be asked again, from the counts before blanks become "not yet"; empty when not."""
    if is_certain(flagged) or 100 * count.n >= 60 * count.N:
        return ""
    return f"Only {count.n} of {count.N} answered."


def is_certain(flagged: Flagged | None) -> bool:
    """Does a certain flag stand?"""
    return flagged is not None and flagged.state in ("move_on", "stop")
