"""The tables as they grew: one revision a file in versions/, applied in order when a database is opened.

Each goes through as a whole or not at all, and processes that open the same database at once take turns.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from boardsup.store.failures import Unusable

VERSIONS = Path(__file__).with_name("versions")

NEWER = "A newer version of Boards Up made this database. Install that version, or restore a backup that is older."

TURN = 0x626F61726473
"""The number of PostgreSQL's advisory lock that those who change the tables take turns by."""

log = logging.getLogger("boardsup.database")


def bring_up_to_date(connection: Connection, *more_versions: Path) -> None:
    """Apply every revision that this database does not have yet. Raises `Unusable` when it has one that we do not.

    `more_versions` are further folders of revisions.
    """
    known = revisions(VERSIONS, *more_versions)
    at = revision_of(connection)
    connection.rollback()
    if at == known[-1]:
        return
    if at not in ("", *known):
        raise Unusable(NEWER)
    with _alone(connection):
        _upgrade(connection, (VERSIONS, *more_versions))
    if at:
        log.info("the tables were brought from revision %s to %s", at, known[-1])


def revisions(*folders: Path) -> tuple[str, ...]:
    """The revisions of these folders, oldest first: r0001_first.py holds 0001."""
    return tuple(sorted(file.name[1:5] for folder in folders for file in folder.glob("r[0-9]*.py")))


def revision_of(connection: Connection) -> str:
    """The newest revision that a database has; empty when it has none, as those from before there were any."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


@contextmanager
def _alone(connection: Connection) -> Iterator[None]:
    """One transaction that nobody else changes tables beside."""
    is_sqlite = connection.dialect.name == "sqlite"
    if is_sqlite:
        # A table that is copied to change it is dropped, which would take the rows that point to it along.
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})
    yield
    if is_sqlite and (astray := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()):
        raise Unusable(f"{len(astray)} rows point to rows that are not there; the tables stay as they were.")
    connection.commit()
    if is_sqlite:
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")
        connection.rollback()


def _upgrade(connection: Connection, folders: tuple[Path, ...]) -> None:
    # It says what it loads as soon as it is imported; only a database that lacks something pays for that.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(VERSIONS.parent), version_locations=[str(folder) for folder in folders])

    def steps(has, _context):  # type: ignore[no-untyped-def]  # alembic's own types are private
        return script._upgrade_revs("head", has)

    with EnvironmentContext(Config(), script, fn=steps) as environment:
        environment.configure(connection=connection)
        environment.run_migrations()
