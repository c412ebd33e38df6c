"""The type of a column that holds a time."""

from __future__ import annotations

from sqlalchemy import BigInteger, Integer

Moment = BigInteger().with_variant(Integer(), "sqlite")
"""The type of every column that holds a time in ms since 1970: PostgreSQL's INTEGER ends in January 1970."""
