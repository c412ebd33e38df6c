"""Three rules that call a question while its answers stream in: ours, certain flags alone, and "80 % so far"."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal

from boardsup.teaching.counting import Count
from boardsup.teaching.flag import DEFAULTS, Flagged, certain
from boardsup.teaching.leaning import live

Call = Literal["go", "stop"]

Rule = Callable[[tuple[Count, ...]], Call | None]
"""From the last counts, newest last, to a call, or to none yet."""


@cache
def ours(recent: tuple[Count, ...]) -> Call | None:
    """The live flag, leaning or certain."""
    return _call(live(recent))


def certain_alone(recent: tuple[Count, ...]) -> Call | None:
    """The certain flags."""
    return _call(certain(recent[-1], DEFAULTS))


def so_far(recent: tuple[Count, ...]) -> Call | None:
    """80 % of the answers so far, once a third have answered: what one would do by eye."""
    now = recent[-1]
    if 3 * now.n < now.N:
        return None
    return "go" if 100 * now.k >= DEFAULTS.high * now.n else "stop"


RULES: dict[str, Rule] = {"this rule": ours, "certain only": certain_alone, "80% so far": so_far}


def _call(flagged: Flagged | None) -> Call | None:
    if flagged is None:
        return None
    return "go" if flagged.state.endswith("move_on") else "stop"
