"""Everything that somebody can ask for in a lesson: one frozen dataclass a wish, limits as annotations.

`web/wire.py` builds these from bytes and from nothing else. Who may ask for what stands in `MAY_ASK`.
A command names the question that it means, so one that comes late is refused, not misfiled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from boardsup.lesson.who import Clock, Student, StudentId, Teacher, Visitor


@dataclass(frozen=True, slots=True)
class Longest:
    """The greatest number of characters that a field may hold."""

    characters: int


@dataclass(frozen=True, slots=True)
class Within:
    """The least and the greatest whole number that a field may hold."""

    least: int
    most: int


Key = Annotated[str, Longest(40)]
Line = Annotated[str, Longest(200)]
Passage = Annotated[str, Longest(400)]
Number = Annotated[int, Within(1, 1_000_000)]


@dataclass(frozen=True, slots=True)
class Sit:
    """Take a tile of the roster."""

    student: Key


@dataclass(frozen=True, slots=True)
class Answer:
    """Hand in a typed answer; a higher number replaces a lower one until the close."""

    question: Key
    number: Number
    text: Line


@dataclass(frozen=True, slots=True)
class DontKnow:
    """Hand in "I don't know yet"."""

    question: Key
    number: Number


@dataclass(frozen=True, slots=True)
class Share:
    """Pick one option of a warm-up and say why."""

    question: Key
    number: Number
    choice: Annotated[str, Longest(4)]
    text: Passage


@dataclass(frozen=True, slots=True)
class Turn:
    """Go to another question of a set at one's own pace."""

    question: Key


@dataclass(frozen=True, slots=True)
class Pass:
    """Hand a cold call on, privately."""

    call: Number


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


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed."""


@dataclass(frozen=True, slots=True)
class FellSilent:
    """Nothing was heard from a seat for 20 s."""

    student: Key


@dataclass(frozen=True, slots=True)
class HeardAgain:
    """A silent seat is back."""

    student: Key


@dataclass(frozen=True, slots=True)
class Enrol:
    """A student was added to the roster while the lesson runs."""

    student: StudentId


StudentCommand = Answer | DontKnow | Share | Turn | Pass
TeacherCommand = (
    Open | Ask | Close | UndoClose | Reveal | Judge | ShowText | HideText | EyesUp | Blank | Joining | Admit
    | CallNext | EndCall | End
)  # fmt: skip
ClockCommand = Tick | FellSilent | HeardAgain | Enrol
Command = Sit | StudentCommand | TeacherCommand | ClockCommand

MAY_ASK: dict[type, tuple[type, ...]] = {
    **dict.fromkeys((Sit,), (Visitor, Student)),
    **dict.fromkeys((Answer, DontKnow, Share, Turn, Pass), (Student,)),
    **dict.fromkeys((Open, Ask, Close, UndoClose, Reveal, Judge, ShowText, HideText), (Teacher,)),
    **dict.fromkeys((EyesUp, Blank, Joining, Admit, CallNext, EndCall, End), (Teacher,)),
    **dict.fromkeys((Tick, FellSilent, HeardAgain, Enrol), (Clock,)),
}
"""Which kinds of seat may ask for a command; the room refuses everybody else."""

BY_BROWSER: tuple[type, ...] = tuple(c for c, who in MAY_ASK.items() if Clock not in who)
"""The commands that a browser can send at all."""
