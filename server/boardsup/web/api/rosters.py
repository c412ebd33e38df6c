"""Classes and students: read in pages, and taken in from another program by the same merging as class lists."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Annotated

from fastapi import APIRouter, Path, Query
from sqlmodel import Session

from boardsup.rostering.names import cleaned
from boardsup.rostering.roster import Person, Section
from boardsup.rostering.sections import LONGEST_ID, Gathering
from boardsup.store import rosters as store
from boardsup.store.clock import moment
from boardsup.store.importing import Taken as Done
from boardsup.store.importing import take_roster, take_section
from boardsup.store.paging import classes_after, counts_of, students_after
from boardsup.store.people.belonging import taught_by
from boardsup.store.tables import Klass as KlassRow
from boardsup.store.tables import RosterStudent
from boardsup.web.api import values as v
from boardsup.web.api.callers import Asked, Found, ReadsRosters, WritesRosters
from boardsup.web.api.pages import USUAL, Cursor, Limit, cut, key_in
from boardsup.web.api.problems import FieldProblem, Problem, not_here
from boardsup.web.api.seeing import class_seen

router = APIRouter(tags=["rosters"])

External = Annotated[str, Query(max_length=LONGEST_ID, description="Only those with this id in your own lists.")]
LEFT_OUT = "Some students of this list could not be taken, so nothing was changed."


@router.get("/classes")
def list_classes(asked: ReadsRosters, cursor: Cursor = "", limit: Limit = USUAL, external: External = "") -> v.Classes:
    """All classes, those that are put away among them."""
    of = f"classes/{external}"
    key = key_in(cursor, of, (int, str))

    def page(session: Session) -> v.Classes:
        found = classes_after(session, taught_by(asked.caller.person), key, most=limit + 1, external=external)
        rows, following = cut(found, limit, of, lambda row: (row.created_at, row.id))
        counts = counts_of(session, [row.id for row in rows])
        return v.Classes(items=[_klass(row, counts) for row in rows], next=following)

    return asked.read(page)


@router.get("/classes/{class_id}")
def get_class(asked: ReadsRosters, class_id: str) -> v.Klass:
    """One class."""

    def found(session: Session) -> v.Klass:
        return _klass(class_seen(session, asked.caller.person, class_id), counts_of(session, [class_id]))

    return asked.read(found)


@router.get("/classes/{class_id}/students")
def list_students(asked: ReadsRosters, class_id: str, cursor: Cursor = "", limit: Limit = USUAL) -> v.Students:
    """The students of a class, those off its list among them."""
    of = f"students/{class_id}"
    key = key_in(cursor, of, (str,))

    def page(session: Session) -> v.Students:
        class_seen(session, asked.caller.person, class_id)
        found = students_after(session, class_id, key, most=limit + 1)
        rows, following = cut(found, limit, of, lambda row: (row.id,))
        return v.Students(items=[_student(row) for row in rows], next=following)

    return asked.read(page)


@router.put("/classes/{class_id}/students")
async def put_students(asked: WritesRosters, class_id: str, roster: v.Roster) -> v.Taken:
    """Take your list of a class in: matched by your id first, then by the name. All of it, or nothing.

    A tile keeps the name that the teacher gave it.
    """
    people = _people(roster)

    def take(session: Session) -> Done:
        klass = class_seen(session, asked.caller.person, class_id)
        section = Section("", klass.name, people)
        return take_section(session, class_id, section, takes_off=roster.others == "off")

    return await _taken(asked, take, len(people))


@router.put("/rosters/{external}")
async def put_roster(
    asked: WritesRosters,
    external: Annotated[
        str, Path(min_length=1, max_length=LONGEST_ID, description="The class's id in your own lists.")
    ],
    roster: v.NamedRoster,
) -> v.Taken:
    """The same for the class with this id of yours, which is made where there is none yet."""
    people = _people(roster)

    def take(session: Session) -> Done:
        section = Section(external, _named(roster.name), people)
        by, now = asked.caller.person, asked.door.rooms.house.now
        return take_roster(session, section, by, takes_off=roster.others == "off", now=now)

    return await _taken(asked, take, len(people))


@router.patch("/classes/{class_id}/students/{student_id}")
async def patch_student(asked: WritesRosters, class_id: str, student_id: str, change: v.Change) -> v.Student:
    """Change a student's name, your id, or whether the tile is on the list."""

    def changed(session: Session) -> v.Student:
        class_seen(session, asked.caller.person, class_id)
        row = session.get(RosterStudent, student_id)
        if row is None or row.class_id != class_id:
            raise not_here()
        _change(session, row, change)
        return _student(row)

    return await _committed(asked, class_id, changed)


def _change(session: Session, row: RosterStudent, change: v.Change) -> None:
    """What is said already changes nothing."""
    if change.on_list is True and not row.active:
        store.put_back_student(session, row.class_id, row.id)
    if change.first_name is not None and change.first_name != row.first_name:
        if not row.active:
            raise Problem("refused", "This student is off the list; put the tile back first.")
        store.rename_student(session, row.class_id, row.id, change.first_name)
    if change.external is not None:
        row.external = change.external
        session.add(row)
    if change.on_list is False and row.active:
        store.remove_student(session, row.class_id, row.id)
    session.flush()


async def _taken(asked: Asked, take: Callable[[Session], Done], count: int) -> v.Taken:
    done = await asyncio.to_thread(asked.read, take)
    (class_id,) = done.classes
    await asked.door.rooms.roster_changed(class_id)
    unchanged = count - done.added - done.back
    return v.Taken(class_id=class_id, added=done.added, back=done.back, off=done.off, unchanged=unchanged)


async def _committed(asked: Asked, class_id: str, change: Callable[[Session], Found]) -> Found:
    """Change a roster, and have its rooms show it."""
    found = await asyncio.to_thread(asked.read, change)
    await asked.door.rooms.roster_changed(class_id)
    return found


def _people(roster: v.Roster) -> tuple[Person, ...]:
    """The students of a list, cleaned as those of a file. Raises `Problem` when one of them cannot be taken."""
    gathering = Gathering("API")
    gathering.section("", "")
    for place, one in enumerate(roster.students):
        gathering.put("", Person(one.external, one.first_name, one.initial), "students", place)
    if gathering.troubles:
        errors = [FieldProblem(where=f"body.students.{one.line}", says=one.says) for one in gathering.troubles]
        raise Problem("refused", LEFT_OUT, errors=errors)
    return tuple(gathering.people[""].values())


def _named(name: str) -> str:
    return cleaned(name)[: store.LONGEST_CLASS_NAME].rstrip() or store.UNNAMED


def _klass(row: KlassRow, counts: Mapping[str, int]) -> v.Klass:
    return v.Klass(
        id=row.id,
        external=row.external,
        name=row.name,
        students=counts.get(row.id, 0),
        made_at=moment(row.created_at),
        archived=row.archived_at is not None,
    )


def _student(row: RosterStudent) -> v.Student:
    return v.Student(
        id=row.id, external=row.external, class_id=row.class_id, first_name=row.first_name, on_list=row.active
    )
