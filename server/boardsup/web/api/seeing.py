"""What a token may see: the classes of whoever it belongs to. A laptop has one teacher, to whom all of them belong."""

from __future__ import annotations

from sqlalchemy import ColumnElement, true
from sqlmodel import Session

from boardsup.store.lessons import find_lesson
from boardsup.store.rosters import find_class
from boardsup.store.tables import Klass, LessonRow
from boardsup.store.tokens import Caller
from boardsup.web.api.problems import not_here


def is_seen(caller: Caller) -> ColumnElement[bool]:
    """Is a class one that this caller may see?"""
    return true()


def class_seen(session: Session, caller: Caller, class_id: str) -> Klass:
    """The class of this id. Raises `Problem`."""
    klass = find_class(session, class_id)
    if klass is None:
        raise not_here()
    return klass


def lesson_seen(session: Session, caller: Caller, code: str) -> LessonRow:
    """The lesson of this code. Raises `Problem`."""
    lesson = find_lesson(session, code)
    if lesson is None:
        raise not_here()
    class_seen(session, caller, lesson.class_id)
    return lesson
