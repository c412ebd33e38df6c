"""Which misconceptions a lesson's answers showed: of every marked question counts for each, and nothing of whom.

An answer that fits two procedures counts for both. Computed from the lesson at its end, like `evidence.py`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from boardsup.lesson.state import Asked, Lesson


@dataclass(frozen=True, slots=True)
class Missed:
    """A misconception that a question could show: so many of the settled answers showed it.

    `says` is how it was worded for the teacher; `skill` is empty for a question typed on the spot.
    """

    question: str
    skill: str
    misconception: str
    says: str
    times: int
    settled: int


def missed(lesson: Lesson) -> tuple[Missed, ...]:
    """Of every question that had answers, in the order asked."""
    return tuple(one for asked in lesson.asked.values() for one in _of(asked))


def _of(asked: Asked) -> tuple[Missed, ...]:
    """The misconceptions that were expected of a question, and those that its teacher has named."""
    question = asked.question
    settled = [
        answer for student, answer in asked.answers.items() if answer.is_settled and student not in asked.excused
    ]
    if question.kind == "open" or not settled:
        return ()
    shown = Counter(id for answer in settled if not answer.is_right for id in answer.misconceptions)
    says = {id: one.says for one in reversed(question.predictions) for id in one.ids}
    ids = dict.fromkeys([*(id for one in question.predictions for id in one.ids), *shown])
    return tuple(Missed(question.id, question.skill, id, says.get(id, ""), shown[id], len(settled)) for id in ids)
