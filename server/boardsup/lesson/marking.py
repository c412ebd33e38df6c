"""How a hand-in is marked inside `decide`: by the key compiled when the question was posed."""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.items.item import Question
from boardsup.lesson.events import Outcome
from boardsup.maths.mark import Key, Mark, mark, pose

LONGEST_VALUE = 60
"""Characters of an answer group's label; what is longer stands alone under its own beginning."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A hand-in that can be read, with the group it belongs to."""

    outcome: Outcome
    code: str
    value: str
    misconceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A hand-in that cannot be read, with the reason's code."""

    code: str


def key_of(question: Question) -> Key:
    """The question's key, with its predicted wrong answers."""
    key = pose(question.kind, question.answer, variables=frozenset(question.variables))
    predicted = {prediction.value: prediction.ids for prediction in question.predictions}
    return key.with_predictions(predicted) if predicted else key


def marked(key: Key, text: str) -> Marked | Unread:
    """What this text is worth. Exact, total, and the same whenever it is asked again."""
    found: Mark = mark(key, text)
    match found.outcome:
        case "unparseable":
            return Unread(found.code)
        case "check" if key.kind == "open":
            return Marked("collected", found.code, found.value[:LONGEST_VALUE])
        case outcome:
            return Marked(outcome, found.code, found.value[:LONGEST_VALUE], found.misconceptions)
