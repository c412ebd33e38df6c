"""What a lesson may take from beside the item bank, when it is prepared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from boardsup.items.warmups import Community, WarmUp
from boardsup.lesson.materials import Link
from boardsup.teaching.precheck import Known


@dataclass(frozen=True)
class Shelf:
    """Warm-ups and prompts about the class by name, a teacher's own pages to practise on by skill, what is known.

    `known` is what the class has shown of each skill.
    """

    warm_ups: Mapping[str, WarmUp] = field(default_factory=dict)
    community: Mapping[str, Community] = field(default_factory=dict)
    links: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    known: Mapping[str, Known] = field(default_factory=dict)

    def percent(self, skill: str) -> int | None:
        """How much of the class has this skill; None where it was not seen lately."""
        seen = self.known.get(skill)
        return round(100 * seen.share) if seen is not None and seen.counts else None


BARE = Shelf()
"""Nothing on it."""
