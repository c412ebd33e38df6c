"""The tables of both databases: from nothing, from an older one, never half-way, and always those of `tables.py`."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from sqlalchemy import BigInteger, inspect, text
from sqlalchemy.exc import DatabaseError

from boardsup.store.database import Database, open_database
from boardsup.store.failures import Unusable
from boardsup.store.lessons import new_lesson
from boardsup.store.migrations import VERSIONS, bring_up_to_date, revision_of, revisions
from boardsup.store.rosters import classes, make_class, names_of
from boardsup.store.tables import TABLES

HERE = Path(__file__).parent
BEFORE = (HERE / "before_revisions.sql").read_text(encoding="utf-8")
NEXT, BROKEN = HERE / "revisions" / "next", HERE / "revisions" / "broken"


@pytest.fixture
def database(where: str | Path):
    opened = open_database(where)
    yield opened
    opened.close()


def test_the_revisions_make_the_tables_that_the_code_wants(database: Database) -> None:
    assert missing(database) == "pass"


def test_a_table_that_no_revision_makes_would_be_found(database: Database) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE class DROP COLUMN bag"))
    assert "op.add_column('class', sa.Column('bag'" in missing(database)


def test_every_column_of_a_time_holds_ms_since_1970(database: Database) -> None:
    times = [c for table in TABLES.sorted_tables for c in table.c if c.name == "at" or c.name.endswith("_at")]
    kinds = {str(c): c.type.dialect_impl(database.engine.dialect) for c in times}
    assert len(kinds) >= 7
    if database.file is None:
        assert [name for name, kind in kinds.items() if not isinstance(kind, BigInteger)] == []


def test_a_database_from_before_there_were_revisions_keeps_what_it_holds(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x.sqlite3")) as old:
        old.executescript(BEFORE)
        old.execute("INSERT INTO class VALUES ('c', 'Period 3', 's', '2026-2', 1790000000000, '')")
        old.execute("INSERT INTO student VALUES ('s1', 'c', 'Ana', 0, 1)")
        old.execute("INSERT INTO lesson VALUES ('AAAAA', 'c', 'Equations', 1790000000000, NULL, '')")
        old.execute("INSERT INTO event VALUES ('AAAAA', 1, 1790000000000, 'LessonStarted', '{}')")
        old.commit()

    database = open_database(tmp_path / "x.sqlite3")

    assert missing(database) == "pass"
    with database.session() as session:
        assert [(one.name, names_of(session, one.id)) for one in classes(session)] == [("Period 3", {"s1": "Ana"})]
        assert revision_of(session.connection()) == revisions(VERSIONS)[-1]
        assert session.connection().execute(text("SELECT count(*) FROM event")).scalar() == 1
    database.close()


def test_the_next_revision_is_applied_to_a_database_that_is_in_use(database: Database) -> None:
    with database.session() as session:
        klass = make_class(session, "Period 3", "Ana\nBo")
        new_lesson(session, klass.id, "Equations")

    with database.engine.connect() as connection:
        bring_up_to_date(connection, NEXT)
        bring_up_to_date(connection, NEXT)

    with database.engine.connect() as connection:
        assert connection.execute(text("SELECT title FROM class")).scalar() == "Period 3"
        assert connection.execute(text("SELECT count(*) FROM student WHERE shade IS NULL")).scalar() == 2
        assert connection.execute(text("SELECT count(*) FROM lesson")).scalar() == 1
        assert revision_of(connection) == "9001"
        assert {key["referred_table"] for key in inspect(connection).get_foreign_keys("student")} == {"class", "shade"}


def test_a_revision_that_stops_half_way_leaves_everything_as_it_was(database: Database) -> None:
    with database.engine.connect() as connection, pytest.raises(DatabaseError, match="nowhere"):
        bring_up_to_date(connection, BROKEN)

    with database.engine.connect() as connection:
        assert revision_of(connection) == revisions(VERSIONS)[-1]
        assert not inspect(connection).has_table("half")


def test_a_database_of_a_newer_version_is_not_opened(database: Database, where: str | Path) -> None:
    with database.engine.connect() as connection:
        bring_up_to_date(connection, NEXT)

    with pytest.raises(Unusable, match="newer version"):
        open_database(where)


def test_several_may_open_the_same_new_database_at_once(where: str | Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(open_database, [where] * 4))

    assert [missing(database) for database in opened] == ["pass"] * 4
    for database in opened:
        database.close()


def missing(database: Database) -> str:
    """The operations that a further revision would need, as Python; `pass` when there is none."""
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        code = str(render_python_code(produce_migrations(context, TABLES).upgrade_ops))
    return "\n".join(line for line in code.splitlines() if not line.lstrip().startswith("#")).strip()
