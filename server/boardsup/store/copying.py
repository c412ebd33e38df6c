"""A whole school copied from one database into an empty one, of either kind, with a checksum of its journal on both.

The source is read as it stands at one moment; the target is filled in one transaction, or stays empty.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, Select, collate, func, select

from boardsup.store.database import AWAY, Database
from boardsup.store.failures import Differs, Occupied, Unwritable
from boardsup.store.owning import FLEETING
from boardsup.store.rows import add_rows
from boardsup.store.tables import TABLES

CHUNK = 1_000
"""Rows that are in memory at once."""

COPIED = tuple(table for table in TABLES.sorted_tables if table.name not in ("probe", *FLEETING))
"""Every table that holds something of the school, those that others point to first."""

WENT_ON = "The lessons went on while they were copied, so the copy was thrown away. Stop the server first."


@dataclass(frozen=True, slots=True)
class JournalSum:
    """A journal in short: how many events, and the SHA-256 of all of them with what students wrote, in order."""

    events: int
    sha256: str


def copy_school(source: Database, target: Database, *, still: bool = False) -> tuple[JournalSum, JournalSum]:
    """Copy everything; what the source's journal and the target's come to, which is the same.

    `still` also wants that the source did not go on meanwhile.

    Raises `Occupied` when the target holds anything, `Differs` when the copy came out otherwise, `Unwritable`.
    """
    try:
        with source.snapshot() as reading, target.engine.begin() as writing:
            if held := next((name for name, count in _counts(writing) if count), None):
                raise Occupied(f"The target is not empty: its table {held} holds rows.")
            for table in COPIED:
                for rows in reading.execute(select(table)).partitions(CHUNK):
                    add_rows(writing, table, [tuple(row) for row in rows])
            found = journal_sum(reading)
            made = journal_sum(writing)
            if made != found or list(_counts(writing)) != list(_counts(reading)):
                raise Differs("The copy is not what was copied, so it was thrown away.")
            if still and _now(source) != found:
                raise Differs(WENT_ON)
    except AWAY as error:
        raise Unwritable(f"The copy could not be made: {getattr(error, 'orig', None) or error}") from error
    return found, made


def journal_sum(connection: Connection) -> JournalSum:
    """The journal of this database in short, the same on every kind of database."""
    events, total = 0, hashlib.sha256()
    for row in connection.execute(_in_order(connection)).yield_per(CHUNK):
        # PostgreSQL cannot hold NUL, and keeps U+FFFD in its place.
        line = msgspec.json.encode([one.replace("\0", "\ufffd") if isinstance(one, str) else one for one in row])
        total.update(line + b"\n")
        events += 1
    return JournalSum(events, total.hexdigest())


def _in_order(connection: Connection) -> Select[tuple[object, ...]]:
    """All events with their writings, by lesson as bytes: a server's own order of letters may be another."""
    event, writing = TABLES.tables["event"], TABLES.tables["writing"]
    is_its = (writing.c.lesson == event.c.lesson) & (writing.c.seq == event.c.seq)
    as_bytes = "BINARY" if connection.dialect.name == "sqlite" else "C"
    wanted = select(event.c.lesson, event.c.seq, event.c.at, event.c.kind, event.c.body, writing.c.text)
    return wanted.select_from(event.outerjoin(writing, is_its)).order_by(collate(event.c.lesson, as_bytes), event.c.seq)


def _now(source: Database) -> JournalSum:
    with source.snapshot() as again:
        return journal_sum(again)


def _counts(connection: Connection) -> Iterator[tuple[str, int]]:
    """Each table with the number of its rows."""
    for table in COPIED:
        yield table.name, connection.execute(select(func.count()).select_from(table)).scalar_one()
