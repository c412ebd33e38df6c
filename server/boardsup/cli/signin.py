"""`boardsup signin`: a new one-time link for the teacher."""

from __future__ import annotations

from pathlib import Path

from boardsup.store.database import open_database
from boardsup.store.signin import new_signin


def new_link(where: str | Path, here: str) -> str:
    """A link that signs one browser in, once; only its hash is kept."""
    database = open_database(where)
    try:
        with database.session() as session:
            return f"{here}/signin/{new_signin(session)}"
    finally:
        database.close()
