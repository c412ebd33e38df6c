"""Who has to be shown what a given event changed. The cost of an answer stands or falls with this table."""

from __future__ import annotations

from boardsup.lesson import events as e
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import DeviceId, StudentId

FOR_EVERY_STUDENT: tuple[type, ...] = (
    e.SegmentOpened,
    e.SegmentRevisited,
    e.CloseCalled,
    e.SegmentClosed,
    e.CloseUndone,
    e.SegmentRevealed,
    e.SegmentGivenBack,
    e.PressUndone,
    e.GroupsShown,
    e.GroupsHidden,
    e.EyesWentUp,
    e.EyesWentDown,
    e.DrawingStopped,
    e.DrawingAllowed,
    e.NeedsSet,
    e.HeadsUpGiven,
    e.HeadsUpsStopped,
    e.CallsRested,
    e.CallDrawn,
    e.NameShown,
    e.CallEnded,
    e.LessonEnded,
)
"""Events after which each student's page is looked at again."""

EYES = (e.EyesWentUp, e.EyesWentDown, e.Pressed)
"""Events that change no receipt and nobody's name: only what `ClassPages.eyes` gives."""

FOR_VISITORS: tuple[type, ...] = (
    e.SeatTaken,
    e.SeatOnPaper,
    e.SeatOffPaper,
    e.SeatLent,
    e.SeatAsked,
    e.SeatRefused,
    e.StudentEnrolled,
    e.JoiningOpened,
    e.JoiningClosed,
    e.LessonEnded,
)
"""Events that change the tiles, or the door."""

AT_ONCE: tuple[type, ...] = (
    e.WallBlanked,
    e.WallShown,
    e.SegmentOpened,
    e.SegmentRevealed,
    e.EyesWentUp,
    e.LineShown,
    e.TextShown,
    e.TextHidden,
    e.PressUndone,
)
"""Events that the wall and the console show at once rather than at their next turn: a press of the teacher's."""

_OF_ONE_STUDENT = (
    e.SeatOnPaper,
    e.SeatLent,
    e.SeatHandedOver,
    e.LanguageChosen,
    e.ExtraTimeGiven,
    e.ExtraTimeEnded,
    e.AnswerGiven,
    e.AnswerUnread,
    e.AnswerMarked,
    e.AnswerJudged,
    e.StudentTurned,
    e.HeadsUpAnswered,
    e.HelpOffered,
    e.HelpWithdrawn,
    e.ReturnWritten,
    e.SeatTaken,
    e.SeatAsked,
    e.SeatRefused,
)


def devices_of(events: tuple[e.Event, ...], before: Lesson, lesson: Lesson) -> set[DeviceId]:
    """The devices that these students had before, and have now."""
    students = students_of(events)
    return {found.device for s in students for of in (before, lesson) if (found := of.seats.get(s)) is not None}


def students_of(events: tuple[e.Event, ...]) -> set[StudentId]:
    """The students whose own page these events change."""
    return {event.student for event in events if isinstance(event, _OF_ONE_STUDENT)}
