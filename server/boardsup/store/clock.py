"""The time, for rows that say when something was made. Functions take it as an argument with this as the default."""

from __future__ import annotations

import time
from collections.abc import Callable

Now = Callable[[], int]
"""Gives the present time in ms since 1970."""


def now_ms() -> int:
    """The present time in ms since 1970."""
    return time.time_ns() // 1_000_000
