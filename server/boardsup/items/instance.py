"""One drawn item: the question with its predicted wrong answers, and the cards that go with it. Plain values."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from boardsup.items.cards import Reteach, WorkedLine
from boardsup.items.item import Question
from boardsup.items.pool import Contrast


@dataclass(frozen=True, slots=True)
class Instance:
    """An item of a skill with its numbers.

    `numbers` are those drawn, then those that follow from them; `contrasts` the lines to show for each misconception
    that is predicted, in the order of the question's predictions.
    """

    skill: str
    shape: str
    seed: str
    numbers: tuple[tuple[str, Fraction], ...]
    question: Question
    hints: tuple[str, ...]
    worked: tuple[WorkedLine, ...]
    reteach: Reteach
    contrasts: tuple[tuple[str, Contrast], ...] = ()

    def contrast(self, misconception: str) -> Contrast | None:
        """The lines that show this misconception in this item, if it is predicted here."""
        return next((lines for id, lines in self.contrasts if id == misconception), None)
