"""What all rooms of one process share: the journal, the printing of regions, the clock, the workers, the turns."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from boardsup.maths.question import Question, Verdict
from boardsup.room.tab import Render
from boardsup.room.turns import OneByOne
from boardsup.store.journal import Journal


@dataclass(frozen=True, slots=True)
class House:
    """What makes things durable, what makes HTML of a region, the time in ms, and who decides a hard case."""

    journal: Journal
    render: Render
    now: Callable[[], int]
    decide_hard: Callable[[Question], Awaitable[Verdict]]
    turns: OneByOne = field(default_factory=OneByOne)
