"""What a command says when the database cannot be used: one sentence, and exit code 1."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from boardsup.store.failures import Unreadable, Unusable, Unwritable


@contextmanager
def plainly() -> Iterator[None]:
    """Run what uses the database in this block."""
    try:
        yield
    except (Unreadable, Unusable, Unwritable, OSError) as trouble:
        typer.echo(str(trouble).partition("\n")[0], err=True)
        raise typer.Exit(1) from None
