"""A call for a purpose: somebody out of an answer group that the teacher chose, and never by a low score.

Two purposes only: right and not sure of it, or willing to share a mistake; only groups of three or more, so that the
call gives nobody away. It does not use up a turn. To be asked out of need would be seen within a week, and punish.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from boardsup.teaching.chance import chance
from boardsup.teaching.pick import Bag, Draw, StudentId

Purpose = Literal["right_not_sure", "shares_a_mistake"]

SMALLEST_GROUP = 3
"""Students with the same answer, present or not."""


def draw_from(
    bag: Bag, seed: str, purpose: Purpose, group: Iterable[StudentId], eligible: Iterable[StudentId]
) -> Draw | None:
    """The next call out of an answer group; None for a group that is too small, or of which nobody can be called.

    Whoever was called last rests, if there is somebody else.
    """
    members = frozenset(group)
    free = (members & frozenset(eligible)) - set(bag.aside)
    if len(members) < SMALLEST_GROUP or not free:
        return None
    rested = free - set(bag.history[-1:]) or free
    place, student = min((chance(seed, purpose, str(bag.calls + 1), s), s) for s in rested)
    return Draw(student, "purposeful", bag.round, place)
