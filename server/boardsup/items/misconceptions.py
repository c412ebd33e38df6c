"""A misconception: its stable id, how it is said to a teacher, the lines that show it, where it is documented."""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.items.pool import Contrast

CHECKS = ("exact", "abstract", "memory", "unchecked")
"""How well a source was checked: stated in the text, only the abstract was read, from memory, not at all."""

CLASSROOM_KNOWLEDGE = "classroom knowledge"


@dataclass(frozen=True, slots=True)
class Source:
    """A publication, and how well it was checked that it documents this."""

    work: str
    checked: str


@dataclass(frozen=True, slots=True)
class Misconception:
    """`says` describes the work, never the student; the reteach card is that of the skill `reteach`."""

    id: str
    says: str
    contrast: Contrast
    reteach: str
    sources: tuple[Source, ...] = ()
    file: str = ""
    line: int = 0

    @property
    def credit(self) -> str:
        """The sources as they may be printed: what nobody has checked is classroom knowledge."""
        checked = [source.work for source in self.sources if source.checked in ("exact", "abstract")]
        return "; ".join(checked) or CLASSROOM_KNOWLEDGE
