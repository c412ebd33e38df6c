"""The database at the start of a server: one that is away is waited for, one that cannot be used is said to be none."""

from __future__ import annotations

import logging
import time
from pathlib import Path

from sqlalchemy.exc import ArgumentError

from boardsup.store.database import open_database
from boardsup.store.failures import Unusable, Unwritable

FIRST_WAIT, LONGEST_WAIT = 0.5, 8.0
"""Seconds between two tries: the wait doubles until it is as long as that."""

log = logging.getLogger("boardsup.serve")


def wait_for(where: str | Path) -> None:
    """Return once the database can be opened. One on a server is waited for; SystemExit where waiting is no use."""
    wait = FIRST_WAIT
    while (trouble := _trouble(where)) is not None:
        log.warning("PostgreSQL does not answer (%s). Trying again in %g s.", trouble, wait)
        time.sleep(wait)
        wait = min(LONGEST_WAIT, 2 * wait)


def _trouble(where: str | Path) -> str | None:
    """Why a database server cannot be used just now; None when it can be."""
    try:
        if isinstance(where, Path):
            where.parent.mkdir(parents=True, exist_ok=True)
        open_database(where).close()
    except (Unusable, Unwritable, OSError) as error:
        if not isinstance(where, str) or isinstance(error, Unusable) or isinstance(error.__cause__, ArgumentError):
            log.error("The server was not started. %s", str(error).partition("\n")[0])
            raise SystemExit(1) from None
        return _of_the_server(error)
    return None


def _of_the_server(error: Exception) -> str:
    """What the server itself said, without what our libraries put around it."""
    said = getattr(error.__cause__, "orig", None) or error
    return str(said).strip().partition("\n")[0]
