"""Who may be called: those present, without the never-called and those who rest today; and who may help.

Never-call and warm-only are set by the teacher and seen by nobody else. A warm-only student is called with a heads-up
alone: where heads-ups are off, never. A friend on the phone is willing; their answer counts as voluntary.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from boardsup.teaching.pick import StudentId

Warmth = Literal["warm", "cold"]
"""Does the next in line get a heads-up 20 to 30 seconds before, or none?"""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the teacher has set about calls: never in public, with a heads-up alone, not today."""

    never: frozenset[StudentId] = frozenset()
    warm_only: frozenset[StudentId] = frozenset()
    snoozed: frozenset[StudentId] = frozenset()

    @property
    def outside_the_report(self) -> frozenset[StudentId]:
        """Who is left out of the fairness report."""
        return self.never | self.warm_only


def may_be_called(present: Iterable[StudentId], marks: Marks, warmth: Warmth) -> frozenset[StudentId]:
    """The students from whom the bag may draw."""
    here = frozenset(present) - marks.never - marks.snoozed
    return here if warmth == "warm" else here - marks.warm_only


def friends(student: StudentId, present: Iterable[StudentId], willing: frozenset[StudentId]) -> tuple[StudentId, ...]:
    """Whom a called student may phone, in order: everybody here who is willing."""
    return tuple(sorted((frozenset(present) & willing) - {student}))
