"""Many rows into one table at once: executemany on SQLite, on PostgreSQL one `INSERT … SELECT … FROM unnest`."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Table, bindparam, func, insert, select
from sqlalchemy.dialects.postgresql import ARRAY

Row = dict[str, Any]
"""A row by its columns' names; all rows of one call have the same ones."""


def add_rows(connection: Connection, table: Table, rows: list[Row]) -> None:
    """Add these rows, in this transaction. Does nothing when there is none."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(insert(table), rows)
        return
    names = tuple(rows[0])
    connection.execute(_from_arrays(table, names), {name: [row[name] for row in rows] for name in names})


@cache
def _from_arrays(table: Table, names: tuple[str, ...]) -> Insert:
    """One statement, whatever the number of rows: the server reads and plans it once."""
    arrays = (bindparam(name, type_=ARRAY(table.c[name].type)) for name in names)
    source = func.unnest(*arrays).table_valued(*names).render_derived()
    return insert(table).from_select(names, select(*(source.c[name] for name in names)))
