"""The segments of a lesson, and the questions that each puts before the class.

A lesson is an ordered tuple of segments; a segment opens its questions together and closes them together. What a
segment may need later (its twins, its practice sets, its cards) is drawn when it is planned and stands in it, so that
a lesson never looks into a file, and its log says all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from boardsup.items.cards import WorkedLine
from boardsup.items.item import Question
from boardsup.lesson.materials import PracticeSet, Remedy, StepBack


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things to choose from in a warm-up: a letter, its prompt, and a picture's id where it has one."""

    label: str
    ask: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Warmup:
    """Which One Doesn't Belong: pick one, say why; then, where `again` asks for it, a reason for another.

    Nothing here is right or wrong, or counted in a percent.
    """

    id: str
    ask: str
    options: tuple[Option, ...]
    again: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Notice and Wonder: a picture, what one notices, what one wonders. Never in any percent."""

    id: str
    ask: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Community:
    """A prompt about the class at the end of a unit: one line from each who wants to, no marks."""

    id: str
    ask: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """At most three ungraded questions at the student's own pace.

    `rests` are the pairs of skills (a, b) among them where b rests on a; where none is named, each rests on the one
    before. `title` is its word on the agenda, where it is none of the usual ones.
    """

    id: str
    questions: tuple[Question, ...]
    rests: tuple[tuple[str, str], ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """The quiet minute in which the teacher looks at the plan card of a diagnostic, and then shows the groups."""

    id: str
    diagnostic: str


@dataclass(frozen=True, slots=True)
class Stations:
    """Groups at work, each on the set of its need; `minutes` in all, divided into rounds by the plan.

    `sets` stand in the order of the diagnostic's questions; the last one is for those who had them all. `note` is the
    teacher's own line, a game, a page or a link.
    """

    id: str
    diagnostic: str
    sets: tuple[PracticeSet, ...]
    minutes: int = 14
    note: str = ""


@dataclass(frozen=True, slots=True)
class Model:
    """I do: a worked example on the wall, a line at a press, while the screens are paused."""

    id: str
    title: str
    lines: tuple[WorkedLine, ...]
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """One question to everybody at once, with the live flag; `twins` are the same with new numbers, in order.

    `cycle` counts how often it has been asked again. `remedies` and `steps_back`, the deepest first, are what a
    recommendation may need.
    """

    id: str
    question: Question
    twins: tuple[Question, ...] = ()
    cycle: int = 0
    remedies: tuple[Remedy, ...] = ()
    steps_back: tuple[StepBack, ...] = ()


@dataclass(frozen=True, slots=True)
class Discuss:
    """Convince your neighbour: a prompt, and where a misconception divides the class, two lines side by side."""

    id: str
    ask: str
    lines: tuple[str, ...] = ()
    seconds: int = 90


@dataclass(frozen=True, slots=True)
class ColdCall:
    """A prompt, time to think, then a name from the bag. `is_warm` marks one about reasons, not answers."""

    id: str
    ask: str
    think_seconds: int = 10
    is_warm: bool = False


@dataclass(frozen=True, slots=True)
class Exit:
    """One or two questions at the end, not graded, each with "how sure?"."""

    id: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Quiz:
    """The weekly quiz: five questions, private, at one's own pace; `probe` is the one that counts in no growth."""

    id: str
    questions: tuple[Question, ...]
    probe: str = ""


Segment = Warmup | Notice | Community | Diagnostic | Plan | Stations | Model | Board | Discuss | ColdCall | Exit | Quiz

AT_OWN_PACE = (Warmup, Notice, Diagnostic, Stations, Exit, Quiz)
"""Segments in which everybody goes on alone: no flag, and N is everyone who joined before the close."""

UNMARKED = (Warmup, Notice, Community)
"""Segments in which nothing is right or wrong."""

QUIET = (Plan, Model, Discuss)
"""Segments without a question: the screens say what to do, or rest."""

PRIVATE = (Exit, Quiz, Stations, Community)
"""Segments of which nothing is ever revealed to the class."""

UNGRADED = (Diagnostic, Exit, Quiz)
"""Segments on which the screen says that nothing is graded."""

HELPED, MUDDY = "What helped you this week?", "What is still muddy?"
"""The two optional, private prompts at the end of the weekly quiz."""


def questions_of(segment: Segment) -> tuple[Question, ...]:
    """The questions that a segment opens, in the order asked; those of a warm-up and the like are never marked."""
    match segment:
        case Warmup(id, ask, options, again):
            labels = tuple(option.label for option in options)
            asks = (ask, again) if again else (ask,)
            return tuple(
                Question(f"{id}.{i}", text, "open", "", choices=labels) for i, text in enumerate(asks, start=1)
            )
        case Notice(id, ask):
            return (_open(f"{id}.1", "What do you notice?"), _open(f"{id}.2", "What do you wonder?"))
        case Community(id, ask):
            return (_open(f"{id}.1", ask),)
        case Diagnostic(_, questions) | Exit(_, questions):
            return questions
        case Quiz(id, questions):
            return (*questions, _open(f"{id}.helped", HELPED), _open(f"{id}.muddy", MUDDY))
        case Stations(_, _, sets):
            return tuple(question for practice in sets for question in practice.questions)
        case Board(_, question):
            return (question,)
        case Plan() | Model() | Discuss() | ColdCall():
            return ()
        case _:
            assert_never(segment)


def picks_a_card(question: Question) -> bool:
    """Is it one of a warm-up's, of which no card is right or wrong?"""
    return question.kind == "open" and bool(question.choices)


def awaited(segment: Segment) -> tuple[Question, ...]:
    """The questions that count as handed in: not the second thought of a warm-up, nor the words after a quiz."""
    match segment:
        case Warmup() | Notice():
            return questions_of(segment)[:1]
        case Quiz(_, questions):
            return questions
        case _:
            return questions_of(segment)


def name_of(segment: Segment) -> str:
    """The word for this kind of segment on the teacher's agenda."""
    return segment.title if isinstance(segment, Diagnostic) and segment.title else _NAMES[type(segment)]


_NAMES: dict[type, str] = {
    Warmup: "Warm-up",
    Notice: "Warm-up",
    Community: "Community",
    Diagnostic: "Diagnostic",
    Plan: "Plan",
    Stations: "Stations",
    Model: "Model",
    Board: "Board",
    Discuss: "Discuss",
    ColdCall: "Cold call",
    Exit: "Exit",
    Quiz: "Quiz",
}


def _open(id: str, ask: str) -> Question:
    return Question(id=id, ask=ask, kind="open", answer="")
