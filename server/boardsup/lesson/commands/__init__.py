"""Everything that somebody can ask for in a lesson: one frozen dataclass a wish, limits as annotations.

`web/wire.py` builds these from bytes and from nothing else. Who may ask for what stands in `MAY_ASK`.
A command names the question that it means, so one that comes late is refused, not misfiled.
"""

from __future__ import annotations

from typing import get_args

from boardsup.lesson.commands.about_calls import CallNext, EndCall, HeadsUps, PickFrom, Rest
from boardsup.lesson.commands.at_stations import EndRound, LongerRound, LowerHand, MoveStudent, ShowGroups
from boardsup.lesson.commands.by_clock import Enrol, FellSilent, HeardAgain, SetNeeds, Settle, Tick
from boardsup.lesson.commands.by_student import (
    Answer,
    ChooseLanguage,
    DontKnow,
    GoOn,
    HandOver,
    Offer,
    Reply,
    Share,
    Sit,
    Turn,
    WriteReturn,
)
from boardsup.lesson.commands.by_teacher import (
    Admit,
    Ask,
    Blank,
    Choose,
    Close,
    Drawing,
    Drop,
    End,
    Excuse,
    EyesUp,
    GiveBack,
    HideText,
    Joining,
    Judge,
    Lend,
    Mark,
    Move,
    NameAnswer,
    NextLine,
    OnPaper,
    Open,
    Repeat,
    Reveal,
    ShowBoards,
    ShowText,
    Undo,
    UndoClose,
)
from boardsup.lesson.commands.limits import Longest, Within
from boardsup.lesson.commands.prepared import AskForeseen, Put
from boardsup.lesson.who import Clock, Student, Teacher, Visitor

StudentCommand = Answer | DontKnow | Share | Turn | HandOver | GoOn | Reply | Offer | WriteReturn | ChooseLanguage
TeacherCommand = (
    Open
    | Ask
    | AskForeseen
    | Put
    | Repeat
    | Move
    | Drop
    | NextLine
    | Undo
    | Close
    | UndoClose
    | Reveal
    | GiveBack
    | Judge
    | Choose
    | NameAnswer
    | MoveStudent
    | ShowGroups
    | EndRound
    | LongerRound
    | LowerHand
    | OnPaper
    | Mark
    | Excuse
    | Lend
    | ShowText
    | HideText
    | ShowBoards
    | EyesUp
    | Drawing
    | Blank
    | Joining
    | Admit
    | CallNext
    | PickFrom
    | HeadsUps
    | Rest
    | EndCall
    | End
)
ClockCommand = Tick | FellSilent | HeardAgain | Settle | Enrol | SetNeeds
Command = Sit | StudentCommand | TeacherCommand | ClockCommand

MAY_ASK: dict[type, tuple[type, ...]] = {
    Sit: (Visitor, Student),
    **dict.fromkeys(get_args(StudentCommand), (Student,)),
    **dict.fromkeys(get_args(TeacherCommand), (Teacher,)),
    **dict.fromkeys(get_args(ClockCommand), (Clock,)),
}
"""Which kinds of seat may ask for a command; the room refuses everybody else."""

FOR_AIDES = (Judge, NameAnswer, Mark, OnPaper, Lend, Admit, LowerHand)
"""What an aide may ask for at the console: mark answers and say what stands behind them, and see to one student."""

PREPARED = (Put, AskForeseen)
"""Commands that `web/` makes in the teacher's name, with what takes the item bank or the posing engine."""

BY_BROWSER: tuple[type, ...] = tuple(c for c, who in MAY_ASK.items() if Clock not in who and c not in PREPARED)
"""The commands that a browser can send at all."""

__all__ = [
    "BY_BROWSER",
    "FOR_AIDES",
    "MAY_ASK",
    "Admit",
    "Answer",
    "Ask",
    "AskForeseen",
    "Blank",
    "CallNext",
    "Choose",
    "ChooseLanguage",
    "ClockCommand",
    "Close",
    "Command",
    "DontKnow",
    "Drawing",
    "Drop",
    "End",
    "EndCall",
    "EndRound",
    "Enrol",
    "Excuse",
    "EyesUp",
    "FellSilent",
    "GiveBack",
    "GoOn",
    "HandOver",
    "HeadsUps",
    "HeardAgain",
    "HideText",
    "Joining",
    "Judge",
    "Lend",
    "LongerRound",
    "Longest",
    "LowerHand",
    "Mark",
    "Move",
    "MoveStudent",
    "NameAnswer",
    "NextLine",
    "Offer",
    "OnPaper",
    "Open",
    "PickFrom",
    "Put",
    "Repeat",
    "Reply",
    "Rest",
    "Reveal",
    "SetNeeds",
    "Settle",
    "Share",
    "ShowBoards",
    "ShowGroups",
    "ShowText",
    "Sit",
    "StudentCommand",
    "TeacherCommand",
    "Tick",
    "Turn",
    "Undo",
    "UndoClose",
    "Within",
    "WriteReturn",
]
