"""What the teacher may do with the plan of a class: put somebody elsewhere, show the groups, hide them."""

from __future__ import annotations

from boardsup.lesson import commands as c
from boardsup.lesson.events import Event, GroupsHidden, GroupsShown, StudentMoved
from boardsup.lesson.refused import MOVED_ON, Refused
from boardsup.lesson.segments import Plan, Stations
from boardsup.lesson.state import Lesson
from boardsup.teaching.group import AtTable, InStudio, Pin, With


def move_student(lesson: Lesson, wish: c.MoveStudent) -> tuple[Event, ...]:
    """There they stay; the others are grouped anew."""
    if not isinstance(lesson.segment, Plan) or lesson.plan is None or lesson.plan.mode != "stations":
        raise Refused(MOVED_ON)
    if wish.student not in lesson.roster:
        raise Refused("This tile is not on the list any more.")
    return (StudentMoved(wish.student, _pin(lesson, wish)),)


def show_groups(lesson: Lesson, wish: c.ShowGroups) -> tuple[Event, ...]:
    """On the wall and on each student's own page, or off again."""
    if wish.to == "hidden":
        return (GroupsHidden(),) if lesson.groups_shown else ()
    if not isinstance(lesson.segment, Plan | Stations) or lesson.plan is None or lesson.plan.mode != "stations":
        raise Refused("There are no groups to show.")
    return () if lesson.groups_shown else (GroupsShown(),)


def _pin(lesson: Lesson, wish: c.MoveStudent) -> Pin:
    where, _, what = wish.to.partition(":")
    tables = len(lesson.plan.tables) if lesson.plan is not None else 0
    if where == "table" and what.isdecimal() and int(what) < tables:
        return AtTable(int(what))
    if where == "with" and what in lesson.roster and what != wish.student:
        return With(what)
    if where == "studio":
        return InStudio()
    raise Refused("There is no such group.")
