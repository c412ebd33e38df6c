"""Rows in pages for other programs: those behind the key of the last row shown, so that new rows move no page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, true
from sqlmodel import Session, col, select

from boardsup.store.tables import Klass, LessonRow, RosterStudent, ShowingRow

Key = tuple[str | int, ...]
"""What a list is ordered by, of one row."""


def classes_after(
    session: Session, seen: ColumnElement[bool], key: Key | None, *, most: int, external: str = ""
) -> list[Klass]:
    """Classes among those `seen`, the oldest first; with `external` only those with this id in the school's lists."""
    keys = (col(Klass.created_at), col(Klass.id))
    wanted = select(Klass).where(seen, _behind(keys, key)).order_by(*keys).limit(most)
    return list(session.exec(wanted.where(Klass.external == external) if external else wanted))


def counts_of(session: Session, class_ids: Sequence[str]) -> dict[str, int]:
    """How many students are on the list of each of these classes."""
    of = RosterStudent
    wanted = select(of.class_id, func.count()).where(col(of.class_id).in_(class_ids), col(of.active))
    return dict(session.exec(wanted.group_by(of.class_id)).all())


def students_after(session: Session, class_id: str, key: Key | None, *, most: int) -> list[RosterStudent]:
    """The students of a class by id, also those off its list: a tile that is moved stays on its page."""
    keys = (col(RosterStudent.id),)
    wanted = select(RosterStudent).where(RosterStudent.class_id == class_id, _behind(keys, key))
    return list(session.exec(wanted.order_by(*keys).limit(most)))


def lessons_after(
    session: Session, seen: ColumnElement[bool], key: Key | None, *, most: int, class_id: str = ""
) -> list[LessonRow]:
    """Lessons of the classes that are `seen`, the oldest first; with `class_id` only those of this class."""
    keys = (col(LessonRow.started_at), col(LessonRow.code))
    wanted = select(LessonRow).join(Klass, col(Klass.id) == col(LessonRow.class_id)).where(seen, _behind(keys, key))
    wanted = wanted.order_by(*keys).limit(most)
    return list(session.exec(wanted.where(LessonRow.class_id == class_id) if class_id else wanted))


def marks_after(session: Session, code: str, key: Key | None, *, most: int) -> list[ShowingRow]:
    """How students' answers stood at the end of a lesson, by question and student."""
    keys = (col(ShowingRow.question), col(ShowingRow.student))
    wanted = select(ShowingRow).where(ShowingRow.lesson == code, _behind(keys, key))
    return list(session.exec(wanted.order_by(*keys).limit(most)))


def _behind(columns: Sequence[Any], key: Key | None) -> ColumnElement[bool]:
    """Is a row behind this key, in the order of these columns?"""
    if key is None:
        return true()
    same = [column == value for column, value in zip(columns, key, strict=True)]
    return or_(*(and_(*same[:place], columns[place] > key[place]) for place in range(len(columns))))
