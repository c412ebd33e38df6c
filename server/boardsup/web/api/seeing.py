"""What a token may see: what the person may to whom it belongs, in the classes that they teach."""

from __future__ import annotations

from sqlmodel import Session

from boardsup.store.lessons import find_lesson
from boardsup.store.people.belonging import standing
from boardsup.store.people.person import Person
from boardsup.store.rosters import find_class
from boardsup.store.tables import Klass, LessonRow
from boardsup.web.api.problems import not_here


def class_seen(session: Session, by: Person, class_id: str) -> Klass:
    """The class of this id. Raises `Problem`: somebody else's looks as if there were none."""
    klass = find_class(session, class_id)
    if klass is None or standing(session, by, class_id) != "teacher":
        raise not_here()
    return klass


def lesson_seen(session: Session, by: Person, code: str) -> LessonRow:
    """The lesson of this code. Raises `Problem`."""
    lesson = find_lesson(session, code)
    if lesson is None:
        raise not_here()
    class_seen(session, by, lesson.class_id)
    return lesson
