"""How a hand-in is marked inside `decide`: by the key compiled when the question was posed, and each text once.

What exact marking leaves open is `check` until a worker has been asked; `hard_cases` says what is still to be asked,
`settled` what its verdict makes of the answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from boardsup.items.item import Question
from boardsup.lesson.events import Outcome
from boardsup.lesson.state import Answer, Asked, Lesson
from boardsup.lesson.who import StudentId
from boardsup.maths import mark as marks
from boardsup.maths.hints import Language, unread_hint
from boardsup.maths.mark import Key
from boardsup.maths.question import Question as HardQuestion
from boardsup.maths.question import Verdict

LONGEST_VALUE = 60
"""Characters of an answer group's label; what is longer stands alone under its own beginning."""

PENDING = "hard.pending"
"""The code of an answer that a worker is to be asked about."""


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


@dataclass(frozen=True, slots=True)
class HardCase:
    """What a worker is to be asked, and whose hand-in it is about."""

    student: StudentId
    question: str
    number: int
    hard: HardQuestion


@lru_cache(maxsize=4_096)
def key_of(question: Question) -> Key:
    """The question's key, with its predicted wrong answers; two predictions of one value are both kept.

    Compiled when the question is opened, and remembered from then on.
    """
    key = marks.pose(question.kind, question.answer, variables=frozenset(question.variables))
    predicted: dict[str, tuple[str, ...]] = {}
    for prediction in question.predictions:
        predicted[prediction.value] = (*predicted.get(prediction.value, ()), *prediction.ids)
    return key.with_predictions(predicted) if predicted else key


@lru_cache(maxsize=4_096)
def marked(question: Question, text: str) -> Marked | Unread:
    """What this text is worth. Exact, total, and the same whenever it is asked again: a class often agrees."""
    key = key_of(question)
    return _marked(key, marks.mark(key, text))


def settled(asked: Asked, answer: Answer, verdict: Verdict) -> Marked | Unread:
    """What an answer is worth once a worker has spoken, or has failed to."""
    key = key_of(asked.question)
    return _marked(key, marks.settled(key, answer.wrote or "", verdict))


def hard_cases(lesson: Lesson) -> Iterator[HardCase]:
    """Every answer that still waits for a worker."""
    for id, asked in sorted(lesson.asked.items()):
        for student in sorted(asked.answers):
            if (case := hard_case(lesson, student, id)) is not None:
                yield case


def hard_case(lesson: Lesson, student: StudentId, question: str) -> HardCase | None:
    """What a worker is to be asked about a student's present answer; None when there is nothing to ask."""
    asked = lesson.asked[question]
    answer = asked.answers.get(student)
    if answer is None or answer.code != PENDING or not answer.wrote:
        return None
    hard = marks.mark(key_of(asked.question), answer.wrote).hard
    return None if hard is None else HardCase(student, question, answer.readable, hard)


def to_mend(asked: Asked, answer: Answer, language: Language) -> str:
    """What to mend in a hand-in that could not be read, as one sentence that says the place where it can."""
    found = marks.mark(key_of(asked.question), answer.unread).unread if answer.unread else None
    if found is None:
        return unread_hint(answer.unread_code, language)
    return unread_hint(found.code, language, found.found, found.readings)


def _marked(key: Key, found: marks.Mark) -> Marked | Unread:
    match found.outcome:
        case "unparseable":
            return Unread(found.code)
        case "check" if key.kind == "open":
            return Marked("collected", found.code, found.value[:LONGEST_VALUE])
        case outcome:
            return Marked(outcome, found.code, found.value[:LONGEST_VALUE], found.misconceptions)
