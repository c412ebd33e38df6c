"""What a teacher prints for the groups of a lesson: a page a group, and a key for the teacher alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boardsup.lesson.grouping import coach_card, set_of
from boardsup.lesson.languages import Language, spoken_by
from boardsup.lesson.materials import Link, PracticeSet
from boardsup.lesson.segments import Stations
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import StudentId
from boardsup.teaching.group import STUDIO


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """One group's page: its neutral label, first names, what it practises, and for a coach what to ask.

    `speaks` is the language of each one's pages, in the order of the names.
    """

    label: str
    names: tuple[str, ...]
    practice: PracticeSet
    coach: tuple[str, ...] = ()
    speaks: tuple[Language, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """Every group's page, the sets with their answers for the key, and the teacher's own line."""

    sheets: tuple[GroupSheet, ...] = ()
    sets: tuple[PracticeSet, ...] = ()
    note: str = ""

    @property
    def links(self) -> tuple[Link, ...]:
        """Where to practise further, each page once."""
        return tuple(dict.fromkeys(link for practice in self.sets for link in practice.links))


def printed(lesson: Lesson, names: Mapping[StudentId, str]) -> Printed:
    """What there is to print; nothing where the lesson has no stations."""
    segment = next((s for s in lesson.segments if isinstance(s, Stations)), None)
    if segment is None:
        return Printed()
    plan, sheets = lesson.plan, []
    if plan is not None and plan.mode == "stations":
        found = [(table.label, table.students, "") for table in plan.tables]
        found += [(pair.label, tuple(sorted(pair.students)), pair.coach) for pair in plan.pairs]
        found += [(STUDIO, plan.studio, "")] if plan.studio else []
        for label, students, coach in found:
            learner = next((s for s in students if s != coach), students[0])
            practice = set_of(lesson, segment, learner)
            if practice is not None:
                card = coach_card(lesson, segment, coach)
                called = tuple(names.get(s, "") for s in students)
                speaks = tuple(spoken_by(lesson, s) for s in students)
                sheets.append(GroupSheet(label, called, practice, card, speaks))
    return Printed(tuple(sheets), segment.sets, segment.note)
