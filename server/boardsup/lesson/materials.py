"""What a segment brings along for later: practice sets, remedies, a quick question on what comes before."""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.items.cards import WorkedLine
from boardsup.items.item import Question


@dataclass(frozen=True, slots=True)
class Link:
    """A page to practise on."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class PracticeSet:
    """What one need practises: twins in order, a worked example, what a coach may ask, where to go on."""

    skill: str
    title: str
    questions: tuple[Question, ...]
    worked: tuple[WorkedLine, ...] = ()
    coach: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to show against one misconception: the line that it writes, the right one, and an example to teach by."""

    misconception: str
    wrote: str
    right: str
    lines: tuple[WorkedLine, ...] = ()
    picture: str = ""


@dataclass(frozen=True, slots=True)
class StepBack:
    """A prerequisite of a skill, how much of the class has it in percent (None: unknown), and a quick question."""

    skill: str
    percent: int | None
    question: Question
