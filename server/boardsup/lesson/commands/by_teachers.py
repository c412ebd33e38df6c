"""What the teacher may ask for at the console."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from boardsup.lesson.commands.limits import Key, Line, Number, Passage


@dataclass(frozen=True, slots=True)
class Open:
    """Begin a segment of the agenda."""

    segment: Key


@dataclass(frozen=True, slots=True)
class Ask:
    """Put a question typed on the spot to everybody; without an answer it is collected, not marked."""

    ask: Passage
    answer: Line


@dataclass(frozen=True, slots=True)
class Close:
    """Call for the last hand-ins; a second press closes at once."""

    segment: Key


@dataclass(frozen=True, slots=True)
class UndoClose:
    """Take the close back, as long as nothing is revealed."""

    segment: Key


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show the class the answers in groups, and each student their own result."""

    segment: Key


@dataclass(frozen=True, slots=True)
class Judge:
    """Settle by hand an answer that could not be read."""

    question: Key
    student: Key
    verdict: Literal["right", "not_yet"]


@dataclass(frozen=True, slots=True)
class ShowText:
    """Show what one student wrote on the wall, without a name."""

    question: Key
    student: Key


@dataclass(frozen=True, slots=True)
class HideText:
    """Take it off the wall again."""

    question: Key
    student: Key


@dataclass(frozen=True, slots=True)
class EyesUp:
    """Pause every student's screen, or end the pause."""

    to: Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Blank:
    """Clear the wall, or show it again."""

    to: Literal["blank", "shown"]


@dataclass(frozen=True, slots=True)
class Joining:
    """Open or close the door of the lesson."""

    to: Literal["open", "closed"]


@dataclass(frozen=True, slots=True)
class Admit:
    """Answer a device that asks for a taken tile."""

    student: Key
    device: Key
    to: Literal["allow", "refuse"]


@dataclass(frozen=True, slots=True)
class CallNext:
    """Draw the next name of the bag for the cold call that is under way."""

    segment: Key


@dataclass(frozen=True, slots=True)
class EndCall:
    """Say how a cold call went; `skip` puts the student back without a trace."""

    call: Number
    outcome: Literal["right", "not_yet", "skip"]


@dataclass(frozen=True, slots=True)
class End:
    """End the lesson."""
