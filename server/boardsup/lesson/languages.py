"""The language of a student's page: what they chose, else what their teacher has set, else English."""

from __future__ import annotations

from typing import Literal

from boardsup.lesson.state import Lesson
from boardsup.lesson.who import Student, StudentId, Who

Language = Literal["en", "es"]
ENGLISH: Language = "en"


def language_of(lesson: Lesson, who: Who) -> Language:
    """What the page of this person is written in; only a student's is ever in another language than English."""
    return spoken_by(lesson, who.id) if isinstance(who, Student) else ENGLISH


def spoken_by(lesson: Lesson, student: StudentId) -> Language:
    """The same for a student's id."""
    needs = lesson.needs.get(student)
    chosen = lesson.languages.get(student, needs.language if needs is not None else ENGLISH)
    return "es" if chosen == "es" else ENGLISH
