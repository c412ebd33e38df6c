"""How a simulated class thinks: who knows what, how long it takes, and which mistakes come out.

Every student has a strength; wrong answers are those that real mistaken procedures give, as the lesson plan lists them.
Times are human ones (a median of about forty seconds, right answers a little faster) divided by a speed.
"""

from __future__ import annotations

import asyncio
import math
import random
from dataclasses import dataclass

from boardsup.cli.simulated.page import Form
from boardsup.items.item import Question

HUMAN_MEDIAN = 40.0
"""Seconds until half a class has answered a two-step question, about."""

SPREAD = 0.5
"""Standard deviation of the logarithm of that time."""

LATEST = 2.5
"""Nobody takes longer than this many medians: by then the teacher has closed."""

REASONS = (
    "it is already solved",
    "it only multiplies",
    "it has two steps",
    "its solution is negative",
    "it is the only one that adds",
    "the others are all 8",
)


@dataclass(frozen=True, slots=True)
class Mind:
    """One student: `strength` in logits, 0 is the middle of the class; `questions` by id, as the plan has them."""

    strength: float
    speed: float
    chance: random.Random
    questions: dict[str, Question]

    async def thinks(self, form: Form) -> Form:
        """What this student hands in for a form, after some time."""
        if form["do"] == "share":
            await self._time(right=True)
            return {**form, "choice": self.chance.choice("ABCD"), "text": self.chance.choice(REASONS)}
        question = self.questions.get(form["question"])
        right = self.chance.random() < self._knows(question)
        await self._time(right=right)
        if not right and self.chance.random() < 0.1:
            return {"do": "dont_know", "question": form["question"]}
        return {**form, "text": self._writes(question, right=right)}

    def _knows(self, question: Question | None) -> float:
        """The chance of a right answer: harder questions have more ways to go wrong."""
        hardness = len(question.predictions) - 3.5 if question is not None else 0.0
        return 1 / (1 + math.exp(hardness - self.strength))

    def _writes(self, question: Question | None, *, right: bool) -> str:
        if question is None:
            return str(self.chance.randint(1, 20))
        if right:
            return self._in_some_form(question.answer)
        if question.predictions and self.chance.random() < 0.8:
            first_is_likelier = min(self.chance.randrange(len(question.predictions)) for _ in range(2))
            return self._in_some_form(question.predictions[first_is_likelier].value)
        return str(self.chance.randint(-30, 60))

    def _in_some_form(self, answer: str) -> str:
        """The same answer as one or another student would type it."""
        left, equals, value = answer.partition("=")
        forms = [answer, answer.replace(" ", ""), value.strip() or answer]
        if equals:
            forms.append(f"{value.strip()} = {left.strip()}")
        return self.chance.choice(forms)

    async def _time(self, *, right: bool) -> None:
        faster = 0.75 if right else 1.0
        human = HUMAN_MEDIAN * faster * math.exp(self.chance.gauss(0.0, SPREAD))
        await asyncio.sleep(min(human, HUMAN_MEDIAN * LATEST) / self.speed)
