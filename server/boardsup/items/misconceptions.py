"""A misconception: its stable id, how it is said to a teacher, and where it is documented."""

from __future__ import annotations

from dataclasses import dataclass

CHECKS = ("exact", "abstract", "memory", "classroom")
"""How well a source was checked: stated in the text, only the abstract was read, from memory, classroom knowledge."""


@dataclass(frozen=True, slots=True)
class Misconception:
    """`says` describes the work, never the student."""

    id: str
    says: str
    source: str
    source_check: str
    area: str = ""
    file: str = ""
    line: int = 0

    @property
    def credit(self) -> str:
        """The source as it may be printed: one that nobody has checked is classroom knowledge."""
        return self.source if self.source_check in ("exact", "abstract") else "classroom knowledge"
