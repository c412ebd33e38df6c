"""What was recommended after a question, and what the teacher chose."""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.lesson.who import StudentId
from boardsup.teaching.cards import Action


@dataclass(frozen=True, slots=True)
class CardDrawn:
    """A recommendation: the action, why, the others on offer, and the students whom it is about.

    `ids` are the misconceptions behind it, `students` those whose answers they explain, `table` those to take to one
    table later, `skill` what to step back to, `compared` how a twin went beside the first question.
    """

    question: str
    action: Action
    reason: str
    alternatives: tuple[Action, ...]
    ids: tuple[str, ...] = ()
    students: tuple[StudentId, ...] = ()
    table: tuple[StudentId, ...] = ()
    skill: str = ""
    compared: str = ""


@dataclass(frozen=True, slots=True)
class CardChosen:
    """The teacher chose what to do after a question, as recommended or otherwise."""

    question: str
    action: Action
