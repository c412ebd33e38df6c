"""One transaction after the other, on a connection of its own: the only code that writes into the journal's tables.

Either every row of a transaction is durable when `store` returns, or it raises and none is.
"""

from __future__ import annotations

import contextlib
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert
from sqlalchemy.engine import RootTransaction
from sqlalchemy.exc import DatabaseError, DataError, IntegrityError, InterfaceError, ProgrammingError, SQLAlchemyError

from boardsup.store.database import Database
from boardsup.store.failures import Conflict, Unwritable
from boardsup.store.rows import Row, add_rows
from boardsup.store.tables import TABLES

PROBE_BYTES = 16_384
"""A probe needs this much room, so that a database which is just full does not pass it."""

REMEMBERED = 1_000
"""How many commits are remembered for the metrics."""

Commit = Callable[[RootTransaction], None]
"""The door of every commit; tests put a slow or a failing disk here."""

_EVENT, _WRITING, _PROBE = (TABLES.tables[name] for name in ("event", "writing", "probe"))


@dataclass(frozen=True, slots=True)
class Committed:
    """One commit: how many events it carried, and how many seconds it took from begin to durable."""

    events: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Stored:
    """Since the start of the process: commits, events in them, and seconds from begin to durable."""

    commits: int = 0
    events: int = 0
    seconds: float = 0.0


class Commits:
    """The journal's own connection. It belongs to one thread; a failed transaction closes it, the next one opens it."""

    def __init__(self, database: Database, commit: Commit = RootTransaction.commit) -> None:
        self.recent: deque[Committed] = deque(maxlen=REMEMBERED)
        self.total = Stored()
        self._database = database
        self._commit = commit
        self._connection: Connection | None = None
        self._is_committing = False

    def store(self, events: list[Row], writings: list[Row]) -> None:
        """Store these rows durably. Raises `Conflict`, `Unwritable`, or what the driver says of a bad row."""
        held = self._connection
        try:
            self._store(events, writings)
        except Unwritable:
            if held is None or self._is_committing:
                raise
            # The connection may have died while nobody used it; nothing of this can have gone through yet.
            self._store(events, writings)

    def probe(self) -> None:
        """Write as an answer would be written, and leave nothing behind. Raises `Unwritable`."""
        with self._transaction() as connection:
            connection.execute(insert(_PROBE), {"fill": bytes(PROBE_BYTES)})
            connection.execute(delete(_PROBE))

    def close(self) -> None:
        """Close the connection, whatever state it is in."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(SQLAlchemyError):
                connection.invalidate()
                connection.close()

    def _store(self, events: list[Row], writings: list[Row]) -> None:
        began = time.perf_counter()
        with self._transaction() as connection:
            add_rows(connection, _EVENT, events)
            add_rows(connection, _WRITING, writings)
        seconds = time.perf_counter() - began
        self.recent.append(Committed(len(events), seconds))
        self.total = Stored(self.total.commits + 1, self.total.events + len(events), self.total.seconds + seconds)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            self._database.check_in_place()
            if self._connection is None:
                self._connection = self._database.engine.connect()
            self._is_committing = False
            transaction = self._connection.begin()
            yield self._connection
            self._is_committing = True
            self._commit(transaction)
        except Exception as error:
            self.close()
            if (named := _named(error)) is error:
                raise
            raise named from error


def _named(error: Exception) -> Exception:
    """The error in the journal's own words, where it has some."""
    match error:
        case IntegrityError():
            return Conflict(f"another writer was first: {error.orig}")
        case DataError() | ProgrammingError():
            return error
        case DatabaseError() | InterfaceError() | OSError():
            return Unwritable(str(getattr(error, "orig", error)))
        case _:
            return error
