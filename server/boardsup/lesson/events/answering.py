"""What students handed in, and how it was marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from boardsup.lesson.who import StudentId

Outcome = Literal["correct", "equivalent_not_simplified", "incorrect", "idk", "collected", "check"]
"""How an answer counts: the first two are right, the next two not yet, the last two are not counted."""

Sure = Literal["", "sure", "so_so", "not_sure"]
"""How sure a student said they were; "" where it was not asked, or not said."""


@dataclass(frozen=True, slots=True)
class StudentTurned:
    """A student went to another question of a set."""

    student: StudentId
    question: str


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """A readable answer was handed in, with its mark. `value` is the group it belongs to, printed from our tree."""

    student: StudentId
    question: str
    number: int
    at: int
    outcome: Outcome
    code: str
    value: str
    misconceptions: tuple[str, ...] = ()
    wrote: str | None = None
    sure: Sure = ""


@dataclass(frozen=True, slots=True)
class AnswerUnread:
    """Something that cannot be read was handed in. It is no attempt and replaces no readable answer."""

    student: StudentId
    question: str
    number: int
    at: int
    code: str
    wrote: str | None = None


@dataclass(frozen=True, slots=True)
class SketchKept:
    """What a student drew beside the hand-in of this number, as lesson/sketches.py writes it."""

    student: StudentId
    question: str
    number: int
    wrote: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerMarked:
    """A worker settled an answer that the exact marking left open."""

    student: StudentId
    question: str
    number: int
    outcome: Outcome
    code: str
    value: str
    misconceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerJudged:
    """The teacher settled an answer by hand."""

    student: StudentId
    question: str
    number: int
    outcome: Literal["correct", "incorrect"]


@dataclass(frozen=True, slots=True)
class StudentExcused:
    """A student was left out of the count of one question."""

    student: StudentId
    question: str


@dataclass(frozen=True, slots=True)
class StudentCounted:
    """A student who was left out counts again."""

    student: StudentId
    question: str


@dataclass(frozen=True, slots=True)
class ExtraTimeGiven:
    """The class goes on; this student may still hand in these questions until then, in ms since 1970."""

    student: StudentId
    questions: tuple[str, ...]
    until: int


@dataclass(frozen=True, slots=True)
class ExtraTimeEnded:
    """A student's extra time is over: it ran out, or they went on with the class."""

    student: StudentId


@dataclass(frozen=True, slots=True)
class AnswerNamed:
    """The teacher said what stands behind an answer to this question: a rule of this class from now on."""

    question: str
    ask: str
    value: str
    says: str


@dataclass(frozen=True, slots=True)
class AnswersStood:
    """These answers, by student and number, have stood for 3 s and may count in a certain statement."""

    question: str
    stood: tuple[tuple[StudentId, int], ...]
