"""A backup is one SQLite file, from whichever database; it can be made while lessons run, and opened anywhere.

SQLite is copied by its own online backup, PostgreSQL in one repeatable-read transaction: one moment of the school.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from boardsup.store.copying import JournalSum, copy_school, journal_sum
from boardsup.store.database import Database, open_database
from boardsup.store.failures import Differs, Occupied, Unusable, Unwritable


def back_up(where: str | Path, to: Path) -> JournalSum:
    """Write a backup of this database into a new file. Raises `Occupied`, `Unusable` or `Unwritable`."""
    with _new_file(to) as draft:
        if (file := _sqlite_file(where)) is not None:
            _copy_file(file, draft)
            return _sum_of(draft)
        with _opened(where) as source, _opened(draft) as target:
            return copy_school(source, target)[1]


def restore(backup: Path, where: str | Path) -> JournalSum:
    """Fill a new SQLite file or an empty PostgreSQL database from a backup, and bring its tables up to date.

    Raises `Occupied`, `Unusable`, `Differs` or `Unwritable`; then nothing was changed.
    """
    if (file := _sqlite_file(where)) is not None:
        with _new_file(file) as draft:
            return _filled(draft, backup)
    with tempfile.TemporaryDirectory(prefix="boardsup-") as folder:
        copy = Path(folder) / "backup.sqlite3"
        _filled(copy, backup)
        with _opened(copy) as source, _opened(where) as target:
            return copy_school(source, target)[1]


def _filled(draft: Path, backup: Path) -> JournalSum:
    """A copy of the backup, of which the backup itself stays as it is; what both journals come to."""
    _copy_file(backup, draft)
    before = _sum_of(draft)
    with _opened(draft) as database, database.snapshot() as reading:
        if journal_sum(reading) != before:
            raise Differs("The restored journal is not that of the backup.")
    return before


def _copy_file(file: Path, to: Path) -> None:
    """Copy an SQLite database as it stands at one moment, also while others write it; one file, and a sound one."""
    if not file.is_file():
        raise Unusable(f"There is no {file}.")
    try:
        with (
            closing(sqlite3.connect(f"file:{quote(str(file.resolve()))}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(to)) as target,
        ):
            if not source.execute("SELECT 1 FROM sqlite_master WHERE name = 'event'").fetchone():
                raise Unusable(f"{file} holds no lessons of Boards Up.")
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
            if target.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise Unusable(f"{file} is damaged.")
    except sqlite3.DatabaseError as error:
        raise Unusable(f"{file} cannot be read: {error}") from error


def _sum_of(file: Path) -> JournalSum:
    database = Database(file)
    try:
        with database.snapshot() as reading:
            return journal_sum(reading)
    finally:
        database.close()
        _fold(file)


@contextmanager
def _opened(where: str | Path) -> Iterator[Database]:
    database = open_database(where)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def _new_file(to: Path) -> Iterator[Path]:
    """A draft in the same folder, which takes the place of this new file once the block ends well."""
    try:
        to.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        raise Occupied(f"{to} is there already; nothing is overwritten.") from None
    except OSError as error:
        raise Unwritable(f"{to} cannot be written: {error.strerror}") from error
    draft = to.with_name(f"{to.name}.part")
    try:
        draft.touch(mode=0o600)
        yield draft
        _fold(draft)
        _sync(draft)
        draft.replace(to)
        _sync(to.parent)
    except BaseException:
        to.unlink(missing_ok=True)
        raise
    finally:
        for rest in ("", "-wal", "-shm", "-journal"):
            draft.with_name(draft.name + rest).unlink(missing_ok=True)


def _fold(file: Path) -> None:
    """Make it one file again: no WAL beside it."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")


def _sync(path: Path) -> None:
    """Wait until the disk has it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sqlite_file(where: str | Path) -> Path | None:
    """The file, if this is a SQLite database; None for a server's."""
    text = str(where)
    if text.startswith("sqlite:///"):
        text = text.removeprefix("sqlite:///")
    return None if "://" in text else Path(text)
