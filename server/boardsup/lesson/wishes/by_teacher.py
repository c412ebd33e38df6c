"""What each press of the teacher leads to: a table of contents."""

from __future__ import annotations

from typing import assert_never

from boardsup.lesson import commands as c
from boardsup.lesson import events as e
from boardsup.lesson import rounds
from boardsup.lesson.state import Lesson
from boardsup.lesson.wishes import advising, agenda, calling, counting, grouping, naming, running, showing
from boardsup.lesson.wishes import seating as sitting


def teacher_wish(lesson: Lesson, command: c.TeacherCommand, at: int) -> tuple[e.Event, ...]:
    """The events that a press at the console leads to. Raises `Refused`."""
    if isinstance(command, _OnAgenda):
        return _agenda(lesson, command, at)
    if isinstance(command, _OnQuestion):
        return _question(lesson, command, at)
    if isinstance(command, _OnCalls):
        return _calls(lesson, command, at)
    if isinstance(command, _AtStations):
        return _stations(lesson, command, at)
    return _screens(lesson, command, at)


_OnAgenda = c.Open | c.Ask | c.AskForeseen | c.Put | c.Repeat | c.Move | c.Drop | c.NextLine | c.Undo


def _agenda(lesson: Lesson, command: _OnAgenda, at: int) -> tuple[e.Event, ...]:
    match command:
        case c.Open():
            return running.open_segment(lesson, command, at)
        case c.Ask() | c.AskForeseen():
            return running.ask(lesson, command, at)
        case c.Put():
            return agenda.put(lesson, command, at)
        case c.Repeat():
            return agenda.repeat(lesson, command, at)
        case c.Move():
            return agenda.move(lesson, command)
        case c.Drop():
            return agenda.drop(lesson, command)
        case c.NextLine():
            return agenda.next_line(lesson, command)
        case c.Undo():
            return agenda.undo(lesson)
        case _:
            assert_never(command)


_OnQuestion = (
    c.Close
    | c.UndoClose
    | c.Reveal
    | c.GiveBack
    | c.Judge
    | c.Choose
    | c.NameAnswer
    | c.OnPaper
    | c.Mark
    | c.Excuse
    | c.Lend
    | c.ShowText
    | c.HideText
    | c.ShowBoards
)


def _question(lesson: Lesson, command: _OnQuestion, at: int) -> tuple[e.Event, ...]:
    match command:
        case c.Close():
            return running.close(lesson, command, at)
        case c.UndoClose():
            return running.undo_close(lesson, command)
        case c.Reveal():
            return running.reveal(lesson, command, at)
        case c.GiveBack():
            return running.give_back(lesson, command)
        case c.Judge():
            return running.judge(lesson, command)
        case c.Choose():
            return advising.choose(lesson, command, at)
        case c.NameAnswer():
            return naming.name_answer(lesson, command)
        case c.OnPaper():
            return counting.on_paper(lesson, command, at)
        case c.Mark():
            return counting.mark(lesson, command, at)
        case c.Excuse():
            return counting.excuse(lesson, command)
        case c.Lend():
            return counting.lend(lesson, command, at)
        case c.ShowText():
            return showing.show_text(lesson, command)
        case c.HideText():
            return showing.hide_text(lesson, command)
        case c.ShowBoards():
            return showing.show_boards(lesson, command)
        case _:
            assert_never(command)


_OnCalls = c.CallNext | c.PickFrom | c.EndCall | c.HeadsUps | c.Rest


def _calls(lesson: Lesson, command: _OnCalls, at: int) -> tuple[e.Event, ...]:
    match command:
        case c.CallNext():
            return calling.call_next(lesson, command, at)
        case c.PickFrom():
            return calling.pick_from(lesson, command, at)
        case c.EndCall():
            return calling.end_call(lesson, command, at)
        case c.HeadsUps():
            return calling.heads_ups(lesson, command)
        case c.Rest():
            return calling.rest(lesson, command)
        case _:
            assert_never(command)


_AtStations = c.MoveStudent | c.ShowGroups | c.EndRound | c.LongerRound | c.LowerHand


def _stations(lesson: Lesson, command: _AtStations, at: int) -> tuple[e.Event, ...]:
    match command:
        case c.MoveStudent():
            return grouping.move_student(lesson, command)
        case c.ShowGroups():
            return grouping.show_groups(lesson, command)
        case c.EndRound():
            return rounds.end_round(lesson, command, at)
        case c.LongerRound():
            return rounds.lengthen_round(lesson, command)
        case c.LowerHand():
            return (e.HandLowered(command.group),) if command.group in lesson.hands else ()
        case _:
            assert_never(command)


_OnScreens = c.EyesUp | c.Drawing | c.Blank | c.Joining | c.Admit | c.End


def _screens(lesson: Lesson, command: _OnScreens, at: int) -> tuple[e.Event, ...]:
    match command:
        case c.EyesUp():
            return running.eyes_up(lesson, command)
        case c.Drawing():
            return running.drawing(lesson, command)
        case c.Blank():
            return running.blank(lesson, command)
        case c.Joining():
            return sitting.joining(lesson, command)
        case c.Admit():
            return sitting.admit(lesson, command, at)
        case c.End():
            return running.end(lesson, at)
        case _:
            assert_never(command)
