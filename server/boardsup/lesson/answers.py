"""What one student's board says to one question, and how that counts."""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.lesson.events import Outcome, Sure


@dataclass(frozen=True, slots=True)
class Answer:
    """The present answer of one student to one question.

    `number` is the highest number heard. `readable` is the number of the readable answer that `outcome`, `value` and
    `wrote` belong to (0: none yet); `unread` holds a later hand-in that could not be read, with its code, and `sketch`
    what was drawn beside the latest. `tries` are the readable texts before it, the newest last.
    """

    number: int
    at: int
    readable: int = 0
    outcome: Outcome = "check"
    code: str = ""
    value: str = ""
    misconceptions: tuple[str, ...] = ()
    wrote: str | None = None
    unread: str | None = None
    unread_code: str = ""
    stood: bool = False
    sure: Sure = ""
    sketch: str = ""
    tries: tuple[str, ...] = ()

    @property
    def is_right(self) -> bool:
        """Does it count as right? A right value in another form does."""
        return self.outcome in ("correct", "equivalent_not_simplified")

    @property
    def is_settled(self) -> bool:
        """Is it right or not yet, rather than waiting for somebody to look, or never marked?"""
        return self.outcome not in ("check", "collected")
