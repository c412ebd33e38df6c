"""Go on, start everybody further back, or make stations: decided by shares of the class, with the counts that did it.

Go on when 80 % have every item. Start everybody at the first item (never the last, which most are meant to miss) that
60 % do not reach, or when more need the teacher's table than two rounds of it hold. Otherwise stations.
Thresholds: the product's own; a whole class that needs the same is taught together.
"""

from __future__ import annotations

from boardsup.teaching.counting import ceil_pct, percent
from boardsup.teaching.group.values import Mode, Picture, Settings


def choose(picture: Picture, settings: Settings) -> tuple[Mode, int]:
    """The mode, and the item from 1 at which a whole class starts (0 otherwise)."""
    N, m = len(picture.members), picture.items
    if N and N - below(picture, m) >= ceil_pct(settings.high, N):
        return "go", 0
    crowded = below(picture, m - 1) > 2 * settings.cap
    for item in range(1, m):
        need = below(picture, item)
        if N and (need >= ceil_pct(settings.whole_class, N) or (crowded and need > settings.cap)):
            return "whole_class", item
    return "stations", 0


def below(picture: Picture, item: int) -> int:
    """How many have not reached this item (from 1)."""
    return sum(member.level < item for member in picture.members)


def why(picture: Picture, mode: Mode, start: int, settings: Settings) -> str:
    """The counts behind the choice, in one sentence; for stations, why it is not the whole class."""
    N = len(picture.members)
    if mode == "go":
        return f"{N - below(picture, picture.items)} of {N} have every item; {ceil_pct(settings.high, N)} are enough."
    if mode == "stations":
        shares = ", ".join(_share(picture, item) for item in range(1, picture.items))
        return f"{shares}; rule needs {settings.whole_class}%" if N and shares else ""
    if below(picture, start) >= ceil_pct(settings.whole_class, N):
        return f"{_share(picture, start)}; {settings.whole_class}% start together."
    table = below(picture, picture.items - 1)
    return f"{_share(picture, start)}; {table} need your table, two rounds hold {2 * settings.cap}."


def _share(picture: Picture, item: int) -> str:
    N, need = len(picture.members), below(picture, item)
    return f"{need} of {N} ({percent(need, N)}%) below Q{item}"
