"""Wrong passwords are counted for each name, never for an address: a whole school is one address.

After five, each further attempt waits longer, up to a minute, and never longer: nobody can lock somebody else out for
good. A browser in which somebody was signed in before has a count of its own, which strangers do not use up. A name
without an account is counted in the same way.
"""

from __future__ import annotations

import hashlib

from sqlalchemy import delete, insert, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from boardsup.store.clock import Now, now_ms
from boardsup.store.people.tables import AttemptRow

FREE = 5
"""Attempts without any wait."""

LONGEST_WAIT_MS = 60_000
FORGOTTEN_MS = 3_600_000
"""An hour without an attempt, and all is as at first."""

AT_ONCE_MS = 1_000
"""The wait of somebody who tries in the same moment as somebody else."""


def key_of(login: str, device: str = "") -> str:
    """Under what the attempts for a name are counted: those of a `device` that was signed in before on its own."""
    return hashlib.sha256(f"{login}\0{device}".encode(errors="replace")).hexdigest()


def wait_after(failures: int) -> int:
    """How long, in ms, the next attempt waits after so many wrong ones."""
    return 0 if failures < FREE else min(2_000 << min(failures - FREE, 10), LONGEST_WAIT_MS)


def take_attempt(session: Session, key: str, *, now: Now = now_ms) -> int:
    """Count an attempt before it is looked at; or the ms that it has to wait, and then it does not count.

    Wants a session of its own, which may be rolled back.
    """
    at = now()
    connection = session.connection()
    connection.execute(delete(AttemptRow).where(col(AttemptRow.last_at) < at - FORGOTTEN_MS))
    row = session.get(AttemptRow, key)
    if row is None:
        try:
            connection.execute(insert(AttemptRow).values(key=key, failures=1, last_at=at))
        except IntegrityError:
            session.rollback()
            return AT_ONCE_MS
        return 0
    due = row.last_at + wait_after(row.failures)
    if at < due:
        return due - at
    as_seen = (col(AttemptRow.key) == key, col(AttemptRow.failures) == row.failures)
    counted = update(AttemptRow).where(*as_seen).values(failures=row.failures + 1, last_at=at)
    return 0 if connection.execute(counted).rowcount == 1 else AT_ONCE_MS


def forget_attempts(session: Session, key: str) -> None:
    """The password was right."""
    session.connection().execute(delete(AttemptRow).where(col(AttemptRow.key) == key))
