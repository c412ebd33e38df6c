"""What the teacher has set for the students of a class: kept beside the tiles, given to each lesson as it starts."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlmodel import Session, or_, select

from boardsup.lesson.needs import Apart, Needs
from boardsup.store.rosters import NO_STUDENT, Refusal, students_of
from boardsup.store.tables import KeptApart, StudentNeeds

_decode = msgspec.json.Decoder(Needs).decode


def needs_of(session: Session, class_id: str) -> dict[str, Needs]:
    """By student id, for those of the list for whom something is set."""
    listed = {student.id for student in students_of(session, class_id)}
    rows = session.exec(select(StudentNeeds).where(StudentNeeds.class_id == class_id).order_by(StudentNeeds.student_id))
    return {row.student_id: _decode(row.needs) for row in rows if row.student_id in listed}


def apart_of(session: Session, class_id: str) -> tuple[Apart, ...]:
    """The pairs that are kept apart, both of them on the list, in the order of their ids."""
    listed = {student.id for student in students_of(session, class_id)}
    rows = session.exec(
        select(KeptApart).where(KeptApart.class_id == class_id).order_by(KeptApart.one, KeptApart.other)
    )
    return tuple(Apart(row.one, row.other) for row in rows if {row.one, row.other} <= listed)


def set_needs(session: Session, class_id: str, needs: Needs, apart: Iterable[str]) -> None:
    """Set all of one student's: what they need, and from whom they are kept apart. Raises `Refusal`."""
    listed = {student.id for student in students_of(session, class_id)}
    if needs.student not in listed:
        raise Refusal(NO_STUDENT)
    _keep(session, class_id, needs)
    mine = or_(KeptApart.one == needs.student, KeptApart.other == needs.student)
    for row in session.exec(select(KeptApart).where(KeptApart.class_id == class_id, mine)):
        session.delete(row)
    session.flush()
    for other in sorted(set(apart) & listed - {needs.student}):
        one, two = sorted((needs.student, other))
        session.add(KeptApart(one=one, other=two, class_id=class_id))
    session.flush()


def _keep(session: Session, class_id: str, needs: Needs) -> None:
    row = session.get(StudentNeeds, needs.student)
    if needs == Needs(needs.student):
        if row is not None:
            session.delete(row)
        return
    row = row or StudentNeeds(student_id=needs.student, class_id=class_id, needs="")
    row.needs = msgspec.json.encode(needs).decode()
    session.add(row)
