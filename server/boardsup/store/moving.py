"""A student who goes to another class: the tile moves, with what is set for it; past lessons stay where they were."""

from __future__ import annotations

from sqlalchemy import delete, or_, update
from sqlmodel import Session, col

from boardsup.rostering.names import MOST_NAMES, TOO_MANY, Refusal, numbered
from boardsup.store.lessons import is_running
from boardsup.store.rosters import NO_CLASS, NO_STUDENT, find_class, students_of
from boardsup.store.tables import KeptApart, RosterStudent, StudentNeeds

RUNNING = "A lesson of this class is running. End it first, then move the student."
THERE = "This student is in that class already."


def move_to_class(session: Session, class_id: str, student_id: str, to: str, *, now: int) -> RosterStudent:
    """Move a tile to the end of another class; a name that is there already gets a number. Raises `Refusal`.

    Who is kept apart is a matter of the class that is left, and goes; everything else that is set comes along.
    """
    student = session.get(RosterStudent, student_id)
    if student is None or student.class_id != class_id:
        raise Refusal(NO_STUDENT)
    if to == class_id:
        raise Refusal(THERE)
    if is_running(session, class_id, now=now):
        raise Refusal(RUNNING)
    if find_class(session, to) is None:
        raise Refusal(NO_CLASS)
    there = students_of(session, to)
    if len(there) >= MOST_NAMES:
        raise Refusal(TOO_MANY)
    (student.first_name,) = numbered([student.first_name], (one.first_name for one in there))
    student.class_id, student.active = to, True
    student.place = max((one.place for one in there), default=-1) + 1
    session.add(student)
    connection = session.connection()
    connection.execute(update(StudentNeeds).where(col(StudentNeeds.student_id) == student_id).values(class_id=to))
    apart = or_(col(KeptApart.one) == student_id, col(KeptApart.other) == student_id)
    connection.execute(delete(KeptApart).where(apart))
    session.flush()
    return student
