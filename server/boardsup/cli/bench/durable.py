"""A bare durable write on this disk: one row, one commit, as the journal's settings have it."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

WRITES = 300


def durable_writes(folder: Path) -> list[float]:
    """Seconds of each of some commits of one row, SQLite in WAL with synchronous=FULL."""
    connection = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("DROP TABLE IF EXISTS row")
    connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)")
    found = []
    for i in range(WRITES):
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO row VALUES (?, ?)", (i, "x = 56/5"))
        connection.execute("COMMIT")
        found.append(time.perf_counter() - began)
    connection.close()
    return found
