"""The cold call on the console."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class PickedAnswer:
    """What the called student handed in last, for the teacher's eyes before the name is said."""

    ask: str
    value: str
    wrote: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a student who had passed wrote for the teacher alone; the name is masked until held."""

    name: str
    wrote: str


@dataclass(frozen=True, slots=True)
class Calling:
    """The cold call on the console: the name on hold until it is on the wall.

    `kind` says why this student, `reply` what they said to their heads-up, `next_name` who has one now.
    """

    region: ClassVar[str] = "calling"
    code: str
    segment: str = ""  # where the next name can be called
    call: int = 0
    name: str = ""
    named: bool = False
    kind: str = ""  # turn · owed · call_back · return · purposeful
    reply: str = ""  # ready · friend
    prompt: str = ""
    answers: tuple[PickedAnswer, ...] = ()
    helpers: tuple[str, ...] = ()
    passed: bool = False
    calls_today: int = 0
    next_name: str = ""
    next_reply: str = ""
    heads_ups: bool = True
    evidence: str = ""
    notes: tuple[Note, ...] = ()
