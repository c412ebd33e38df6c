"""Secrets of this installation: made at random on first use and kept, so that cookies outlive a restart."""

from __future__ import annotations

import secrets

from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from boardsup.store.tables import Secret

SIGNING = "signing"


def signing_secret(session: Session) -> str:
    """The secret that signs cookies and links: 256 bits, the same for every process on this database.

    Wants a session of its own: it is rolled back when another process makes the secret at the same moment.
    """
    held = session.get(Secret, SIGNING)
    if held is not None:
        return held.value
    try:
        session.connection().execute(insert(Secret).values(name=SIGNING, value=secrets.token_hex(32)))
    except IntegrityError:
        # Another process was first; its secret is the one that counts.
        session.rollback()
    return session.get_one(Secret, SIGNING).value
