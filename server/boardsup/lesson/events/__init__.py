"""Everything that can have happened in a lesson: one frozen dataclass each, in the past tense.

A lesson is nothing but these in order. Times are milliseconds since 1970, stamped by the room. A student is a random
id, never a name; `wrote` is the only field with a student's own words, and the journal keeps it in a row of its own.
"""

from __future__ import annotations

from typing import get_args

from boardsup.lesson.events.advising import CardChosen, CardDrawn
from boardsup.lesson.events.agenda import (
    LineShown,
    Pressed,
    PressUndone,
    SegmentAdded,
    SegmentDropped,
    SegmentMoved,
)
from boardsup.lesson.events.answering import (
    AnswerGiven,
    AnswerJudged,
    AnswerMarked,
    AnswerNamed,
    AnswersStood,
    AnswerUnread,
    ExtraTimeEnded,
    ExtraTimeGiven,
    Outcome,
    SketchKept,
    StudentCounted,
    StudentExcused,
    StudentTurned,
    Sure,
)
from boardsup.lesson.events.calling import (
    CallDrawn,
    CallEnded,
    CallEvent,
    CallsRested,
    CallsResumed,
    HeadsUpAnswered,
    HeadsUpGiven,
    HeadsUpsBegan,
    HeadsUpsStopped,
    HelpOffered,
    HelpWithdrawn,
    NameShown,
    PauseEnded,
    ReturnWritten,
)
from boardsup.lesson.events.planning import (
    GroupsHidden,
    GroupsShown,
    HandLowered,
    HandRaised,
    MoveBegan,
    PlanMade,
    RoundBegan,
    RoundsEnded,
    StudentMoved,
)
from boardsup.lesson.events.running import (
    CloseCalled,
    CloseUndone,
    DrawingAllowed,
    DrawingStopped,
    EyesWentDown,
    EyesWentUp,
    FlagChanged,
    LessonEnded,
    LessonStarted,
    SegmentClosed,
    SegmentGivenBack,
    SegmentOpened,
    SegmentRevealed,
    SegmentRevisited,
    TextHidden,
    TextShown,
    WallBlanked,
    WallShown,
)
from boardsup.lesson.events.seating import (
    JoiningClosed,
    JoiningOpened,
    LanguageChosen,
    NeedsSet,
    SeatAsked,
    SeatCameBack,
    SeatHandedOver,
    SeatLent,
    SeatOffPaper,
    SeatOnPaper,
    SeatRefused,
    SeatTaken,
    SeatWentAway,
    StudentEnrolled,
)

Event = (
    StudentEnrolled
    | JoiningOpened
    | JoiningClosed
    | NeedsSet
    | SeatTaken
    | SeatHandedOver
    | LanguageChosen
    | SeatLent
    | SeatOffPaper
    | SeatOnPaper
    | ExtraTimeEnded
    | ExtraTimeGiven
    | StudentCounted
    | StudentExcused
    | SeatAsked
    | SeatRefused
    | SeatWentAway
    | SeatCameBack
    | StudentTurned
    | AnswerGiven
    | AnswerUnread
    | SketchKept
    | AnswerMarked
    | AnswerNamed
    | AnswerJudged
    | AnswersStood
    | LessonStarted
    | SegmentAdded
    | SegmentMoved
    | SegmentDropped
    | LineShown
    | Pressed
    | PressUndone
    | SegmentOpened
    | SegmentRevisited
    | CloseCalled
    | SegmentClosed
    | CloseUndone
    | SegmentRevealed
    | SegmentGivenBack
    | TextShown
    | TextHidden
    | FlagChanged
    | CardDrawn
    | PlanMade
    | StudentMoved
    | GroupsShown
    | GroupsHidden
    | RoundBegan
    | MoveBegan
    | RoundsEnded
    | HandRaised
    | HandLowered
    | CardChosen
    | EyesWentUp
    | EyesWentDown
    | DrawingStopped
    | DrawingAllowed
    | WallBlanked
    | WallShown
    | CallEvent
    | LessonEnded
)

EVENT_TYPES: tuple[type, ...] = get_args(Event)
"""Every event, for the journal's codec."""

__all__ = [
    "EVENT_TYPES",
    "AnswerGiven",
    "AnswerJudged",
    "AnswerMarked",
    "AnswerNamed",
    "AnswerUnread",
    "AnswersStood",
    "CallDrawn",
    "CallEnded",
    "CallEvent",
    "CallsRested",
    "CallsResumed",
    "CardChosen",
    "CardDrawn",
    "CloseCalled",
    "CloseUndone",
    "DrawingAllowed",
    "DrawingStopped",
    "Event",
    "ExtraTimeEnded",
    "ExtraTimeGiven",
    "EyesWentDown",
    "EyesWentUp",
    "FlagChanged",
    "GroupsHidden",
    "GroupsShown",
    "HandLowered",
    "HandRaised",
    "HeadsUpAnswered",
    "HeadsUpGiven",
    "HeadsUpsBegan",
    "HeadsUpsStopped",
    "HelpOffered",
    "HelpWithdrawn",
    "JoiningClosed",
    "JoiningOpened",
    "LanguageChosen",
    "LessonEnded",
    "LessonStarted",
    "LineShown",
    "MoveBegan",
    "NameShown",
    "NeedsSet",
    "Outcome",
    "PauseEnded",
    "PlanMade",
    "PressUndone",
    "Pressed",
    "ReturnWritten",
    "RoundBegan",
    "RoundsEnded",
    "SeatAsked",
    "SeatCameBack",
    "SeatHandedOver",
    "SeatLent",
    "SeatOffPaper",
    "SeatOnPaper",
    "SeatRefused",
    "SeatTaken",
    "SeatWentAway",
    "SegmentAdded",
    "SegmentClosed",
    "SegmentDropped",
    "SegmentGivenBack",
    "SegmentMoved",
    "SegmentOpened",
    "SegmentRevealed",
    "SegmentRevisited",
    "SketchKept",
    "StudentCounted",
    "StudentEnrolled",
    "StudentExcused",
    "StudentMoved",
    "StudentTurned",
    "Sure",
    "TextHidden",
    "TextShown",
    "WallBlanked",
    "WallShown",
]
