"""The plan of a class from its diagnostic: computed when the plan comes before the class, and again when it changes.

`plan_changes` gives the event that belongs right behind what changed it, so that a replay can compute it again.
"""

from __future__ import annotations

from dataclasses import replace

from boardsup.lesson.events.planning import PlanMade
from boardsup.lesson.materials import PracticeSet
from boardsup.lesson.segments import Diagnostic, Plan, Stations
from boardsup.lesson.state import Asked, Lesson
from boardsup.lesson.who import StudentId
from boardsup.teaching import group as groups
from boardsup.teaching.diagnose import Check, CheckItem, Mark, chain, check, place
from boardsup.teaching.group import Member, Picture, Wishes


def plan_changes(lesson: Lesson) -> tuple[PlanMade, ...]:
    """The plan that the present answers and pins call for, where it is not the one that lies there."""
    segment = lesson.segment
    if not isinstance(segment, Plan | Stations) or lesson.course is None:
        return ()
    diagnostic = lesson.segment_of(segment.diagnostic)
    if not isinstance(diagnostic, Diagnostic) or diagnostic.id not in lesson.courses:
        return ()
    plan = _planned(lesson, diagnostic, _picture(lesson, diagnostic))
    return () if plan is None or plan == lesson.plan else (PlanMade(segment.id, plan),)


def late_check(lesson: Lesson, student: StudentId) -> tuple[str, ...]:
    """The questions of the diagnostic for somebody who comes when the class has been grouped already."""
    segment = lesson.segment
    if not isinstance(segment, Plan | Stations) or lesson.plan is None or student in lesson.seats:
        return ()
    diagnostic = lesson.segment_of(segment.diagnostic)
    if not isinstance(diagnostic, Diagnostic) or diagnostic.id not in lesson.courses:
        return ()
    return tuple(q.id for q in diagnostic.questions if student not in lesson.asked[q.id].answers)


def _planned(lesson: Lesson, diagnostic: Diagnostic, picture: Picture) -> groups.Plan | None:
    """Once the class has seen its groups nobody is moved: who is placed later finds a seat among them."""
    seed, wishes = f"{lesson.seed}|{lesson.code}", _wishes(lesson)
    if isinstance(lesson.segment, Plan) and not lesson.groups_shown:
        return groups.group(picture, seed, wishes, lesson.pins, lesson.settings.groups)
    if lesson.plan is None:
        return None
    done = tuple(member for member in picture.members if member.student not in lesson.extra)
    waiting = tuple(member.student for member in picture.members if member.student in lesson.extra)
    picture = replace(picture, members=done, unknown=tuple(sorted((*picture.unknown, *waiting))))
    return groups.join(lesson.plan, picture, seed, wishes, lesson.settings.groups)


def set_of(lesson: Lesson, segment: Stations, student: StudentId) -> PracticeSet | None:
    """The set of this student's need: what their table starts with, the last item for a learner, the last set else."""
    plan = lesson.plan
    if plan is None or not segment.sets:
        return None
    if plan.mode == "whole_class":
        return _set_from(lesson, segment, plan.start)
    for table in plan.tables:
        if student in table.students:
            return _set_from(lesson, segment, table.start)
    is_learner = any(student in pair.learners for pair in plan.pairs)
    return segment.sets[-2] if is_learner and len(segment.sets) > 1 else segment.sets[-1]


def _set_from(lesson: Lesson, segment: Stations, start: int) -> PracticeSet:
    """The set on the question at which one starts, counted from 1; where it has none, on the next that has one."""
    diagnostic = lesson.segment_of(segment.diagnostic)
    asked = diagnostic.questions[start - 1 :] if isinstance(diagnostic, Diagnostic) else ()
    by_skill = {practice.skill: practice for practice in segment.sets}
    found = (by_skill[question.skill] for question in asked if question.skill in by_skill)
    return next(found, segment.sets[min(start, len(segment.sets)) - 1])


def group_of(lesson: Lesson, student: StudentId) -> tuple[str, tuple[StudentId, ...]]:
    """The neutral label of a student's group, and the others in it; ("", ()) where there is none."""
    plan = lesson.plan
    if plan is None or plan.mode != "stations":
        return "", ()
    for table in plan.tables:
        if student in table.students:
            return table.label, tuple(s for s in table.students if s != student)
    for pair in plan.pairs:
        if student in pair.students:
            return pair.label, tuple(sorted(pair.students - {student}))
    return (groups.STUDIO, ()) if student in plan.studio else ("", ())


def coach_card(lesson: Lesson, segment: Stations, student: StudentId) -> tuple[str, ...]:
    """What a coach may ask about the work of those who are coached; nothing for anybody else."""
    plan = lesson.plan
    if plan is None or len(segment.sets) < 2 or not any(student == pair.coach for pair in plan.pairs):
        return ()
    return segment.sets[-2].coach


def _picture(lesson: Lesson, diagnostic: Diagnostic) -> Picture:
    asked = [lesson.asked[question.id] for question in diagnostic.questions]
    of = _check(diagnostic)
    members, unknown = [], []
    for student in lesson.roster:
        placed = place(of, [_mark(one, student) for one in asked])
        if placed is None:
            unknown.append(student)
        else:
            members.append(Member(student, placed.level, placed.confirm))
    return Picture(tuple(members), len(asked), tuple(unknown))


def _check(diagnostic: Diagnostic) -> Check:
    items = [CheckItem(question.skill or question.id, len(question.choices)) for question in diagnostic.questions]
    return check(items, lambda a, b: (a, b) in diagnostic.rests) if diagnostic.rests else chain(items)


def _mark(asked: Asked, student: StudentId) -> Mark:
    answer = asked.answers.get(student)
    if answer is None or not answer.is_settled:
        return "skipped"
    return "right" if answer.is_right else "not_yet"


def _wishes(lesson: Lesson) -> Wishes:
    needs, lately = lesson.needs.values(), lesson.lately
    return Wishes(
        keep_apart=frozenset(frozenset((pair.one, pair.other)) for pair in lesson.apart),
        no_coach=frozenset(one.student for one in needs if not one.coaches),
        never_call=frozenset(one.student for one in needs if one.calls == "never"),
        lately=frozenset(frozenset((pair.one, pair.other)) for pair in lately.pairs),
        coached={one.student: one.times for one in lately.coached},
        languages={one.student: one.language for one in needs},
        language_support=frozenset(one.student for one in needs if one.language != "en"),
    )
