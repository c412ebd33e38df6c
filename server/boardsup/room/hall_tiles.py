"""The tiles of a hall: with hundreds of names they are looked at anew at most twice a second, for all at the door.

Each tile that is taken changes the page of everybody who has none, so that a thousand who come at once would cost a
million tiles. In a class nothing waits.
"""

from __future__ import annotations

from time import monotonic

from boardsup.lesson.regions import Region
from boardsup.lesson.state import Lesson
from boardsup.lesson.views import Names, view
from boardsup.lesson.who import Visitor, Who

HALL = 100
"""Names from which on a roster is a hall."""

EVERY = 0.5
"""Seconds that the tiles of a hall may be old."""

TILES_A_SECOND = 200_000
"""Tiles that are shown a second, to all at the door together: each more of them waits for its turn."""


class HallTiles:
    """What those without a tile were shown last."""

    def __init__(self) -> None:
        self._shown: tuple[Region, ...] = ()
        self._of: tuple[bool, bool, str] | None = None
        self._at = float("-inf")

    def of(self, lesson: Lesson, who: Who, names: Names) -> tuple[Region, ...]:
        """What this person sees now: as it is, or at the door of a hall, without having asked for a tile, as it was up
        to half a second ago; never past an end or a door."""
        is_waiting = isinstance(who, Visitor) and all(ask.device != who.device for ask in lesson.asks)
        if len(lesson.roster) < HALL or not is_waiting:
            return view(lesson, who, names)
        of, now = (lesson.ended, lesson.joining, lesson.code), monotonic()
        if of != self._of or now - self._at > EVERY:
            self._shown, self._of, self._at = view(lesson, who, names), of, now
        return self._shown


def rest(tiles: int, at_the_door: int) -> float:
    """Seconds to rest after so many tiles were shown to so many."""
    return tiles * at_the_door / TILES_A_SECOND
