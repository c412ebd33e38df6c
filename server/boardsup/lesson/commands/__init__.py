"""Everything that somebody can ask for in a lesson: one frozen dataclass a wish, limits as annotations.

`web/wire.py` builds these from bytes and from nothing else. Who may ask for what stands in `MAY_ASK`.
A command names the question that it means, so one that comes late is refused, not misfiled.
"""

from __future__ import annotations

from boardsup.lesson.commands.by_students import Answer, DontKnow, Pass, Share, Sit, Turn
from boardsup.lesson.commands.by_teachers import (
    Admit,
    Ask,
    Blank,
    CallNext,
    Close,
    End,
    EndCall,
    EyesUp,
    HideText,
    Joining,
    Judge,
    Open,
    Reveal,
    ShowText,
    UndoClose,
)
from boardsup.lesson.commands.by_the_clock import Enrol, FellSilent, HeardAgain, Settle, Tick
from boardsup.lesson.commands.limits import Longest, Within
from boardsup.lesson.who import Clock, Student, Teacher, Visitor

StudentCommand = Answer | DontKnow | Share | Turn | Pass
TeacherCommand = (
    Open | Ask | Close | UndoClose | Reveal | Judge | ShowText | HideText | EyesUp | Blank | Joining | Admit
    | CallNext | EndCall | End
)  # fmt: skip
ClockCommand = Tick | FellSilent | HeardAgain | Settle | Enrol
Command = Sit | StudentCommand | TeacherCommand | ClockCommand

MAY_ASK: dict[type, tuple[type, ...]] = {
    **dict.fromkeys((Sit,), (Visitor, Student)),
    **dict.fromkeys((Answer, DontKnow, Share, Turn, Pass), (Student,)),
    **dict.fromkeys((Open, Ask, Close, UndoClose, Reveal, Judge, ShowText, HideText), (Teacher,)),
    **dict.fromkeys((EyesUp, Blank, Joining, Admit, CallNext, EndCall, End), (Teacher,)),
    **dict.fromkeys((Tick, FellSilent, HeardAgain, Settle, Enrol), (Clock,)),
}
"""Which kinds of seat may ask for a command; the room refuses everybody else."""

BY_BROWSER: tuple[type, ...] = tuple(c for c, who in MAY_ASK.items() if Clock not in who)
"""The commands that a browser can send at all."""


__all__ = [
    "BY_BROWSER",
    "MAY_ASK",
    "Admit",
    "Answer",
    "Ask",
    "Blank",
    "CallNext",
    "ClockCommand",
    "Close",
    "Command",
    "DontKnow",
    "End",
    "EndCall",
    "Enrol",
    "EyesUp",
    "FellSilent",
    "HeardAgain",
    "HideText",
    "Joining",
    "Judge",
    "Longest",
    "Open",
    "Pass",
    "Reveal",
    "Settle",
    "Share",
    "ShowText",
    "Sit",
    "StudentCommand",
    "TeacherCommand",
    "Tick",
    "Turn",
    "UndoClose",
    "Within",
]
