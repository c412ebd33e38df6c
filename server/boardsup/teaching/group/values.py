"""What grouping starts from and what it gives: who is where in a check, what to respect, and the plan of a lesson."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

StudentId = str

Mode = Literal["go", "whole_class", "stations"]
"""Teach today's target now; everybody starts further back; or stations."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Shares in percent of those placed; `cap` is how many one teacher table holds, `preferred` how many it should."""

    high: int = 80
    whole_class: int = 60
    cap: int = 8
    preferred: int = 6


DEFAULTS = Settings()


@dataclass(frozen=True, slots=True)
class Member:
    """A student who has been placed: how many items of the check they have, and whether that is to be confirmed."""

    student: StudentId
    level: int
    confirm: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A class after its check of `items` items: who is placed, and who is not (absent, late, no answer)."""

    members: tuple[Member, ...]
    items: int
    unknown: tuple[StudentId, ...] = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the teacher has set, and what happened lately. Private: none of it is seen by anybody else.

    `keep_apart` and `lately` hold pairs of students (lately: paired in the last 3 sessions), `coached` how often
    somebody coached this week, `languages` home languages, `language_support` who has it.
    """

    keep_apart: frozenset[frozenset[StudentId]] = frozenset()
    no_coach: frozenset[StudentId] = frozenset()
    never_call: frozenset[StudentId] = frozenset()
    lately: frozenset[frozenset[StudentId]] = frozenset()
    coached: Mapping[StudentId, int] = field(default_factory=dict)
    languages: Mapping[StudentId, str] = field(default_factory=dict)
    language_support: frozenset[StudentId] = frozenset()

    def apart(self, one: StudentId, others: frozenset[StudentId]) -> bool:
        """Is there somebody among the others from whom this student is kept apart?"""
        return any(frozenset((one, other)) in self.keep_apart for other in others)

    def silent(self, students: frozenset[StudentId]) -> bool:
        """Would a group of these have nobody who may be called?"""
        return students <= self.never_call

    def fits(self, one: StudentId, others: frozenset[StudentId]) -> bool:
        """May this student make a group with the others, without an adult?"""
        return not self.apart(one, others) and not self.silent(others | {one})


NO_WISHES = Wishes()


@dataclass(frozen=True, slots=True)
class AtTable:
    """Dragged to a teacher table, by its number from 0."""

    number: int


@dataclass(frozen=True, slots=True)
class InStudio:
    """Dragged to the studio."""


@dataclass(frozen=True, slots=True)
class With:
    """Dragged to the group of this student."""

    student: StudentId


Pin = AtTable | InStudio | With


@dataclass(frozen=True, slots=True)
class Table:
    """A teacher table: its neutral label, the item at which it starts (from 1), and who sits there. One round each."""

    label: str
    start: int
    students: tuple[StudentId, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two or three students: a coach with learners, or ("" for the coach) learners with a worked example."""

    label: str
    coach: StudentId
    learners: tuple[StudentId, ...]

    @property
    def students(self) -> frozenset[StudentId]:
        """Everybody in it."""
        return frozenset(s for s in (self.coach, *self.learners) if s)


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a lesson.

    `start` is the item, from 1, at which a whole class starts (0 otherwise); `pull` is who still needs a turn when the
    class goes on; `mini_lesson` says that the learners first get seven minutes on the last item together; `confirm` is
    who answers two more questions first, wherever they sit; `why` gives the counts in one sentence.
    """

    mode: Mode
    start: int = 0
    tables: tuple[Table, ...] = ()
    pairs: tuple[Pair, ...] = ()
    studio: tuple[StudentId, ...] = ()
    pull: tuple[StudentId, ...] = ()
    mini_lesson: bool = False
    confirm: tuple[StudentId, ...] = ()
    unknown: tuple[StudentId, ...] = ()
    why: str = ""
