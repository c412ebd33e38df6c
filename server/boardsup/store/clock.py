"""The time, for rows that say when something was made. Functions take it as an argument with this as the default."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime

Now = Callable[[], int]
"""Gives the present time in ms since 1970."""


JUMP = 1_000
"""Ms by which the machine's clock may differ from one that only counts, from one look to the next; more is a jump."""

QUIET = 5_000
"""Ms without a look after which the machine's clock is believed again: no lesson runs, for a lesson looks often."""


def _counted_ms() -> int:
    """Ms of a clock that nobody sets. It counts while the machine sleeps, where there is one that does."""
    which = getattr(time, "CLOCK_BOOTTIME", None) or getattr(time, "CLOCK_MONOTONIC", None)
    return (time.monotonic_ns() if which is None else time.clock_gettime_ns(which)) // 1_000_000


def _machines_ms() -> int:
    return time.time_ns() // 1_000_000


class Steady:
    """The time in ms since 1970, which goes on evenly while lessons run, whoever sets the machine's clock meanwhile."""

    def __init__(self, machines: Now = _machines_ms, counted: Now = _counted_ms) -> None:
        self._machines, self._counted = machines, counted
        self._looking = threading.Lock()
        self._looked = (machines(), counted())
        self._ahead = 0

    def __call__(self) -> int:
        """The present time."""
        with self._looking:
            machines, counted = self._machines(), self._counted()
            passed = counted - self._looked[1]
            jumped = machines - self._looked[0] - passed
            if passed > QUIET:
                self._ahead = 0
            elif abs(jumped) > JUMP:
                self._ahead -= jumped
            self._looked = (machines, counted)
            return machines + self._ahead


now_ms: Now = Steady()
"""The present time in ms since 1970."""


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
