"""What a worker is asked: are these two equal? And what it may say. Plain values that travel between processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from boardsup.maths.tree import Node


@dataclass(frozen=True, slots=True)
class Question:
    """Two trees of ours, and how they are compared: as values, as equations, or as the numbers that satisfy them."""

    expected: Node
    found: Node
    compares: Literal["values", "equations", "solutions"] = "values"


Verdict = Literal["equal", "unequal", "unsure", "timeout", "overload", "crash"]
"""The first three are a worker's; the others are said where there was none in time."""

VERDICTS: dict[bytes, Verdict] = {verdict.encode(): verdict for verdict in get_args(Verdict)}
"""A verdict as it comes over the line."""
