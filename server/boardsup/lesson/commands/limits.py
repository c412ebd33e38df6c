"""The limits that fields of commands have, as annotations that `web/wire.py` turns into checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated


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
Number = Annotated[int, Within(1, 1_000_000)]
