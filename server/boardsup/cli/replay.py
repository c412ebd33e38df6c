"""`boardsup replay CODE`: a lesson computed again from its journal, and compared with what the journal says."""

from __future__ import annotations

from pathlib import Path

import typer

from boardsup.lesson.digest import digest
from boardsup.lesson.events import EVENT_TYPES
from boardsup.lesson.replaying import Difference, Recorded
from boardsup.lesson.replaying import replay as again
from boardsup.store.codec import EventCodec
from boardsup.store.database import open_database
from boardsup.store.journal import Journal
from boardsup.store.lessons import find_lesson, read_code


def replay(where: str | Path, code: str) -> int:
    """Print what was computed again and the state's SHA-256; 0 when all is the same, 1 at the first difference."""
    database = open_database(where)
    code = read_code(code)
    try:
        with database.session() as session:
            if find_lesson(session, code) is None:
                typer.echo(f"There is no lesson {code} here.", err=True)
                return 1
        log = [Recorded(*entry) for entry in Journal(database, EventCodec(EVENT_TYPES)).load(code)]
    finally:
        database.close()
    found = again(log)
    if isinstance(found, Difference):
        typer.echo(f"Event {found.seq} differs.\n  recorded: {found.recorded}\n  computed: {found.computed}", err=True)
        return 1
    typer.echo(f"{found.events} events, {found.flags} flags and {found.calls} calls: the same.")
    typer.echo(f"state {digest(found.lesson)}")
    return 0
