"""What the teacher can ask for at the console."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from boardsup.lesson.commands.limits import Chosen, Key, Line, Passage, Place
from boardsup.teaching.cards import Action


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
class Repeat:
    """Ask a segment again: a board with new numbers, anything else as it was."""

    segment: Key


@dataclass(frozen=True, slots=True)
class Move:
    """Put a segment of the agenda at another place, counted from 0."""

    segment: Key
    place: Place


@dataclass(frozen=True, slots=True)
class Drop:
    """Leave out a segment that was never opened."""

    segment: Key


@dataclass(frozen=True, slots=True)
class NextLine:
    """Show one more line of a worked example; `line` is how many are shown now, so that two presses are one."""

    segment: Key
    line: Place


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last press back, as long as nothing has come of it that the class has seen."""


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
class GiveBack:
    """Let each student see their own results of a closed diagnostic or quiz."""

    segment: Key


@dataclass(frozen=True, slots=True)
class Judge:
    """Settle by hand an answer that could not be read."""

    question: Key
    student: Key
    verdict: Literal["right", "not_yet"]


@dataclass(frozen=True, slots=True)
class NameAnswer:
    """Say what stands behind an answer that nothing explains; it is a rule of this class from then on."""

    question: Key
    value: Line
    says: Line


@dataclass(frozen=True, slots=True)
class Choose:
    """Do what the card of a question recommends, or another of its actions."""

    question: Key
    action: Action


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A student without a device works on paper, and the teacher marks; or does so no longer."""

    student: Key
    to: Literal["paper", "off"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Enter what a student on paper has."""

    question: Key
    student: Key
    verdict: Literal["right", "not_yet", "idk"]


@dataclass(frozen=True, slots=True)
class Excuse:
    """Leave a student out of the count of one question, or count them again."""

    question: Key
    student: Key
    to: Literal["out", "in"]


@dataclass(frozen=True, slots=True)
class Lend:
    """Have a student without a device share the one of another student."""

    student: Key
    beside: Key


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
class ShowBoards:
    """Show these boards of a question side by side, in this order and no others; without any, take all of them back.

    `students` are their ids with a space between.
    """

    question: Key
    students: Chosen = ""


@dataclass(frozen=True, slots=True)
class EyesUp:
    """Pause every student's screen, or end the pause."""

    to: Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Give every board a place to draw, or its line only."""

    to: Literal["on", "off"]


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
class End:
    """End the lesson."""
