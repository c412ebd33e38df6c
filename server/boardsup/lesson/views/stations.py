"""The stations for the teacher: the round, the groups at work in the order of their labels, raised hands first."""

from __future__ import annotations

from collections.abc import Mapping

from boardsup.lesson.regions.stations import AtWork, Rounds
from boardsup.lesson.release import is_handed_in
from boardsup.lesson.rounds import present_round
from boardsup.lesson.segments import Plan, Stations
from boardsup.lesson.state import Lesson
from boardsup.lesson.views.own import own_questions
from boardsup.lesson.who import StudentId
from boardsup.teaching.group import STUDIO


def stations(lesson: Lesson, names: Mapping[StudentId, str]) -> Rounds:
    """The card of the stations, as long as they are before the class; before them only what can be printed."""
    segment, plan = lesson.segment, lesson.plan
    has_materials = any(isinstance(s, Stations) for s in lesson.segments)
    if isinstance(segment, Plan):
        return Rounds(lesson.code, has_materials=has_materials)
    if not isinstance(segment, Stations) or plan is None:
        return Rounds(lesson.code)
    found = [(table.label, table.students) for table in plan.tables]
    found += [(pair.label, tuple(sorted(pair.students))) for pair in plan.pairs]
    found += [(STUDIO, plan.studio)] if plan.studio else []
    groups = [_at_work(lesson, label, students, names) for label, students in found]
    now = present_round(lesson)
    return Rounds(
        code=lesson.code,
        number=now.number if now is not None else 0,
        of=now.of if now is not None else 0,
        until=now.until if now is not None else 0,
        is_moving=now is not None and now.is_moving,
        groups=tuple(sorted(groups, key=lambda group: (not group.is_raised, len(group.label), group.label))),
        has_materials=True,
    )


def _at_work(lesson: Lesson, label: str, students: tuple[StudentId, ...], names: Mapping[StudentId, str]) -> AtWork:
    own = [(student, question.id) for student in students for question in own_questions(lesson, student)]
    done = sum(is_handed_in(lesson.asked[question], student) for student, question in own)
    return AtWork(label, tuple(names.get(s, "") for s in students), done, len(own), label in lesson.hands)
