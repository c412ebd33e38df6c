"""`apply`: the table of contents of everything that an event can do to a lesson. What happens often stands first."""

from __future__ import annotations

from typing import assert_never

from boardsup.lesson import events as e
from boardsup.lesson.moves import (
    advising,
    agenda,
    answering,
    calling,
    counting,
    planning,
    running,
    screens,
    seating,
    undoing,
)
from boardsup.lesson.state import Lesson


def apply(lesson: Lesson, event: e.Event) -> Lesson:
    """The lesson after this event. Never refuses: it has happened."""
    match event:
        case e.AnswerGiven():
            return answering.answer_given(lesson, event)
        case e.AnswersStood():
            return answering.answers_stood(lesson, event)
        case e.AnswerUnread():
            return answering.answer_unread(lesson, event)
        case e.AnswerMarked():
            return answering.answer_marked(lesson, event)
        case e.AnswerNamed():
            return answering.answer_named(lesson, event)
        case e.AnswerJudged():
            return answering.answer_judged(lesson, event)
        case e.TextShown() | e.TextHidden() | e.SketchKept() | e.StudentTurned():
            return _board(lesson, event)
        case e.SeatTaken() | e.SeatAsked() | e.SeatRefused() | e.SeatWentAway() | e.SeatCameBack() | e.LanguageChosen():
            return seating.seat_moved(lesson, event)
        case e.SeatOnPaper() | e.SeatOffPaper() | e.SeatLent() | e.SeatHandedOver():
            return seating.without_own_device(lesson, event)
        case e.StudentExcused() | e.StudentCounted() | e.ExtraTimeGiven() | e.ExtraTimeEnded():
            return counting.moved(lesson, event)
        case e.EyesWentUp() | e.EyesWentDown() | e.WallBlanked() | e.WallShown():
            return _switch(lesson, event)
        case e.JoiningOpened() | e.JoiningClosed() | e.DrawingStopped() | e.DrawingAllowed():
            return _switch(lesson, event)
        case e.FlagChanged() | e.CardDrawn() | e.CardChosen():
            return _card(lesson, event)
        case e.PlanMade() | e.StudentMoved() | e.GroupsShown() | e.GroupsHidden() | e.HandRaised() | e.HandLowered():
            return _group(lesson, event)
        case e.SegmentAdded() | e.SegmentMoved() | e.SegmentDropped() | e.LineShown() | e.Pressed() | e.PressUndone():
            return _plan(lesson, event)
        case e.RoundBegan() | e.MoveBegan() | e.RoundsEnded():
            return planning.round_moved(lesson, event)
        case _:
            return calling.moved(lesson, event) if isinstance(event, e.CallEvent) else _run(lesson, event)


def _board(lesson: Lesson, event: e.TextShown | e.TextHidden | e.SketchKept | e.StudentTurned) -> Lesson:
    match event:
        case e.StudentTurned():
            return answering.student_turned(lesson, event)
        case e.SketchKept():
            return answering.sketch_kept(lesson, event)
        case e.TextShown():
            return answering.text_shown(lesson, event)
        case e.TextHidden():
            return answering.text_hidden(lesson, event)
        case _:
            assert_never(event)


_Switch = (
    e.EyesWentUp
    | e.EyesWentDown
    | e.WallBlanked
    | e.WallShown
    | e.JoiningOpened
    | e.JoiningClosed
    | e.DrawingStopped
    | e.DrawingAllowed
)


def _switch(lesson: Lesson, event: _Switch) -> Lesson:
    match event:
        case e.EyesWentUp():
            return screens.eyes(lesson, up=True)
        case e.EyesWentDown():
            return screens.eyes(lesson, up=False)
        case e.WallBlanked():
            return screens.wall(lesson, blank=True)
        case e.WallShown():
            return screens.wall(lesson, blank=False)
        case e.JoiningOpened():
            return screens.door(lesson, joining=True)
        case e.JoiningClosed():
            return screens.door(lesson, joining=False)
        case e.DrawingStopped():
            return screens.drawing(lesson, on=False)
        case e.DrawingAllowed():
            return screens.drawing(lesson, on=True)
        case _:
            assert_never(event)


_Grouping = e.PlanMade | e.StudentMoved | e.GroupsShown | e.GroupsHidden | e.HandRaised | e.HandLowered


def _group(lesson: Lesson, event: _Grouping) -> Lesson:
    match event:
        case e.PlanMade():
            return planning.plan_made(lesson, event)
        case e.StudentMoved():
            return planning.student_moved(lesson, event)
        case e.GroupsShown():
            return planning.groups(lesson, shown=True)
        case e.GroupsHidden():
            return planning.groups(lesson, shown=False)
        case e.HandRaised() | e.HandLowered():
            return planning.hand(lesson, event)
        case _:
            assert_never(event)


def _card(lesson: Lesson, event: e.FlagChanged | e.CardDrawn | e.CardChosen) -> Lesson:
    match event:
        case e.FlagChanged():
            return answering.flag_changed(lesson, event)
        case e.CardDrawn():
            return advising.card_drawn(lesson, event)
        case e.CardChosen():
            return advising.card_chosen(lesson, event)
        case _:
            assert_never(event)


_Planning = e.SegmentAdded | e.SegmentMoved | e.SegmentDropped | e.LineShown | e.Pressed | e.PressUndone


def _plan(lesson: Lesson, event: _Planning) -> Lesson:
    match event:
        case e.SegmentAdded():
            return agenda.segment_added(lesson, event)
        case e.SegmentMoved():
            return agenda.segment_moved(lesson, event)
        case e.SegmentDropped():
            return agenda.segment_dropped(lesson, event)
        case e.LineShown():
            return agenda.line_shown(lesson, event)
        case e.Pressed():
            return undoing.pressed(lesson, event)
        case e.PressUndone():
            return undoing.press_undone(lesson)
        case _:
            assert_never(event)


_Running = (
    e.LessonStarted
    | e.StudentEnrolled
    | e.NeedsSet
    | e.SegmentOpened
    | e.SegmentRevisited
    | e.CloseCalled
    | e.SegmentClosed
    | e.CloseUndone
    | e.SegmentRevealed
    | e.SegmentGivenBack
    | e.LessonEnded
)


def _run(lesson: Lesson, event: _Running) -> Lesson:
    match event:
        case e.LessonStarted():
            return running.lesson_started(lesson, event)
        case e.StudentEnrolled():
            return running.student_enrolled(lesson, event)
        case e.NeedsSet():
            return seating.needs_set(lesson, event)
        case e.SegmentOpened():
            return running.segment_opened(lesson, event)
        case e.SegmentRevisited():
            return running.segment_revisited(lesson, event)
        case e.CloseCalled():
            return running.close_called(lesson, event)
        case e.SegmentClosed():
            return running.segment_closed(lesson, event)
        case e.CloseUndone():
            return running.close_undone(lesson, event)
        case e.SegmentRevealed():
            return running.segment_revealed(lesson, event)
        case e.SegmentGivenBack():
            return running.segment_given_back(lesson, event)
        case e.LessonEnded():
            return running.lesson_ended(lesson, event)
        case _:
            assert_never(event)
