"""Cold calls as a lesson holds them: who is next in line, the call under way, and those that are over."""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.lesson.events.calling import CallOutcome, CallPrompt, Reply
from boardsup.lesson.who import StudentId
from boardsup.teaching.cold_calls import Heard
from boardsup.teaching.pick import Draw, Kind

NAMED_AFTER_MS = 20_000
"""How long before their name a student has a heads-up, unless they say earlier that they are ready."""


@dataclass(frozen=True, slots=True)
class InLine:
    """A student who has a heads-up: its number, the draw that it announces, since when, and what they said to it."""

    number: int
    draw: Draw
    at: int
    reply: Reply = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A cold call under way; its name comes at `name_at`, and never before `earliest`, when the think time is over.

    `heads_up` is the number of the heads-up. `question` is what a call out of an answer group is about.
    """

    number: int
    segment: str
    student: StudentId
    at: int
    name_at: int
    draw: Draw
    named: bool = False
    earliest: int = 0
    heads_up: int = 0
    reply: Reply = ""
    prompt: CallPrompt = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class PastCall:
    """A cold call that is over."""

    number: int
    student: StudentId
    outcome: CallOutcome
    kind: Kind = "turn"


@dataclass(frozen=True, slots=True)
class Written:
    """What a student who had passed wrote for the teacher alone, after the calls were over."""

    student: StudentId
    at: int
    wrote: str


HEARD: dict[CallOutcome, Heard] = {
    "right": "right",
    "not_yet": "wrong",
    "pass": "pass",
    "with_help": "with_help",
    "returned": "with_help",
}
"""What an outcome says about the class; a repeated answer says as little as one with help, a skip nothing at all."""

__all__ = ["HEARD", "NAMED_AFTER_MS", "Call", "InLine", "PastCall", "Written"]
