"""The database: one SQLAlchemy engine, and sessions that commit as a whole or not at all.

SQLite runs in WAL with synchronous=FULL: what is committed survives `kill -9` and a power cut. Every transaction that
writes begins IMMEDIATE, so that it waits for its turn instead of failing half-way. PostgreSQL: `postgres.py`.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, InterfaceError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as NoneIsFree
from sqlmodel import Session

import boardsup.store.program_tables  # noqa: F401 - its tables belong to TABLES, too
from boardsup.store.failures import NOT_SAVED, Unwritable
from boardsup.store.migrations import bring_up_to_date
from boardsup.store.postgres import engine_on

BUSY_MS = 5_000
"""How long a writer waits for another one, in ms, before it gives up."""

FILE = "boardsup.sqlite3"
"""The database of a data folder."""

AWAY = (OperationalError, InterfaceError, InternalError, NoneIsFree)
"""What the drivers say when the database cannot be reached or cannot be written."""


def database_in(data: Path, url: str) -> str | Path:
    """Where the database is: at this URL, or without one in the data folder."""
    return url or data / FILE


def open_database(url_or_path: str | Path, *, max_page_count: int | None = None) -> Database:
    """The database of this URL or SQLite file, its tables made or brought up to date when need be.

    `max_page_count` is SQLite's own limit on the file, in pages of 4,096 bytes. Raises `Unwritable` when the
    database cannot be opened, `Unusable` when a newer version of this program made it.
    """
    with contextlib.ExitStack() as put_away:
        try:
            where = _read(url_or_path)
            if isinstance(where, Path):
                # Names and the signing secret are in here; SQLite gives its WAL the same mode.
                where.touch(mode=0o600)
            database = Database(where, max_page_count)
            put_away.callback(database.close)
            with database.engine.connect() as connection:
                bring_up_to_date(connection)
        except (*AWAY, OSError, ArgumentError) as error:
            raise Unwritable(f"The database cannot be opened: {error}") from error
        except DatabaseError as error:
            if type(error) is not DatabaseError:
                raise
            # SQLite has no name of its own for a file that is damaged, or is something else.
            raise Unwritable(f"The database cannot be read: {error.orig}") from error
        put_away.pop_all()
    return database


class Database:
    """An engine with this project's settings; `file` is None for a server's database."""

    def __init__(self, where: Path | URL, max_page_count: int | None = None) -> None:
        self.file = where if isinstance(where, Path) else None
        self._max_page_count = max_page_count
        self._inode = self.file.stat().st_ino if self.file else 0
        self.is_to_wipe = False
        if isinstance(where, Path):
            url = URL.create("sqlite", database=str(where))
            immediate = {"isolation_level": "IMMEDIATE"}
            # What students wrote must not come into a log by way of an error.
            self.engine: Engine = create_engine(url, hide_parameters=True, connect_args=immediate)
            event.listen(self.engine, "connect", self._set_up)
        else:
            self.engine = engine_on(where)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session: committed when the block ends well, undone as a whole when not. Raises `Unwritable`."""
        try:
            with Session(self.engine, expire_on_commit=False) as session:
                yield session
                session.commit()
        except AWAY as error:
            raise Unwritable(NOT_SAVED) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read by. Raises `Unwritable` when the database cannot be reached."""
        try:
            with self.engine.connect() as connection:
                yield connection
        except AWAY as error:
            raise Unwritable(NOT_SAVED) from error

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that reads everything as it stands at one moment, while others go on writing."""
        with self.engine.connect() as connection:
            if self.file is None:
                level = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
                connection = connection.execution_options(**level, stream_results=True)
            else:
                connection.exec_driver_sql("BEGIN")
            yield connection
            connection.rollback()

    def check_in_place(self) -> None:
        """Raise `Unwritable` when the SQLite file was deleted or replaced: SQLite would go on writing into nothing."""
        if self.file is None:
            return
        try:
            is_same = self.file.stat().st_ino == self._inode
        except OSError as error:
            raise Unwritable(f"The database file is gone: {error}") from error
        if not is_same:
            raise Unwritable("The database file was replaced while this process ran; restart to use the new one.")

    def wipe(self) -> None:
        """Let nothing of what was deleted stay on the disk: SQLite's log is folded in, PostgreSQL's rows made free.

        Where somebody reads just now, or the database is away, it stays due: `is_to_wipe`.
        """
        self.is_to_wipe = True
        with suppress(*AWAY), self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            if self.file is None:
                connection.exec_driver_sql("VACUUM")
                self.is_to_wipe = False
            else:
                self.is_to_wipe = bool(connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0])

    def limit_pages(self, max_page_count: int | None) -> None:
        """Set another limit on SQLite's pages, from the next connections on; None is no limit."""
        self._max_page_count = max_page_count
        self.engine.dispose()

    def close(self) -> None:
        """Close every connection that is not in use; the last one folds the WAL into the file."""
        self.engine.dispose()

    def _set_up(self, connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        _into_wal(cursor)
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        # What is deleted is overwritten, not only forgotten.
        cursor.execute("PRAGMA secure_delete=ON")
        if self._max_page_count is not None:
            cursor.execute(f"PRAGMA max_page_count={int(self._max_page_count)}")
        cursor.close()


def _into_wal(cursor: Any) -> None:
    """Turn to WAL. Where another one does so in the same moment SQLite says "locked" at once, whatever its timeout."""
    until = time.monotonic() + BUSY_MS / 1_000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def _read(url_or_path: str | Path) -> Path | URL:
    """The SQLite file or the server that is meant."""
    text = str(url_or_path)
    if "://" not in text:
        return Path(text).resolve()
    url = make_url(text)
    match url.get_backend_name():
        case "sqlite" if url.database:
            return Path(url.database).resolve()
        case "postgresql" | "postgres":
            return url
        case _:
            raise ArgumentError("a database is a file, or postgresql://USER@HOST/NAME")
