"""Classes and their tiles. Functions that change the tiles of one class hold its row first, so they take turns."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from boardsup.rostering.names import (
    LONGEST_NAME,
    MOST_NAMES,
    TOO_MANY,
    Refusal,
    alike,
    cleaned,
    names_in,
    numbered,
    one_name,
)
from boardsup.store import sample
from boardsup.store.bags import bag_of, keep_bag
from boardsup.store.clock import Now, now_ms
from boardsup.store.tables import Klass, RosterStudent
from boardsup.store.terms import term_of

LONGEST_CLASS_NAME = 60
UNNAMED = "My class"

NO_CLASS = "This class is not here any more."
NO_STUDENT = "This name is not on the list any more."


def make_class(session: Session, name: str, pasted: str, *, now: Now = now_ms) -> Klass:
    """A new class with a tile for each pasted first name, in that order. Raises `Refusal`."""
    return _made(session, cleaned(name)[:LONGEST_CLASS_NAME].rstrip() or UNNAMED, names_in(pasted), now())


def make_sample_class(session: Session, *, now: Now = now_ms) -> Klass:
    """A new class of the thirty sample names."""
    return _made(session, sample.NAME, names_in(sample.PASTED), now())


def classes(session: Session) -> list[Klass]:
    """The classes that are not put away, the newest first."""
    return _classes(session, away=False)


def away_classes(session: Session) -> list[Klass]:
    """The classes that are put away, the newest first."""
    return _classes(session, away=True)


def put_away(session: Session, class_id: str, *, at: int | None) -> Klass:
    """Put a class away, or with None take it out again; nothing of it is lost. Raises `Refusal`."""
    klass = find_class(session, class_id)
    if klass is None:
        raise Refusal(NO_CLASS)
    klass.archived_at = at
    session.add(klass)
    session.flush()
    return klass


def find_class(session: Session, class_id: str) -> Klass | None:
    """The class of this id; None when there is none."""
    return session.get(Klass, class_id)


def students_of(session: Session, class_id: str) -> list[RosterStudent]:
    """The tiles of a class, in order, without those that were taken off."""
    wanted = select(RosterStudent).where(RosterStudent.class_id == class_id, col(RosterStudent.active))
    return list(session.exec(wanted.order_by(col(RosterStudent.place), col(RosterStudent.id))))


def names_of(session: Session, class_id: str) -> dict[str, str]:
    """The first names of a class by student id, in the order of the tiles, without those that were taken off."""
    return {student.id: student.first_name for student in students_of(session, class_id)}


def add_student(session: Session, class_id: str, name: str) -> RosterStudent:
    """One more tile, at the end; a name that is there already gets a number. Raises `Refusal`."""
    wanted = one_name(name)
    present = _held(session, class_id)
    if len(present) >= MOST_NAMES:
        raise Refusal(TOO_MANY)
    (first_name,) = numbered([wanted], (student.first_name for student in present))
    places = session.exec(select(func.max(RosterStudent.place)).where(RosterStudent.class_id == class_id)).one()
    student = new_student(session, class_id, first_name, 0 if places is None else places + 1)
    session.flush()
    return student


def rename_student(session: Session, class_id: str, student_id: str, name: str) -> RosterStudent:
    """Change what stands on a tile. Raises `Refusal`, also when another tile of the class says the same."""
    wanted = one_name(name)
    present = _held(session, class_id)
    student = _one_of(present, student_id)
    if any(alike(other.first_name) == alike(wanted) for other in present if other is not student):
        raise Refusal(f"There is another {wanted} in this class. Add an initial or a number.")
    student.first_name = wanted
    session.add(student)
    session.flush()
    return student


def remove_student(session: Session, class_id: str, student_id: str) -> None:
    """Take a tile off the list; what was answered stays. Raises `Refusal`."""
    student = _one_of(_held(session, class_id), student_id)
    student.active = False
    session.add(student)
    session.flush()


def find_removed(session: Session, class_id: str, student_id: str) -> RosterStudent | None:
    """The tile of this id, if it was taken off this class's list; else None."""
    student = session.get(RosterStudent, student_id)
    return None if student is None or student.class_id != class_id or student.active else student


