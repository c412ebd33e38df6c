"""The database: one SQLAlchemy engine, and sessions that commit as a whole or not at all.

SQLite runs in WAL with synchronous=FULL: what is committed survives `kill -9` and a power cut. Every transaction that
writes begins IMMEDIATE, so that it waits for its turn instead of failing half-way.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from boardsup.store.failures import NOT_SAVED, Unwritable
from boardsup.store.tables import TABLES

BUSY_MS = 5_000
"""How long a writer waits for another one, in ms, before it gives up."""


def open_database(url_or_path: str | Path, *, max_page_count: int | None = None) -> Database:
    """The database of this URL or SQLite file, its tables made when missing.

    `max_page_count` is SQLite's own limit on the file, in pages of 4,096 bytes. Raises `Unwritable` when the
    database cannot be opened.
    """
    url, file = str(url_or_path), None
    try:
        if "://" not in url:
            file = Path(url).resolve()
            # Names and the signing secret are in here; SQLite gives its WAL the same mode.
            file.touch(mode=0o600)
            url = f"sqlite:///{file}"
        database = Database(url, file, max_page_count)
        with database.engine.connect() as connection:
            _make_tables(connection)
    except (OperationalError, OSError) as error:
        raise Unwritable(f"The database cannot be opened: {error}") from error
    return database


class Database:
    """An engine with this project's settings; `file` is None for a server's database."""

    def __init__(self, url: str, file: Path | None, max_page_count: int | None) -> None:
        is_sqlite = url.startswith("sqlite")
        self.engine: Engine = create_engine(url, connect_args={"isolation_level": "IMMEDIATE"} if is_sqlite else {})
        self._max_page_count = max_page_count
        self._file = file
        self._inode = file.stat().st_ino if file else 0
        if is_sqlite:
            event.listen(self.engine, "connect", self._set_up)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session: committed when the block ends well, undone as a whole when not. Raises `Unwritable`."""
        try:
            with Session(self.engine, expire_on_commit=False) as session:
                yield session
                session.commit()
        except OperationalError as error:
            raise Unwritable(NOT_SAVED) from error

    def check_in_place(self) -> None:
        """Raise `Unwritable` when the SQLite file was deleted or replaced: SQLite would go on writing into nothing."""
        if self._file is None:
            return
        try:
            is_same = self._file.stat().st_ino == self._inode
        except OSError as error:
            raise Unwritable(f"The database file is gone: {error}") from error
        if not is_same:
            raise Unwritable("The database file was replaced while this process ran; restart to use the new one.")

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
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        if self._max_page_count is not None:
            cursor.execute(f"PRAGMA max_page_count={int(self._max_page_count)}")
        cursor.close()


def _make_tables(connection: Connection) -> None:
    """Make what is missing, in one transaction: two processes may open the same new file at once."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    TABLES.create_all(connection)
    connection.commit()
