"""The time, for rows that say when something was made. Functions take it as an argument with this as the default."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime

Now = Callable[[], int]
"""Gives the present time in ms since 1970."""


def now_ms() -> int:
    """The present time in ms since 1970."""
    return time.time_ns() // 1_000_000


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SCHOOL_DAYS = 5
"""A week's; what happens on a weekend counts as Friday's."""


def day_at(at: int) -> date:
    """The day, where this machine stands, of a moment in ms since 1970."""
    return date.fromtimestamp(at / 1000)


def school_day(day: date) -> int:
    """The number of a school day: one more from weekday to weekday."""
    weeks, weekday = divmod(day.toordinal() - 1, 7)
    return weeks * SCHOOL_DAYS + min(weekday, SCHOOL_DAYS - 1)


def moment(at: int) -> str:
    """A moment in ms since 1970 as other programs read it: RFC 3339, in UTC."""
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
