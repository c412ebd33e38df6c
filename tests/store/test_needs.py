"""What is set for a student: kept, given to lessons, and no trouble for a database from before."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardsup.lesson.needs import NO_END, Apart, Needs
from boardsup.rostering.names import Refusal
from boardsup.store.database import open_database
from boardsup.store.needs import apart_of, needs_of, set_needs
from boardsup.store.rosters import (
    make_class,
    move_student,
    names_of,
    put_back_student,
    remove_student,
    removed_of,
    students_of,
)


@pytest.fixture
def session(tmp_path: Path):
    database = open_database(tmp_path / "x.sqlite3")
    with database.session() as opened:
        yield opened
    database.close()


def klass_of(session, names: str = "Ana\nBo\nCai") -> tuple[str, list[str]]:
    klass = make_class(session, "P3", names)
    return klass.id, [student.id for student in students_of(session, klass.id)]


def test_what_is_set_is_kept_and_what_is_as_for_everybody_is_no_row(session) -> None:
    klass, (ana, bo, _) = klass_of(session)
    wanted = Needs(ana, extra_time=NO_END, calls="never", coaches=False, language="es", draws=False)
    set_needs(session, klass, wanted, ())
    set_needs(session, klass, Needs(bo), ())
    assert needs_of(session, klass) == {ana: wanted}
    set_needs(session, klass, Needs(ana), ())
    assert needs_of(session, klass) == {}


def test_two_are_kept_apart_from_either_side_and_together_again(session) -> None:
    klass, (ana, bo, cai) = klass_of(session)
    set_needs(session, klass, Needs(bo), (ana, cai, bo, "nobody"))
    assert {frozenset((p.one, p.other)) for p in apart_of(session, klass)} == {
        frozenset((ana, bo)),
        frozenset((bo, cai)),
    }
    set_needs(session, klass, Needs(ana), ())
    assert apart_of(session, klass) == (Apart(*sorted((bo, cai))),)


def test_a_student_off_the_list_has_no_part_in_it_until_put_back(session) -> None:
    klass, (ana, bo, _) = klass_of(session)
    set_needs(session, klass, Needs(ana, calls="warm"), (bo,))
    remove_student(session, klass, ana)
    assert (needs_of(session, klass), apart_of(session, klass)) == ({}, ())
    assert [student.first_name for student in removed_of(session, klass)] == ["Ana"]
    put_back_student(session, klass, ana)
    assert needs_of(session, klass) == {ana: Needs(ana, calls="warm")}
    assert len(apart_of(session, klass)) == 1


def test_nothing_is_set_for_somebody_of_another_class(session) -> None:
    klass, _ = klass_of(session)
    _, (stranger, *_) = klass_of(session)
    with pytest.raises(Refusal):
        set_needs(session, klass, Needs(stranger), ())


@pytest.mark.parametrize(("to", "order"), [(0, "Cai Ana Bo"), (1, "Ana Cai Bo"), (99, "Ana Bo Cai")])
def test_a_tile_moves_to_another_place(session, to: int, order: str) -> None:
    klass, ids = klass_of(session)
    move_student(session, klass, ids[2], to)
    assert list(names_of(session, klass).values()) == order.split()
