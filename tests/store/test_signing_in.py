"""Sign-in links, lesson codes, and the secret that outlives a restart."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardsup.rostering.names import Refusal
from boardsup.store.database import open_database
from boardsup.store.lessons import ALPHABET, find_lesson, new_lesson, read_code
from boardsup.store.rosters import add_student, make_class, make_sample_class, names_of, remove_student, rename_student
from boardsup.store.secrets import signing_secret
from boardsup.store.signin import LASTS_MS, new_signin, use_signin


@pytest.fixture
def database(where: str | Path):
    opened = open_database(where)
    yield opened
    opened.close()


def test_a_link_works_once(database) -> None:
    with database.session() as session:
        token = new_signin(session)
    with database.session() as session:
        assert use_signin(session, token)
    with database.session() as session:
        assert not use_signin(session, token)
        assert not use_signin(session, "guess")


def test_a_link_works_for_a_day(database) -> None:
    with database.session() as session:
        token = new_signin(session, now=lambda: 0)
    with database.session() as session:
        assert not use_signin(session, token, now=lambda: LASTS_MS)


def test_the_token_itself_is_stored_nowhere(tmp_path: Path) -> None:
    database = open_database(tmp_path / "x.sqlite3")
    with database.session() as session:
        token = new_signin(session)
    database.close()

    assert token.encode() not in (tmp_path / "x.sqlite3").read_bytes()


def test_the_secret_outlives_a_restart(where: str | Path) -> None:
    secrets = []
    for _ in range(2):
        database = open_database(where)
        with database.session() as session:
            secrets.append(signing_secret(session))
        database.close()

    assert secrets[0] == secrets[1]
    assert len(secrets[0]) >= 32


def test_codes_have_no_look_alikes_and_are_read_as_they_are_meant(database) -> None:
    with database.session() as session:
        klass = make_sample_class(session)
        row = new_lesson(session, klass.id, "Title")
    assert set(row.code) <= set(ALPHABET)
    assert len(row.code) == 5
    assert not set(ALPHABET) & set("0OQ1ILZ2S5B8GUVY")
    assert read_code(" d6-4 3h ") == "D643H"
    assert read_code("O0qGaE") == "DDD643"
    with database.session() as session:
        assert find_lesson(session, row.code) is not None


def test_a_code_is_never_given_twice(database) -> None:
    drawn = iter(["AAAAA", "AAAAA", "BBBBB"])
    with database.session() as session:
        klass = make_sample_class(session)
        first = new_lesson(session, klass.id, "One", draw=lambda: next(drawn))
        second = new_lesson(session, klass.id, "Two", draw=lambda: next(drawn))

    assert (first.code, second.code) == ("AAAAA", "BBBBB")


def test_tiles_can_be_renamed_added_and_taken_off(database) -> None:
    with database.session() as session:
        klass = make_class(session, "Period 3", "Ana\nAna\nBo")
        ids = list(names_of(session, klass.id))
        rename_student(session, klass.id, ids[1], "Ana M.")
        added = add_student(session, klass.id, "bo")
        remove_student(session, klass.id, ids[2])

        assert list(names_of(session, klass.id).values()) == ["Ana", "Ana M.", "bo 2"]
        with pytest.raises(Refusal, match="another ana"):
            rename_student(session, klass.id, added.id, "ana")
