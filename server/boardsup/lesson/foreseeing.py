"""What can be foreseen of a question typed on the spot: how it is read, its answer, and the wrong ones to expect.

Posing takes milliseconds to tens of them, so it is done beside the event loop, before the question is put.
"""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.items.item import Prediction
from boardsup.maths.missteps.wording import says
from boardsup.maths.posing import NotPosed, pose_question


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A question that was understood: its prompt as it was read, its kind, answer, letters and predicted answers."""

    ask: str
    kind: str
    answer: str
    variables: tuple[str, ...]
    predictions: tuple[Prediction, ...]


@dataclass(frozen=True, slots=True)
class Unforeseen:
    """A text that is no question with one answer here, and why, in a sentence for the teacher."""

    reason: str


def foresee(text: str) -> Foreseen | Unforeseen:
    """Read, solve and predict. Total for any text."""
    posed = pose_question(text)
    if isinstance(posed, NotPosed):
        return Unforeseen(posed.reason)
    predictions = tuple(
        Prediction(one.value, one.ids, ", or ".join(dict.fromkeys(says(id) for id in one.ids)))
        for one in posed.predictions
    )
    return Foreseen(posed.ask, posed.kind, posed.answer, posed.variables, predictions)
