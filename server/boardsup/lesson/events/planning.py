"""The plan of a class, what the teacher changed in it, and when the class saw its groups."""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.lesson.who import StudentId
from boardsup.teaching.group import Pin, Plan


@dataclass(frozen=True, slots=True)
class PlanMade:
    """The groups that follow from a diagnostic, the teacher's wishes and pins."""

    segment: str
    plan: Plan


@dataclass(frozen=True, slots=True)
class StudentMoved:
    """The teacher put a student somewhere; the others are grouped anew around it."""

    student: StudentId
    to: Pin


@dataclass(frozen=True, slots=True)
class GroupsShown:
    """The groups are on the wall, and each student sees their own."""


@dataclass(frozen=True, slots=True)
class GroupsHidden:
    """The groups are off the wall again."""
