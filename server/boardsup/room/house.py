"""What all rooms of one process share: the journal, the printing of regions, and the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from boardsup.room.tab import Render
from boardsup.store.journal import Journal


@dataclass(frozen=True, slots=True)
class House:
    """The journal that makes things durable, the function that makes HTML of a region, and the time in ms."""

    journal: Journal
    render: Render
    now: Callable[[], int]
