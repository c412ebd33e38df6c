"""The plan card on the console: the mode and why, tables, pairs, the studio, whom to confirm, who is not placed yet."""

from __future__ import annotations

from collections.abc import Mapping

from boardsup.lesson.regions.cards import Place, Placed, PlanCard
from boardsup.lesson.segments import Diagnostic, Plan
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import StudentId
from boardsup.teaching import group as groups
from boardsup.teaching.group.leading import another_strength

MODES = {"go": "Go on: teach today's content now", "whole_class": "Whole class first", "stations": "Stations"}


def plan_card(lesson: Lesson, names: Mapping[StudentId, str]) -> PlanCard:
    """The card, as long as the plan is before the class; else empty."""
    plan, segment = lesson.plan, lesson.segment
    if plan is None or not isinstance(segment, Plan):
        return PlanCard(lesson.code)
    return PlanCard(
        code=lesson.code,
        title=MODES[plan.mode],
        why=plan.why,
        start=_ask(lesson, segment, plan.start),
        places=tuple(_places(lesson, segment, plan, names)),
        confirm=tuple(names.get(s, "") for s in plan.confirm),
        unknown=tuple(names.get(s, "") for s in plan.unknown),
        shown=lesson.groups_shown,
        can_show=plan.mode == "stations",
        leads=another_strength(lesson.lately.sessions + 1) if plan.mode == "stations" else "",
    )


def _places(lesson: Lesson, segment: Plan, plan: groups.Plan, names: Mapping[StudentId, str]) -> list[Place]:
    found = [
        Place(f"table:{i}", table.label, _ask(lesson, segment, table.start), _placed(table.students, names))
        for i, table in enumerate(plan.tables)
    ]
    for pair in plan.pairs:
        members = tuple(s for s in (pair.coach, *pair.learners) if s)
        note = "coach first" if pair.coach else "with a worked example"
        found.append(Place(f"with:{members[0]}", pair.label, note, _placed(members, names)))
    if plan.studio:
        found.append(Place("studio", groups.STUDIO, "", _placed(plan.studio, names)))
    if plan.pull:
        found.append(Place("", "To pull later", "", _placed(plan.pull, names)))
    return found


def _placed(students: tuple[StudentId, ...], names: Mapping[StudentId, str]) -> tuple[Placed, ...]:
    return tuple(Placed(student, names.get(student, "")) for student in students)


def _ask(lesson: Lesson, segment: Plan, start: int) -> str:
    """The question at which a table, or the whole class, starts."""
    diagnostic = lesson.segment_of(segment.diagnostic)
    questions = diagnostic.questions if isinstance(diagnostic, Diagnostic) else ()
    return questions[start - 1].ask if 0 < start <= len(questions) else ""
