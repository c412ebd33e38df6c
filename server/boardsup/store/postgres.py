"""An engine on PostgreSQL that commits durably, finds a server again that was away, and hangs on to no lock.

What is committed survives a crash of the server even where its own setting says otherwise.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from psycopg.types.string import StrDumper
from sqlalchemy import URL, Engine, create_engine, event

CONNECT_WITHIN = 3
"""Seconds for a new connection, and for a free one of the pool."""

SESSION = {
    "synchronous_commit": "on",
    # A process that freezes in mid-transaction would keep another one from taking its lesson over after 5 s.
    "idle_in_transaction_session_timeout": "4s",
    "application_name": "boardsup",
}

CUT_OFF = {"keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3, "tcp_user_timeout": 10_000}
"""libpq's: seconds and ms until a server behind a cut network counts as gone; the kernel's own patience is hours."""


PASSWORD_FILE = "BOARDSUP_DATABASE_PASSWORD_FILE"  # noqa: S105 (the name of a variable)
"""The variable that names a file with the password; without it libpq looks where it always does (PGPASSFILE)."""


def engine_on(url: URL) -> Engine:
    """An engine for this URL; nothing is connected yet. A connection that died while it was idle is replaced.

    Raises OSError when the file with the password cannot be read.
    """
    if url.password is None and (file := os.environ.get(PASSWORD_FILE)):
        url = url.set(password=Path(file).read_text(encoding="utf-8").strip())
    options = " ".join(f"-c {name}={value}" for name, value in SESSION.items())
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        # What students wrote must not come into a log by way of an error.
        hide_parameters=True,
        pool_pre_ping=True,
        pool_timeout=CONNECT_WITHIN,
        connect_args={"connect_timeout": CONNECT_WITHIN, "options": options, **CUT_OFF},
    )
    event.listen(engine, "connect", _adapt)
    return engine


class WithoutNul(StrDumper):
    """Text as PostgreSQL can hold it: NUL, which it cannot, becomes U+FFFD."""

    def dump(self, obj: str) -> Any:
        """The bytes of this text."""
        return super().dump(obj.replace("\0", "\N{REPLACEMENT CHARACTER}"))


def _adapt(connection: Any, _record: object) -> None:
    connection.adapters.register_dumper(str, WithoutNul)
