"""`boardsup backup FILE`, `boardsup restore FILE`, `boardsup move FROM TO`: a school copied, with its checksum."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import typer

from boardsup.store.backups import back_up
from boardsup.store.backups import restore as restored
from boardsup.store.copying import JournalSum, copy_school
from boardsup.store.database import FILE, open_database
from boardsup.store.failures import Differs, Occupied, Unusable, Unwritable


def backup(where: str | Path, file: Path) -> int:
    """Write a backup into a new file; 0, or 1 with a sentence."""
    return _told(lambda: (back_up(where, file),), f"The backup is {file}.")


def restore(file: Path, where: str | Path) -> int:
    """Fill an empty place from a backup; 0, or 1 with a sentence."""
    if isinstance(where, Path):
        where.parent.mkdir(parents=True, exist_ok=True)
    return _told(lambda: (restored(file, where),), f"{file} is restored.")


def move(source: str, target: str) -> int:
    """Copy a school into an empty database of either kind, and compare both journals; 0, or 1 with a sentence."""
    return _told(lambda: _moved(_place(source), _place(target)), "All is there. The source was left as it was.")


def _moved(source: str | Path, target: str | Path) -> tuple[JournalSum, JournalSum]:
    if isinstance(source, Path) and not source.is_file():
        raise Unusable(f"There is no {source}.")
    opened = open_database(source)
    filled = open_database(target)
    try:
        return copy_school(opened, filled, still=True)
    finally:
        opened.close()
        filled.close()


def _told(work: Callable[[], tuple[JournalSum, ...]], good_end: str) -> int:
    try:
        sums = work()
    except (Differs, Occupied, Unusable, Unwritable) as refused:
        typer.echo(str(refused), err=True)
        return 1
    for name, found in zip(("from", "to") if len(sums) == 2 else ("journal",), sums, strict=True):
        typer.echo(f"{name}: {found.events} events, SHA-256 {found.sha256}")
    typer.echo(good_end)
    return 0


def _place(named: str) -> str | Path:
    """A server's address as it is; of a folder its database."""
    if "://" in named:
        return named
    path = Path(named)
    return path / FILE if path.is_dir() else path
