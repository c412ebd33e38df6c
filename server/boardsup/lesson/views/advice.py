"""The recommendation card on the console: one main button, its reason, and what else one may do."""

from __future__ import annotations

from collections.abc import Mapping

from boardsup.lesson.events import CardDrawn
from boardsup.lesson.regions.cards import Advice, Other
from boardsup.lesson.segments import Board, Discuss, Model
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import StudentId
from boardsup.teaching.cards import WORDS


def advice(lesson: Lesson, names: Mapping[StudentId, str]) -> Advice:
    """The card of the board before the class; empty when there is none, or when it was followed already."""
    segment = lesson.segment
    card = lesson.cards.get(segment.question.id) if isinstance(segment, Board) else None
    if card is None or card.question in lesson.chosen:
        return Advice(lesson.code)
    words = WORDS[card.action]
    return Advice(
        code=lesson.code,
        question=card.question,
        action=card.action,
        title=words.title,
        button=words.button,
        steps=words.steps,
        reason=card.reason,
        compared=card.compared,
        says=_says(lesson, card),
        names=tuple(names.get(student, "") for student in card.table or card.students),
        others=tuple(Other(action, WORDS[action].button) for action in card.alternatives),
    )


def repeats(lesson: Lesson) -> str:
    """The board to ask again with new numbers, after its discussion or its example; empty where there is none."""
    if not isinstance(lesson.segment, Discuss | Model):
        return ""
    root = lesson.now.partition(":")[0]
    return root if isinstance(lesson.segment_of(root), Board) else ""


def _says(lesson: Lesson, card: CardDrawn) -> tuple[str, ...]:
    """The misconceptions behind it, in words about the work."""
    predictions = lesson.asked[card.question].question.predictions
    return tuple(dict.fromkeys(p.says for p in predictions if set(p.ids) & set(card.ids)))
