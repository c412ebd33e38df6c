"""What a lesson has room for: one discussion a skill, two reteach cycles, then enough for today; and the time left.

A second discussion of the same thing becomes teaching; a third teaching becomes "exit question, tables tomorrow".
When the minutes left do not hold the action and the exit question, the exit question comes now.
Source: the product's own; discuss once, then a new question (Smith et al. 2009).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from boardsup.teaching.cards import WORDS, Action
from boardsup.teaching.counting import Count

MOST_DISCUSSIONS = 1
MOST_RETEACHES = 2

EXIT_MINUTES = 3
"""What an exit question takes, where the plan does not say."""


@dataclass(frozen=True, slots=True)
class SoFar:
    """What was done about a skill in this lesson: the counts of its first question, discussions, reteach cycles."""

    first: Count | None = None
    discussions: int = 0
    reteaches: int = 0


NOTHING_YET = SoFar()


@dataclass(frozen=True, slots=True)
class Clock:
    """Whole minutes left of the lesson, and those that the exit question needs."""

    left: int
    exit: int = EXIT_MINUTES


def done(so_far: SoFar, action: Action, count: Count) -> SoFar:
    """The same after the teacher chose this action at these counts."""
    so_far = replace(so_far, first=so_far.first or count)
    if action in ("discuss", "contrast"):
        return replace(so_far, discussions=so_far.discussions + 1)
    if action in ("reteach", "model", "step_back"):
        return replace(so_far, reteaches=so_far.reteaches + 1)
    return so_far


def within_limits(action: Action, so_far: SoFar) -> Action:
    """The action, or what takes its place when there was enough of it today."""
    if so_far.discussions >= MOST_DISCUSSIONS:
        if action == "contrast":
            action = "reteach"
        elif action == "discuss":
            action = "model"
    if action in ("reteach", "model", "step_back") and so_far.reteaches >= MOST_RETEACHES:
        return "park"
    return action


def fits(action: Action, clock: Clock | None) -> bool:
    """Is there time for the action and for the exit question after it? Yes, where nobody keeps the time."""
    return clock is None or action == "park" or clock.left >= WORDS[action].minutes + clock.exit


def compared(now: Count, first: Count | None) -> str:
    """How a twin went beside the first question, plainly; empty for the first question itself."""
    if first is None or not first.N or not now.N:
        return ""
    line = f"{first.k} of {first.N} at first, {now.k} of {now.N} now"
    return f"Fewer than before: {line}." if now.k * first.N < first.k * now.N else f"{line}."
