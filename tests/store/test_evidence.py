"""Evidence is kept once, computed again from the journal, and gone with the student or the lesson."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from pathlib import Path

import pytest
from sqlmodel import Session, select

from acting import T0, TEACHER, someone
from boardsup.items.item import Question
from boardsup.lesson import commands as c
from boardsup.lesson.events import LessonStarted
from boardsup.lesson.lesson import apply, decide
from boardsup.lesson.segments import Exit
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import Visitor
from boardsup.store.database import Database, open_database
from boardsup.store.evidence import forget, keep, keep_missing, measured
from boardsup.store.lessons import new_lesson
from boardsup.store.rosters import make_class, students_of
from boardsup.store.tables import AttendedRow, EventRow, LessonRow, MeasuredRow, RosterStudent, ShowingRow, ShownRow
from boardsup.teaching.pick import EMPTY_BAG

PLAN = (
    Exit("exit", (Question("exit.1", "Solve $x + 5 = 14$", "equation_solution", "x = 9", ("x",), skill="eq-1add"),)),
)
TABLES = (MeasuredRow, ShownRow, ShowingRow, AttendedRow)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "boardsup.sqlite3")
    yield opened
    opened.close()


def played(session: Session, *, right: int = 1) -> Lesson:
    """A lesson of a new class of three, two of whom were here; so many of them were right, and it has ended."""
    klass = make_class(session, "Period 3", "Ana\nBo\nCai")
    row = new_lesson(session, klass.id, "Equations", now=lambda: T0)
    roster = tuple(student.id for student in students_of(session, klass.id))
    lesson = apply(Lesson(), LessonStarted(row.code, "Equations", "seed", roster, PLAN, EMPTY_BAG, T0))
    for student in roster[:2]:
        lesson = _after(lesson, Visitor(f"device-{student}"), c.Sit(student))
    lesson = _after(lesson, TEACHER, c.Open("exit"))
    for place, student in enumerate(roster[:2]):
        lesson = _after(lesson, student, c.Answer("exit.1", 1, "9" if place < right else "19", "sure"))
    return _after(lesson, TEACHER, c.End())


def _after(lesson: Lesson, who: object, wish: c.Command) -> Lesson:
    return reduce(apply, decide(lesson, someone(who), wish, T0), lesson)


def counts(session: Session) -> list[int]:
    return [len(session.exec(select(table)).all()) for table in TABLES]


def class_of(session: Session, lesson: Lesson) -> str:
    return session.get(LessonRow, lesson.code).class_id


def test_what_a_lesson_showed_is_read_back_as_it_was(database: Database) -> None:
    with database.session() as session:
        lesson = played(session)
        keep(session, lesson)
        (found,) = measured(session, class_of(session, lesson))

    (exit_,) = found.shown
    assert (found.code, found.title, found.at) == (lesson.code, "Equations", T0)
    assert (exit_.skill, exit_.part, exit_.N, exit_.n, exit_.k) == ("eq-1add", "exit", 2, 2, 1)
    by_student = {one.student: (one.showed, one.sure) for one in exit_.students}
    assert by_student == {lesson.roster[0]: ("right", "sure"), lesson.roster[1]: ("not_yet", "sure")}
    assert [one.here for one in found.attended] == [True, True, False]


def test_keeping_it_twice_changes_nothing(database: Database) -> None:
    with database.session() as session:
        lesson = played(session)
        keep(session, lesson)
        once = measured(session, class_of(session, lesson))
        keep(session, lesson)

        assert measured(session, class_of(session, lesson)) == once
        assert counts(session) == [1, 1, 2, 3]


def test_what_is_missing_is_computed_from_the_journal_once(database: Database) -> None:
    with database.session() as session:
        lesson = played(session)
        class_id, asked = class_of(session, lesson), list[str]()

        def replay(code: str) -> Lesson:
            asked.append(code)
            return lesson

        assert keep_missing(session, class_id, replay) == 0
        session.add(EventRow(lesson=lesson.code, seq=1, at=T0, kind="LessonEnded", body="{}"))
        session.flush()
        assert keep_missing(session, class_id, replay) == 1
        assert keep_missing(session, class_id, replay) == 0
        assert asked == [lesson.code]

        session.get(MeasuredRow, lesson.code).version = 0
        session.flush()
        assert keep_missing(session, class_id, replay) == 1


def test_a_students_evidence_goes_with_the_student_and_does_not_come_back(database: Database) -> None:
    with database.session() as session:
        lesson = played(session)
        keep(session, lesson)
        session.delete(session.get(RosterStudent, lesson.roster[0]))
        session.flush()

        assert counts(session) == [1, 1, 1, 2]
        keep(session, lesson)
        assert counts(session) == [1, 1, 1, 2]


def test_a_lessons_evidence_goes_with_the_lesson(database: Database) -> None:
    with database.session() as session:
        lesson = played(session)
        keep(session, lesson)
        session.delete(session.get(LessonRow, lesson.code))
        session.flush()
        keep(session, lesson)

        assert counts(session) == [0, 0, 0, 0]


def test_forgetting_a_lesson_leaves_others_alone(database: Database) -> None:
    with database.session() as session:
        one, other = played(session), played(session, right=2)
        keep(session, one)
        keep(session, other)
        forget(session, one.code)

        assert measured(session, class_of(session, one)) == ()
        assert measured(session, class_of(session, other))[0].shown[0].k == 2
