"""How long a round of stations is: the time shared among the rounds, with a minute to move; none under six minutes.

Where the rounds would be shorter, the last one is dropped and its table is for tomorrow.
"""

from __future__ import annotations

from dataclasses import dataclass

SHORTEST_ROUND = 6
"""Minutes: with less, a table has hardly begun (practice of station rotation)."""


@dataclass(frozen=True, slots=True)
class Rotation:
    """So many rounds of so many minutes, each followed by a minute to move; the tables dropped are for tomorrow."""

    rounds: int
    minutes: int
    dropped: int = 0


def rotation(tables: int, minutes: int) -> Rotation | None:
    """The rounds for this many teacher tables (at least one round) in these minutes; None when not even one fits."""
    wanted = max(1, tables)
    for rounds in range(wanted, 0, -1):
        each = minutes // rounds - 1
        if each >= SHORTEST_ROUND:
            return Rotation(rounds, each, wanted - rounds)
    return None
