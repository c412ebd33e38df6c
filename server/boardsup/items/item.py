"""What is asked: a question with its answer and the wrong answers that name a mistaken procedure. Plain values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prediction:
    """A predicted wrong answer.

    `value` is the answer as a student would type it; `ids` are the misconceptions whose procedure gives exactly it,
    and `says` describes the work for the teacher ("A, or B" where two procedures agree). Never for a student's eyes.
    """

    value: str
    ids: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is posed and stored: strings and tuples alone.

    `ask` holds words with mathematics between dollar signs, `answer` the right answer as a student would type it,
    `variables` the letters that an answer may hold, `choices` what there is to pick (empty: one types). `skill` is the
    skill of the map that it asks for ("" for a question typed on the spot), `worked` the lines of its worked example.
    """

    id: str
    ask: str
    kind: str
    answer: str
    variables: tuple[str, ...] = ()
    predictions: tuple[Prediction, ...] = ()
    choices: tuple[str, ...] = ()
    skill: str = ""
    worked: tuple[str, ...] = ()