def removed_of(session: Session, class_id: str) -> list[RosterStudent]:
    """The tiles that were taken off a class's list, in order."""
    wanted = select(RosterStudent).where(RosterStudent.class_id == class_id, col(RosterStudent.active).is_(False))
    return list(session.exec(wanted.order_by(col(RosterStudent.place), col(RosterStudent.id))))


def move_student(session: Session, class_id: str, student_id: str, place: int) -> None:
    """Put a tile at another place among the tiles, counted from 0. Raises `Refusal`."""
    present = _held(session, class_id)
    student = _one_of(present, student_id)
    others = [one for one in present if one is not student]
    at = max(0, min(place, len(others)))
    for number, one in enumerate((*others[:at], student, *others[at:])):
        one.place = number
        session.add(one)
    session.flush()


def put_back_student(session: Session, class_id: str, student_id: str) -> RosterStudent:
    """Put a tile that was taken off back in its place; a name that came in meanwhile gives it a number.

    Raises `Refusal`.
    """
    present = _held(session, class_id)
    student = find_removed(session, class_id, student_id)
    if student is None:
        raise Refusal(NO_STUDENT)
    if len(present) >= MOST_NAMES:
        raise Refusal(TOO_MANY)
    (student.first_name,) = numbered([student.first_name], (other.first_name for other in present))
    student.active = True
    session.add(student)
    session.flush()
    return student


def _classes(session: Session, *, away: bool) -> list[Klass]:
    wanted = select(Klass).where(col(Klass.archived_at).is_not(None) if away else col(Klass.archived_at).is_(None))
    return list(session.exec(wanted.order_by(col(Klass.created_at).desc(), col(Klass.id))))


def _held(session: Session, class_id: str) -> list[RosterStudent]:
    """The tiles of a class that nobody else can change until this session ends."""
    if not hold_class(session, class_id):
        raise Refusal(NO_CLASS)
    return students_of(session, class_id)


def hold_class(session: Session, class_id: str) -> bool:
    """Let nobody else change the tiles of a class until this session ends; is there such a class?"""
    return (
        session.connection().execute(update(Klass).where(col(Klass.id) == class_id).values(id=class_id)).rowcount == 1
    )


def _one_of(students: Iterable[RosterStudent], student_id: str) -> RosterStudent:
    for student in students:
        if student.id == student_id:
            return student
    raise Refusal(NO_STUDENT)


def new_class(session: Session, name: str, at: int) -> Klass:
    """A new class of this name without a tile yet."""
    klass = Klass(id=_new_id(), name=name, secret=secrets.token_hex(16), term=term_of(at), created_at=at)
    session.add(klass)
    session.flush()
    return klass


def new_student(session: Session, class_id: str, first_name: str, place: int) -> RosterStudent:
    """A new tile; its name is clean, and no other of the class has it."""
    student = RosterStudent(id=_new_id(), class_id=class_id, first_name=first_name, place=place)
    session.add(student)
    return student


def _made(session: Session, name: str, first_names: Iterable[str], at: int) -> Klass:
    klass = new_class(session, name, at)
    for place, first_name in enumerate(first_names):
        new_student(session, klass.id, first_name, place)
    session.flush()
    return klass


def _new_id() -> str:
    """72 random bits: nobody can guess another's, and two never meet."""
    return secrets.token_urlsafe(9)


__all__ = [
    "LONGEST_NAME",
    "MOST_NAMES",
    "Refusal",
    "add_student",
    "away_classes",
    "bag_of",
    "classes",
    "find_class",
    "find_removed",
    "hold_class",
    "keep_bag",
    "make_class",
    "make_sample_class",
    "move_student",
    "names_of",
    "new_class",
    "new_student",
    "put_away",
    "put_back_student",
    "remove_student",
    "removed_of",
    "rename_student",
    "students_of",
]
