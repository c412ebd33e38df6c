"""What a class's teacher has set for its lessons: when a flag is said, how groups are made, how names are called.

A lesson carries it from its first event on, so that a log is computed again by the settings that it was taught with.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from boardsup.teaching import flag, group, pick


@dataclass(frozen=True, slots=True)
class ClassSettings:
    """Of one class. `heads_ups`: names are called with a heads-up, unless the teacher turns it off for a while.

    `weighted` brings forward in the bag who has waited longer than the class (`teaching/fairness.py`).
    """

    flags: flag.Settings = field(default_factory=flag.Settings)
    groups: group.Settings = field(default_factory=group.Settings)
    calls: pick.Settings = field(default_factory=pick.Settings)
    heads_ups: bool = True
    weighted: bool = False


AS_SHIPPED = ClassSettings()
"""The settings of a class whose teacher has changed nothing."""
