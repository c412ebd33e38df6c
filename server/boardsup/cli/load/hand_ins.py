"""What the devices of a load sent, and when they saw each of it saved: their side of the count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from boardsup.cli.load.figures import percentile

Key = tuple[str, str, str, int]
"""A lesson's code, a student's id, a question's id, and the number of the hand-in."""


@dataclass(slots=True)
class HandIn:
    """One hand-in; moments in seconds of one clock. `due` is when it was to be sent, whatever the server did."""

    key: Key
    text: str
    due: float
    sent: float = 0.0
    saved: float = 0.0
    is_refused: bool = False

    @property
    def took(self) -> float:
        """Seconds from the moment when it was due until it was seen as saved."""
        return self.saved - self.due


@dataclass(slots=True)
class Seen:
    """All hand-ins of a load, and what a device saw that it must never see."""

    hand_ins: dict[Key, HandIn] = field(default_factory=dict)
    backwards: int = 0
    strange: int = 0
    frames: int = 0


def milliseconds(hand_ins: Iterable[HandIn]) -> dict[str, float]:
    """p50, p99 and the greatest time until saved, and how late the load itself sent (p99), in ms."""
    saved = [one for one in hand_ins if one.saved]
    if not saved:
        return {"p50": 0.0, "p99": 0.0, "max": 0.0, "sent_late_p99": 0.0}
    took, late = [one.took for one in saved], [one.sent - one.due for one in saved]
    found = {"p50": percentile(took, 50), "p99": percentile(took, 99), "max": max(took)}
    found["sent_late_p99"] = percentile(late, 99)
    return {name: round(1_000 * seconds, 2) for name, seconds in found.items()}
