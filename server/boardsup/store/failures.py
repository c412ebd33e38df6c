"""What can go wrong between the memory and the disk. None of these is ever taken for a success."""

from __future__ import annotations

NOT_SAVED = "This could not be saved just now. Please try again in a moment."


class Unwritable(Exception):
    """The database cannot be written: disk full, file or server gone, locked for too long. Nothing was stored."""


class Conflict(Exception):
    """Another writer has stored an event under the same (lesson, seq); this one stored nothing and must let go."""


class Halted(Exception):
    """This lesson's last commit failed; nothing is taken for it until `Journal.resume`."""


class Unreadable(Exception):
    """What the journal holds of a lesson cannot be read: a gap in its numbers, or an event that nobody knows."""


class Unusable(Exception):
    """This is no place to read a school from: no such file, not made by Boards Up, or by a newer one."""


class Occupied(Exception):
    """The place that was to be filled holds something already; nothing was changed."""


class Differs(Exception):
    """A copy is not what was copied; it was thrown away."""
