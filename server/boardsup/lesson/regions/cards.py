"""The cards of the console: what is recommended next, and the plan of the class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from boardsup.lesson.who import StudentId


@dataclass(frozen=True, slots=True)
class Other:
    """Something else to do than what is recommended."""

    action: str
    button: str


@dataclass(frozen=True, slots=True)
class Advice:
    """The recommendation: what to do next, and why. Empty without an action. `names` are masked until held."""

    region: ClassVar[str] = "advice"
    code: str
    question: str = ""
    action: str = ""
    title: str = ""
    button: str = ""
    steps: str = ""
    reason: str = ""
    compared: str = ""
    says: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    others: tuple[Other, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A student in a group of the plan; the name is masked until held."""

    student: StudentId
    name: str


@dataclass(frozen=True, slots=True)
class Place:
    """A group of the plan: where a student is put who is moved there (`to`), its label, what it starts with."""

    to: str
    label: str
    note: str
    students: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class PlanCard:
    """The plan of the class. Empty without a title."""

    region: ClassVar[str] = "plan-card"
    code: str
    title: str = ""
    why: str = ""
    start: str = ""  # the question at which the whole class starts
    places: tuple[Place, ...] = ()
    confirm: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    shown: bool = False
    can_show: bool = False
    leads: str = ""  # who leads today, where it is the turn of another strength
