"""A school moved to the other kind of database and back, backed up and restored: everything, or nothing at all."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from boardsup.lesson.events import EVENT_TYPES, AnswerGiven
from boardsup.store import copying
from boardsup.store.backups import back_up, restore
from boardsup.store.codec import EventCodec
from boardsup.store.copying import copy_school, journal_sum
from boardsup.store.database import Database, open_database
from boardsup.store.failures import Differs, Occupied, Unusable, Unwritable
from boardsup.store.lessons import new_lesson
from boardsup.store.rosters import make_class
from boardsup.store.rows import add_rows
from boardsup.store.secrets import signing_secret
from boardsup.store.signin import new_signin
from boardsup.store.tables import TABLES

CODEC = EventCodec(EVENT_TYPES)

WROTE = ("x = 3", None, "½ + \U0001f600", "'; DROP TABLE event; --\\", '{NULL,"a"}', "a\0b", "")


def fill(where: str | Path) -> None:
    """A class, two lessons, answers with what is hard to copy, and what is no lesson's."""
    database = open_database(where)
    with database.session() as session:
        klass = make_class(session, "Période 3", "Ana\nЮля\n美玲")
        for code in ("ZZZZZ", "4AAAA"):
            new_lesson(session, klass.id, "Équations", draw=lambda code=code: code)
            events, writings = [], []
            for seq, wrote in enumerate(WROTE * 80, 1):
                answer = AnswerGiven("s1", "q", seq, 1_790_000_000_000, "incorrect", "ne.value", "3", wrote=wrote)
                kind, body, text_ = CODEC.encode(answer)
                events.append((code, seq, 1_790_000_000_000 + seq, kind, body))
                if text_ is not None:
                    writings.append((code, seq, text_))
            add_rows(session.connection(), TABLES.tables["event"], events)
            add_rows(session.connection(), TABLES.tables["writing"], writings)
        new_signin(session)
    with database.session() as session:
        signing_secret(session)
    database.close()


def everything(where: str | Path) -> dict[str, list[tuple]]:
    """Every row of every table."""
    database = open_database(where)
    with database.snapshot() as connection:
        found = {t.name: sorted(map(tuple, connection.execute(t.select())), key=repr) for t in copying.COPIED}
    database.close()
    return found


@pytest.fixture
def other(request: pytest.FixtureRequest, where: str | Path, tmp_path: Path) -> str | Path:
    """An empty place of the other kind than `where`."""
    is_file = isinstance(where, Path)
    return request.getfixturevalue("postgres").new_database() if is_file else tmp_path / "other.sqlite3"


@pytest.fixture
def opened():
    """Opens databases, and closes them afterwards."""
    databases: list[Database] = []

    def opening(where: str | Path) -> Database:
        databases.append(open_database(where))
        return databases[-1]

    yield opening
    for database in databases:
        database.close()


def test_a_school_is_moved_to_the_other_kind_of_database(where, other, opened) -> None:
    fill(where)

    before, after = copy_school(opened(where), opened(other), still=True)

    assert before == after
    assert before.events == 2 * len(WROTE) * 80
    said = {name: [tuple(_without_nul(v) for v in row) for row in rows] for name, rows in everything(where).items()}
    assert everything(other) == {name: sorted(rows, key=repr) for name, rows in said.items()}


def test_a_target_that_holds_anything_is_refused_and_left_as_it_was(where, other, opened) -> None:
    fill(where)
    with (target := opened(other)).session() as session:
        make_class(session, "Period 1", "Bo")
    before = everything(other)

    with pytest.raises(Occupied, match="table class"):
        copy_school(opened(where), target)

    assert everything(other) == before


def test_a_copy_that_came_out_otherwise_is_thrown_away(where, other, opened, monkeypatch) -> None:
    fill(where)

    def losing(connection, table, rows):
        add_rows(connection, table, rows[1:] if table.name == "writing" else rows)

    monkeypatch.setattr(copying, "add_rows", losing)
    with pytest.raises(Differs, match="thrown away"):
        copy_school(opened(where), opened(other))

    assert all(rows == [] for rows in everything(other).values())


def test_one_changed_letter_of_what_a_student_wrote_changes_the_checksum(where, opened) -> None:
    fill(where)
    database = opened(where)
    with database.snapshot() as connection:
        before = journal_sum(connection)
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE writing SET text = 'x = 4' WHERE seq = 1 AND lesson = 'ZZZZZ'"))
    with database.snapshot() as connection:
        after = journal_sum(connection)
    assert (before.events, before.sha256 == after.sha256) == (after.events, False)


def test_a_backup_is_restored_on_either_kind_of_database(where, other, tmp_path: Path) -> None:
    fill(where)
    backup = tmp_path / "backup"

    made = back_up(where, backup)
    again = tmp_path / "again.sqlite3"

    assert restore(backup, other) == made
    assert restore(backup, again) == made
    assert everything(again) == everything(backup)
    assert everything(other).keys() == everything(where).keys()
    assert [len(rows) for rows in everything(other).values()] == [len(rows) for rows in everything(where).values()]


def test_a_backup_is_one_file_that_only_its_owner_reads_and_overwrites_nothing(where, tmp_path: Path) -> None:
    fill(where)
    (folder := tmp_path / "backups").mkdir()

    back_up(where, folder / "b")

    assert os.listdir(folder) == ["b"]
    assert stat.S_IMODE((folder / "b").stat().st_mode) == 0o600
    before = (folder / "b").read_bytes()
    with pytest.raises(Occupied, match="nothing is overwritten"):
        back_up(where, folder / "b")
    assert (folder / "b").read_bytes() == before
    assert os.listdir(folder) == ["b"]


def test_restoring_overwrites_nothing(where, tmp_path: Path) -> None:
    fill(where)
    back_up(where, tmp_path / "b")
    before = everything(where)

    with pytest.raises(Occupied):
        restore(tmp_path / "b", where)

    assert everything(where) == before


def test_an_older_backup_is_brought_up_to_date_and_itself_left_as_it_was(where, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "old")) as old:
        old.executescript((Path(__file__).parent / "before_revisions.sql").read_text(encoding="utf-8"))
        old.execute("INSERT INTO event VALUES ('AAAAA', 1, 1790000000000, 'LessonStarted', '{}')")
        old.commit()
    before = (tmp_path / "old").read_bytes()

    assert restore(tmp_path / "old", where).events == 1

    assert len(everything(where)["event"]) == 1
    assert (tmp_path / "old").read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"not a database" * 100, None], ids=["empty", "other", "none"])
def test_what_is_no_backup_is_refused_and_nothing_is_left_behind(where, tmp_path: Path, content) -> None:
    if content is not None:
        (tmp_path / "b").write_bytes(content)
    there = set(os.listdir(tmp_path))

    with pytest.raises(Unusable):
        restore(tmp_path / "b", where)

    assert set(os.listdir(tmp_path)) == there


def test_a_folder_that_is_not_there_is_said_not_to_be(where, tmp_path: Path) -> None:
    fill(where)
    with pytest.raises(Unwritable, match="cannot be written"):
        back_up(where, tmp_path / "nowhere" / "b")


def _without_nul(value):
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value
