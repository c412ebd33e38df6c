"""What a class's teacher has named: an unexplained answer to a question becomes a rule of this class from then on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from boardsup.items.item import Prediction, Question
from boardsup.lesson.segments import Board, Diagnostic, Exit, Quiz, Segment


@dataclass(frozen=True, slots=True)
class ClassRule:
    """To this question (its prompt), this answer (as one would type it) comes from what `says` describes."""

    ask: str
    value: str
    says: str


def explained(question: Question, rules: Iterable[ClassRule]) -> Question:
    """The question with the rules of its own prompt as further predictions; a later name for a value replaces one."""
    named = {rule.value: rule.says for rule in rules if rule.ask == question.ask}
    kept = tuple(p for p in question.predictions if not (p.ids[0].startswith("class.") and p.value in named))
    new = tuple(Prediction(value, (rule_id(question.ask, value),), says) for value, says in named.items())
    return replace(question, predictions=(*kept, *new)) if new else question


def with_rules(segments: tuple[Segment, ...], rules: tuple[ClassRule, ...]) -> tuple[Segment, ...]:
    """The segments with what this class's teacher has named before."""
    return tuple(_with(segment, rules) for segment in segments) if rules else segments


def rule_id(ask: str, value: str) -> str:
    """A stable id for a rule of a class: its name may change, what it is about does not."""
    return "class." + sha256(f"{ask}|{value}".encode()).hexdigest()[:10]


def _with(segment: Segment, rules: tuple[ClassRule, ...]) -> Segment:
    match segment:
        case Board():
            twins = tuple(explained(twin, rules) for twin in segment.twins)
            return replace(segment, question=explained(segment.question, rules), twins=twins)
        case Diagnostic() | Exit() | Quiz():
            return replace(segment, questions=tuple(explained(q, rules) for q in segment.questions))
        case _:
            return segment
