"""Everything that can have happened in a lesson: one frozen dataclass each, in the past tense.

A lesson is nothing but these in order. Times are milliseconds since 1970, stamped by the room. A student is a random
id, never a name; `wrote` is the only field with a student's own words, and the journal keeps it in a row of its own.
"""

from __future__ import annotations

from boardsup.lesson.events.answering import (
    AnswerGiven,
    AnswerJudged,
    AnswerMarked,
    AnswersStood,
    AnswerUnread,
    Outcome,
    StudentTurned,
    Sure,
)
from boardsup.lesson.events.running import (
    CallDrawn,
    CallEnded,
    CallOutcome,
    CloseCalled,
    CloseUndone,
    EyesWentDown,
    EyesWentUp,
    FlagChanged,
    LessonEnded,
    LessonStarted,
    NameShown,
    SegmentAdded,
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
    SeatAsked,
    SeatCameBack,
    SeatRefused,
    SeatTaken,
    SeatWentAway,
    StudentEnrolled,
)

Event = (
    StudentEnrolled
    | JoiningOpened
    | JoiningClosed
    | SeatTaken
    | SeatAsked
    | SeatRefused
    | SeatWentAway
    | SeatCameBack
    | StudentTurned
    | AnswerGiven
    | AnswerUnread
    | AnswerMarked
    | AnswerJudged
    | AnswersStood
    | LessonStarted
    | SegmentAdded
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
    | EyesWentUp
    | EyesWentDown
    | WallBlanked
    | WallShown
    | CallDrawn
    | NameShown
    | CallEnded
    | LessonEnded
)

EVENT_TYPES: tuple[type, ...] = (
    StudentEnrolled,
    JoiningOpened,
    JoiningClosed,
    SeatTaken,
    SeatAsked,
    SeatRefused,
    SeatWentAway,
    SeatCameBack,
    StudentTurned,
    AnswerGiven,
    AnswerUnread,
    AnswerMarked,
    AnswerJudged,
    AnswersStood,
    LessonStarted,
    SegmentAdded,
    SegmentOpened,
    CloseCalled,
    SegmentClosed,
    CloseUndone,
    SegmentRevealed,
    SegmentGivenBack,
    SegmentRevisited,
    TextShown,
    TextHidden,
    FlagChanged,
    EyesWentUp,
    EyesWentDown,
    WallBlanked,
    WallShown,
    CallDrawn,
    NameShown,
    CallEnded,
    LessonEnded,
)
"""Every event, for the journal's codec."""

__all__ = [
    "EVENT_TYPES",
    "AnswerGiven",
    "AnswerJudged",
    "AnswerMarked",
    "AnswerUnread",
    "AnswersStood",
    "CallDrawn",
    "CallEnded",
    "CallOutcome",
    "CloseCalled",
    "CloseUndone",
    "Event",
    "EyesWentDown",
    "EyesWentUp",
    "FlagChanged",
    "JoiningClosed",
    "JoiningOpened",
    "LessonEnded",
    "LessonStarted",
    "NameShown",
    "Outcome",
    "SeatAsked",
    "SeatCameBack",
    "SeatRefused",
    "SeatTaken",
    "SeatWentAway",
    "SegmentAdded",
    "SegmentClosed",
    "SegmentGivenBack",
    "SegmentOpened",
    "SegmentRevealed",
    "SegmentRevisited",
    "StudentEnrolled",
    "StudentTurned",
    "Sure",
    "TextHidden",
    "TextShown",
    "WallBlanked",
    "WallShown",
]
