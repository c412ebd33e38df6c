"""Where the questions of a lesson are drawn from, so that no prompt stands in it twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from boardsup.items.bank import Bank
from boardsup.items.instance import Instance
from boardsup.items.pool import Pool
from boardsup.items.vary import twin, vary

TRIES = 12
"""How often a question is drawn again when its prompt stands in the lesson already."""


@dataclass(frozen=True, slots=True)
class Draws:
    """Where questions are drawn from: the bank, the lesson's seed, and the prompts that stand in the lesson already."""

    bank: Bank
    seed: str
    used: set[str] = field(default_factory=set)

    def new(self, pool: Pool, shape: str, seed: str) -> Instance:
        """A drawn item whose prompt stands nowhere in the lesson yet, if one comes within a few tries."""
        return self._unused(lambda i: vary(pool, shape, f"{self.seed}|{seed}|{i}"))

    def twin(self, pool: Pool, of: Instance, seed: str) -> Instance:
        """The same, a twin of an item."""
        return self._unused(lambda i: twin(pool, of, f"{self.seed}|{seed}|{i}"))

    def take(self, found: Instance) -> Instance:
        """This one stands in the lesson now."""
        self.used.add(found.question.ask)
        return found

    def _unused(self, draw: Callable[[int], Instance]) -> Instance:
        found = draw(0)
        for i in range(1, TRIES):
            if found.question.ask not in self.used:
                break
            found = draw(i)
        return self.take(found)
