"""What the lessons before leave to this one: who worked with whom, who coached, how long nobody called a name."""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.lesson.who import StudentId

REMEMBERED = 3
"""Sessions after which a pair is as good as new (decision-rules.md 3.5)."""


@dataclass(frozen=True, slots=True)
class Together:
    """Two students who worked in one pair or trio; `coached` says that the first coached the second."""

    one: StudentId
    other: StudentId
    coached: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """A student, and how often or how many days."""

    student: StudentId
    times: int


@dataclass(frozen=True, slots=True)
class Lately:
    """`pairs` of the last three sessions at stations, `coached` how often this week, `waited` the days since a call.

    `sessions` counts all sessions at stations before this lesson.
    """

    pairs: tuple[Together, ...] = ()
    coached: tuple[Times, ...] = ()
    waited: tuple[Times, ...] = ()
    sessions: int = 0


NOTHING = Lately()
