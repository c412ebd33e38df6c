"""Students who are placed after the groups were made: each finds a seat, and nobody else has to move.

Two items or more to go: the table of their level. The last one: a free coach, or two who become three, or a table.
Everything: the studio. In a class that goes on, or starts together, they simply join it.
"""

from __future__ import annotations

from dataclasses import replace

from boardsup.teaching.group.labels import added_label, pair_label
from boardsup.teaching.group.leftover import LARGEST_GROUP
from boardsup.teaching.group.values import Member, Pair, Picture, Plan, Settings, StudentId, Table, Wishes


def join(plan: Plan, picture: Picture, seed: str, wishes: Wishes, settings: Settings) -> Plan:
    """The plan with a place for every member of the picture who has none yet; `unknown` are still without one."""
    for member in sorted(picture.members, key=lambda m: m.student):
        if plan.mode == "stations" and member.student not in seated_students(plan):
            plan = _seat(plan, member, picture, seed, (wishes, settings.cap))
    behind = sorted((m.level, m.student) for m in picture.members if m.level < picture.items)
    return replace(
        plan,
        pull=tuple(student for _, student in behind) if plan.mode == "go" else (),
        confirm=tuple(sorted(m.student for m in picture.members if m.confirm)),
        unknown=tuple(sorted(picture.unknown)),
    )


def seated_students(plan: Plan) -> frozenset[StudentId]:
    """Everybody with a place in the stations."""
    at_tables = (student for table in plan.tables for student in table.students)
    return frozenset((*at_tables, *plan.studio)).union(*(pair.students for pair in plan.pairs))


def _seat(plan: Plan, member: Member, picture: Picture, seed: str, rules: tuple[Wishes, int]) -> Plan:
    wishes, cap = rules
    if member.level == picture.items:
        return replace(plan, studio=tuple(sorted((*plan.studio, member.student))))
    if member.level == picture.items - 1:
        found = _free_coach(plan, member, picture, wishes) or _third(plan, member.student, wishes)
        if found is not None:
            return found
    return _at_table(plan, member, seed, cap)


def _free_coach(plan: Plan, member: Member, picture: Picture, wishes: Wishes) -> Plan | None:
    """The plan with a new pair of this learner and somebody of the studio who may coach."""
    able = {m.student for m in picture.members if m.level == picture.items and not m.confirm} - wishes.no_coach
    for coach in plan.studio:
        if coach in able and wishes.fits(member.student, frozenset((coach,))):
            pair = Pair(pair_label(len(plan.pairs) + 1), coach, (member.student,))
            return replace(plan, pairs=(*plan.pairs, pair), studio=tuple(s for s in plan.studio if s != coach))
    return None


def _third(plan: Plan, student: StudentId, wishes: Wishes) -> Plan | None:
    """The plan with this learner as the third of the first two who suit."""
    for pair in plan.pairs:
        if len(pair.students) < LARGEST_GROUP and wishes.fits(student, pair.students):
            trio = replace(pair, learners=tuple(sorted((*pair.learners, student))))
            return replace(plan, pairs=tuple(trio if p == pair else p for p in plan.pairs))
    return None


def _at_table(plan: Plan, member: Member, seed: str, cap: int) -> Plan:
    """The plan with this student at the table of their level, or of the nearest one with room, or at a new one."""
    room = [table for table in plan.tables if len(table.students) < cap]
    if not room:
        label = added_label(tuple(table.label for table in plan.tables), seed)
        return replace(plan, tables=(*plan.tables, Table(label, member.level + 1, (member.student,))))
    best = min(room, key=lambda table: abs(table.start - member.level - 1))
    grown = replace(best, students=tuple(sorted((*best.students, member.student))))
    return replace(plan, tables=tuple(grown if table == best else table for table in plan.tables))
