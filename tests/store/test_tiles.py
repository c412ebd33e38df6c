"""The tiles of a class: what is taken off can be put back."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardsup.rostering.names import Refusal
from boardsup.store.database import open_database
from boardsup.store.rosters import (
    add_student,
    find_removed,
    make_class,
    names_of,
    put_back_student,
    remove_student,
    students_of,
)


@pytest.fixture
def session(where: str | Path):
    database = open_database(where)
    with database.session() as opened:
        yield opened
    database.close()


def test_a_tile_that_was_taken_off_comes_back_in_its_place(session) -> None:
    klass = make_class(session, "P3", "Ana\nBo\nCai")
    bo = students_of(session, klass.id)[1].id
    remove_student(session, klass.id, bo)
    assert list(names_of(session, klass.id).values()) == ["Ana", "Cai"]
    put_back_student(session, klass.id, bo)
    assert list(names_of(session, klass.id).values()) == ["Ana", "Bo", "Cai"]


def test_a_name_that_came_in_meanwhile_gives_it_a_number(session) -> None:
    klass = make_class(session, "P3", "Ana\nBo")
    bo = students_of(session, klass.id)[1].id
    remove_student(session, klass.id, bo)
    add_student(session, klass.id, "Bo")
    assert put_back_student(session, klass.id, bo).first_name == "Bo 2"


def test_only_what_was_taken_off_this_class_is_put_back_into_it(session) -> None:
    klass, other = make_class(session, "P3", "Ana\nBo"), make_class(session, "P4", "Cai")
    ana, bo = (student.id for student in students_of(session, klass.id))
    remove_student(session, klass.id, bo)
    assert find_removed(session, klass.id, ana) is None
    assert find_removed(session, other.id, bo) is None
    for class_id, student in ((klass.id, ana), (other.id, bo), (klass.id, "nobody")):
        with pytest.raises(Refusal):
            put_back_student(session, class_id, student)
