"""The half of a school year in which something was: from January to June, and from July to December."""

from __future__ import annotations

from datetime import UTC, datetime


def term_of(at: int) -> str:
    """The term of a moment in ms since 1970, such as 2026-2."""
    when = datetime.fromtimestamp(at / 1000, UTC)
    return f"{when.year}-{1 if when.month < 7 else 2}"
