"""A question that was typed on the spot: as it was read, its right answer and the wrong ones to expect; or why not."""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.maths.missteps import Predicted


@dataclass(frozen=True, slots=True)
class Posed:
    """A question that can be asked and marked.

    `text` is what was typed, `ask` how it was read, in words with mathematics between dollar signs; `kind`, `answer`
    and `variables` are those of marking; `predictions` are wrong answers with their names, the likeliest first.
    """

    text: str
    ask: str
    kind: str
    answer: str
    variables: tuple[str, ...] = ()
    predictions: tuple[Predicted, ...] = ()


@dataclass(frozen=True, slots=True)
class NotPosed:
    """A text that is no question with one answer here: a stable code, a sentence for the teacher, and the place."""

    text: str
    code: str
    reason: str
    at: int = 0
