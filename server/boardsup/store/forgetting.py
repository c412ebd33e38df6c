"""A student or a class deleted for good: name, id, what was written, and all that was kept of it.

In the journal a deleted student goes on under a new id that stands nowhere else, so the counts of past lessons stay.
Groups and calls were drawn with the old id; `LessonStarted.forgotten` says that they are taken as they were recorded.
"""

from __future__ import annotations

import json
import secrets

from sqlalchemy import delete, or_, update
from sqlmodel import Session, col, select

from boardsup.rostering.names import Refusal
from boardsup.store.audit import note
from boardsup.store.evidence import forget
from boardsup.store.importing import drop_uploads
from boardsup.store.lessons import is_running, lessons_of
from boardsup.store.rosters import NO_CLASS, NO_STUDENT, find_class
from boardsup.store.tables import (
    AttendedRow,
    EventRow,
    KeptApart,
    Klass,
    LessonRow,
    RosterStudent,
    ShowingRow,
    StudentNeeds,
    TogetherRow,
    WritingRow,
)

RUNNING = "A lesson of this class is running. End it first."
STARTED = "LessonStarted"


def forget_student(session: Session, class_id: str, student_id: str, *, now: int) -> frozenset[str]:
    """Delete a student; the lessons whose journals have changed. Raises `Refusal`, also while a lesson runs."""
    student = session.get(RosterStudent, student_id)
    if student is None or student.class_id != class_id:
        raise Refusal(NO_STUDENT)
    codes = {*_codes(session, class_id, now), *_elsewhere(session, student_id)}
    new = secrets.token_urlsafe(9)
    changed = frozenset(code for code in codes if _renamed(session, code, student_id, new))
    for klass in session.exec(select(Klass).where(col(Klass.bag).contains(_quoted(student_id), autoescape=True))):
        klass.bag = klass.bag.replace(_quoted(student_id), _quoted(new))
        session.add(klass)
    connection = session.connection()
    for table, columns in _ABOUT:
        connection.execute(delete(table).where(or_(*(col(getattr(table, name)) == student_id for name in columns))))
    connection.execute(delete(RosterStudent).where(col(RosterStudent.id) == student_id))
    drop_uploads(session)
    note(session, "students deleted", 1, at=now)
    return changed


def forget_class(session: Session, class_id: str, *, now: int) -> frozenset[str]:
    """Delete a class with everything in it; its lessons. Raises `Refusal`, also while a lesson runs."""
    if find_class(session, class_id) is None:
        raise Refusal(NO_CLASS)
    codes = _codes(session, class_id, now)
    connection = session.connection()
    for code in codes:
        forget(session, code)
        for table in (WritingRow, EventRow):
            connection.execute(delete(table).where(col(table.lesson) == code))
    for of_class in (LessonRow, StudentNeeds, KeptApart, RosterStudent):
        connection.execute(delete(of_class).where(col(of_class.class_id) == class_id))
    connection.execute(delete(Klass).where(col(Klass.id) == class_id))
    drop_uploads(session)
    note(session, "classes deleted", 1, at=now)
    return frozenset(codes)


_ABOUT = (
    (ShowingRow, ("student",)),
    (AttendedRow, ("student",)),
    (TogetherRow, ("one", "other")),
    (KeptApart, ("one", "other")),
    (StudentNeeds, ("student_id",)),
)
"""What is kept about a student, and in which columns the id stands."""


def _codes(session: Session, class_id: str, now: int) -> list[str]:
    """The class's lessons, none of which may be running."""
    if is_running(session, class_id, now=now):
        raise Refusal(RUNNING)
    return [one.code for one in lessons_of(session, class_id)]


def _elsewhere(session: Session, student_id: str) -> set[str]:
    """The lessons of other classes in which a student was who has moved since."""
    named = col(EventRow.body).contains(_quoted(student_id), autoescape=True)
    return set(session.exec(select(EventRow.lesson).where(named).distinct()).all())


def _renamed(session: Session, code: str, old: str, new: str) -> bool:
    """Give a student's id in one journal a new one, and delete what the student wrote; was there anything?"""
    rows = session.exec(
        select(EventRow).where(EventRow.lesson == code, col(EventRow.body).contains(_quoted(old), autoescape=True))
    ).all()
    for row in rows:
        body = row.body.replace(_quoted(old), _quoted(new))
        said = json.loads(body)
        if row.kind == STARTED:
            said["forgotten"] = said.get("forgotten", 0) + 1
            body = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
        if said.get("student") == new:
            session.connection().execute(
                delete(WritingRow).where(col(WritingRow.lesson) == code, col(WritingRow.seq) == row.seq)
            )
        session.connection().execute(
            update(EventRow).where(col(EventRow.lesson) == code, col(EventRow.seq) == row.seq).values(body=body)
        )
    return bool(rows)


def _quoted(id: str) -> str:
    """An id as it stands in JSON, so that no part of another text is taken for it."""
    return f'"{id}"'
