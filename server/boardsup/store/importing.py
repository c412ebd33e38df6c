"""Class lists from a file: kept until the teacher has looked at them, then taken in as a whole or not at all."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from boardsup.rostering.merging import Merge, Tile, merge
from boardsup.rostering.names import MOST_NAMES, TOO_MANY, Refusal, numbered
from boardsup.rostering.roster import Roster, Section
from boardsup.store.clock import Now, now_ms
from boardsup.store.people.belonging import join_class, standing, taught_by
from boardsup.store.people.person import Person
from boardsup.store.rosters import NO_CLASS, find_class, hold_class, new_class, new_student
from boardsup.store.tables import Klass, RosterStudent, Secret, UploadRow

KEPT_MS = 86_400_000
"""How long a list waits to be taken in: a day."""
GONE = "This list is not waiting any more. Please send the file again."
NO_SECTION = "This class is not in the list."
NEW = "new"

_decode = msgspec.json.Decoder(Roster).decode


@dataclass(frozen=True, slots=True)
class Wish:
    """Which sections, by their place in the upload, go into the class of which id, or a `NEW` one.

    With `takes_off` who is not in the file goes off the list.
    """

    into: Mapping[int, str]
    takes_off: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking lists in has done: the classes, how many students are new, back, and off the list."""

    classes: tuple[str, ...]
    added: int
    back: int
    off: int


def keep_upload(session: Session, roster: Roster, *, by: Person, now: Now = now_ms) -> str:
    """Keep lists until somebody has looked at them; older ones go. Returns their id."""
    drop_old_uploads(session, now=now())
    row = UploadRow(id=secrets.token_urlsafe(9), at=now(), roster=msgspec.json.encode(roster).decode(), sender=by.id)
    session.add(row)
    session.flush()
    return row.id


def find_upload(session: Session, upload: str, by: Person) -> Roster:
    """The lists of this id, for whom has sent them. Raises `Refusal`."""
    row = session.get(UploadRow, upload)
    if row is None or not (by.is_admin or row.sender == by.id):
        raise Refusal(GONE)
    return _decode(row.roster)


def drop_uploads(session: Session) -> None:
    """Delete all lists that wait: a name that is deleted must not wait in one of them."""
    session.connection().execute(delete(UploadRow))


def drop_old_uploads(session: Session, *, now: int) -> None:
    """Delete the lists that nobody has taken in for a day; `now` in ms since 1970."""
    session.connection().execute(delete(UploadRow).where(col(UploadRow.at) < now - KEPT_MS))


def tiles_of(session: Session, class_id: str) -> list[Tile]:
    """All tiles of a class, those off the list among them."""
    rows = session.exec(
        select(RosterStudent)
        .where(RosterStudent.class_id == class_id)
        .order_by(col(RosterStudent.place), col(RosterStudent.id))
    )
    return [Tile(row.id, row.external, row.first_name, row.active) for row in rows]


def take_in(session: Session, upload: str, wish: Wish, by: Person, *, now: Now = now_ms) -> Taken:
    """Take sections into classes of theirs, and drop the upload. Raises `Refusal`, and then nothing has changed."""
    roster = find_upload(session, upload, by)
    if not all(0 <= place < len(roster.sections) for place in wish.into):
        raise Refusal(NO_SECTION)
    classes: list[str] = []
    added = back = off = 0
    for place, target in sorted(wish.into.items()):
        section = roster.sections[place]
        klass = _target(session, section, target, by, now)
        done = _merged(session, klass, section, takes_off=wish.takes_off)
        classes.append(klass.id)
        added, back = added + len(done.added), back + len(done.back)
        off += len(done.missing) if wish.takes_off else 0
    session.connection().execute(delete(UploadRow).where(col(UploadRow.id) == upload))
    session.flush()
    return Taken(tuple(classes), added, back, off)


def take_section(session: Session, class_id: str, section: Section, *, takes_off: bool) -> Taken:
    """Take one list into the class of this id, as another program sends it. Raises `Refusal`."""
    if not hold_class(session, class_id):
        raise Refusal(NO_CLASS)
    klass = session.get_one(Klass, class_id)
    done = _merged(session, klass, section, takes_off=takes_off)
    return Taken((class_id,), len(done.added), len(done.back), len(done.missing) if takes_off else 0)


def take_roster(session: Session, section: Section, by: Person, *, takes_off: bool, now: Now) -> Taken:
    """The same for the class of `by` that has the section's id; it is made where there is none."""
    # One after the other, so that two that come at once never make the same class twice.
    session.connection().execute(update(Secret).values(name=col(Secret.name)))
    mine = select(Klass.id).where(taught_by(by), Klass.external == section.id)
    there = session.exec(mine.order_by(col(Klass.created_at), col(Klass.id)).limit(1)).first()
    class_id = there or _target(session, section, NEW, by, now).id
    return take_section(session, class_id, section, takes_off=takes_off)


def _target(session: Session, section: Section, target: str, by: Person, now: Now) -> Klass:
    if target == NEW:
        klass = new_class(session, section.name, now())
        join_class(session, klass.id, by, now=now)
        return klass
    found = find_class(session, target)
    if found is None or standing(session, by, target) != "teacher":
        raise Refusal(NO_CLASS)
    return found


def _merged(session: Session, klass: Klass, section: Section, *, takes_off: bool) -> Merge:
    found = merge(section, tiles_of(session, klass.id))
    stays = 0 if takes_off else len(found.missing)
    if len(found.same) + len(found.back) + len(found.added) + stays > MOST_NAMES:
        raise Refusal(TOO_MANY)
    rows = {row.id: row for row in session.exec(select(RosterStudent).where(RosterStudent.class_id == klass.id))}
    for tile, person in (*found.same, *found.back):
        row = rows[tile.id]
        if not row.active:
            (row.first_name,) = numbered([row.first_name], (one.first_name for one in rows.values() if one.active))
        row.active, row.external = True, person.id or row.external
        session.add(row)
    for tile in found.missing if takes_off else ():
        rows[tile.id].active = False
        session.add(rows[tile.id])
    place = max((row.place for row in rows.values()), default=-1)
    for number, (name, person) in enumerate(found.added, place + 1):
        new_student(session, klass.id, name, number).external = person.id
    klass.external, klass.archived_at = section.id or klass.external, None
    session.add(klass)
    session.flush()
    return found
