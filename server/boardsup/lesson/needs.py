"""What the teacher has set for a student, privately: extra time, and how they may be called or coach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from boardsup.lesson.who import StudentId

NO_END = 0
"""The value of `extra_time` for a student whose time has no end."""

Calls = Literal["any", "warm", "never"]
"""Whether a student may be called: always, only with a heads-up before, or never in public."""


@dataclass(frozen=True, slots=True)
class Needs:
    """One student's. `extra_time` is in percent of the class's time: 100, 150, 200, or `NO_END`."""

    student: StudentId
    extra_time: int = 100
    calls: Calls = "any"
    coaches: bool = True
    language: str = "en"
    draws: bool = True


@dataclass(frozen=True, slots=True)
class Apart:
    """Two students who are kept in different groups."""

    one: StudentId
    other: StudentId
