"""Cold calls: heads-ups and what students say to them, names drawn and shown, and how each call went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from boardsup.lesson.who import StudentId
from boardsup.teaching.pick import Kind as CallKind

CallOutcome = Literal["right", "not_yet", "with_help", "returned", "pass", "skip", "none"]
"""How a cold call went: with a friend's help; returned after a pass, in own words; none where the lesson went on after
the name without a word about it."""

CallPrompt = Literal["", "first_step"]
"""What is asked besides the prompt: nothing, or only the first step."""

Reply = Literal["", "ready", "friend", "pass"]
"""What a student said to a heads-up: nothing yet, ready, with a friend's help, not this time."""


@dataclass(frozen=True, slots=True)
class HeadsUpGiven:
    """The next in line was told, privately, that they may be asked; the draw that the next call will follow."""

    student: StudentId
    kind: CallKind
    round: int
    key: float
    at: int


@dataclass(frozen=True, slots=True)
class HeadsUpAnswered:
    """A student said what they make of their heads-up, or of their call."""

    student: StudentId
    reply: Reply
    at: int


@dataclass(frozen=True, slots=True)
class HeadsUpsBegan:
    """From now on the next in line is told."""


@dataclass(frozen=True, slots=True)
class HeadsUpsStopped:
    """From now on nobody is told before their name."""


@dataclass(frozen=True, slots=True)
class CallDrawn:
    """A name was drawn; the wall may show it from `name_at` on, and never before `earliest`.

    A call out of an answer group names the `question` and the `value` of the group.
    """

    call: int
    segment: str
    student: StudentId
    kind: CallKind
    round: int
    key: float
    at: int
    name_at: int
    earliest: int = 0
    prompt: CallPrompt = ""
    question: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class NameShown:
    """The think time was over and the name went on the wall."""

    call: int


@dataclass(frozen=True, slots=True)
class CallEnded:
    """How a call went. After `skip` the student is back in the bag, and the wall shows no trace.

    An answer stands until `until`, in ms since 1970, before anything else is said; 0 where there is none.
    """

    call: int
    outcome: CallOutcome
    until: int = 0


@dataclass(frozen=True, slots=True)
class PauseEnded:
    """The quiet moment after an answer is over."""


@dataclass(frozen=True, slots=True)
class HelpOffered:
    """A student would share how they thought in this segment, or help a friend."""

    student: StudentId
    segment: str


@dataclass(frozen=True, slots=True)
class HelpWithdrawn:
    """They would rather not, after all."""

    student: StudentId
    segment: str


@dataclass(frozen=True, slots=True)
class ReturnWritten:
    """A student who had passed wrote it down for the teacher, instead of being asked again."""

    student: StudentId
    at: int
    wrote: str | None = None


@dataclass(frozen=True, slots=True)
class CallsRested:
    """The teacher lets a student rest from calls for today."""

    student: StudentId


@dataclass(frozen=True, slots=True)
class CallsResumed:
    """The student may be called again."""

    student: StudentId


CallEvent = (
    HeadsUpGiven
    | HeadsUpAnswered
    | HeadsUpsBegan
    | HeadsUpsStopped
    | CallDrawn
    | NameShown
    | CallEnded
    | PauseEnded
    | HelpOffered
    | HelpWithdrawn
    | ReturnWritten
    | CallsRested
    | CallsResumed
)
"""Every event of cold calls."""
