"""What a class's teacher has set for its lessons: when a flag is said, how groups are made, how names are called.

A lesson carries it from its first event on, so that a log is computed again by the settings that it was taught with.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from boardsup.teaching import flag, group, pick

Keep = Literal["lesson", "term", "year"]
"""Until the lesson ends, the half-year in which it was, or a year after it (R-51: drawings, then answers)."""


@dataclass(frozen=True, slots=True)
class ClassSettings:
    """Of one class. `heads_ups`: names are called with a heads-up, unless the teacher turns it off for a while.

    `weighted` brings forward in the bag who has waited longer than the class (`teaching/fairness.py`). `drawings` and
    `writings` say until when what students drew and wrote is kept; counts and marks stay.
    """

    flags: flag.Settings = field(default_factory=flag.Settings)
    groups: group.Settings = field(default_factory=group.Settings)
    calls: pick.Settings = field(default_factory=pick.Settings)
    heads_ups: bool = True
    weighted: bool = False
    drawings: Keep = "lesson"
    writings: Keep = "term"


AS_SHIPPED = ClassSettings()
"""The settings of a class whose teacher has changed nothing."""
