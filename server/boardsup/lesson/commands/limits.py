"""How long and how large the fields of a command may be: annotations that `web/wire.py` reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from boardsup.lesson import sketches


@dataclass(frozen=True, slots=True)
class Longest:
    """The greatest number of characters that a field may hold."""

    characters: int


@dataclass(frozen=True, slots=True)
class Within:
    """The least and the greatest whole number that a field may hold."""

    least: int
    most: int


Key = Annotated[str, Longest(40)]
Line = Annotated[str, Longest(200)]
Passage = Annotated[str, Longest(400)]
Drawing = Annotated[str, Longest(sketches.LONGEST)]
Chosen = Annotated[str, Longest(8 * 41)]
Number = Annotated[int, Within(1, 1_000_000)]
Place = Annotated[int, Within(0, 60)]
