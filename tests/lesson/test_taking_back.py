"""Every press of the teacher's: *Undo* brings back what was before, or there is a reason why not."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from acting import BOARD, CALL, CLOCK, DIAGNOSTIC, PLAN, T0, TEACHER, asking, given, ids, sees, started, when
from boardsup.items.cards import WorkedLine
from boardsup.lesson import commands as c
from boardsup.lesson.events import SeatTaken
from boardsup.lesson.foreseeing import Foreseen
from boardsup.lesson.needs import Needs
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import Stage
from boardsup.lesson.segments import Discuss, Exit, Model, Plan
from boardsup.lesson.state import Lesson, Phase
from boardsup.lesson.who import Visitor
from lesson.test_stations import at_work, missed

SLIP = Exit("exit", DIAGNOSTIC.questions[:1])
MODEL = Model("model", "Two ways", (WorkedLine("$3(x - 4) = 18$"), WorkedLine("$x - 4 = 6$")))
WHOLE = (*PLAN, MODEL, Plan("plan", "check"), SLIP)


def before(segment: str) -> Lesson:
    """A class of ten, two of them on one device and one without, with this segment before it."""
    lesson = given(started(10, WHOLE), *(SeatTaken(s, f"device-{s}", T0) for s in ids(8)))
    lesson = when(lesson, TEACHER, c.OnPaper("s09", "paper"))
    return when(lesson, TEACHER, c.Open(segment))


def answered(lesson: Lesson) -> Lesson:
    for student, text in zip(ids(8), ("15/2", "15/2", "4", "4", "4", "4", "4", "7 +"), strict=True):
        lesson = when(lesson, student, c.Answer("board.1", 1, text))
    return when(lesson, CLOCK, c.Tick(), T0 + 4_000)


def board() -> Lesson:
    return answered(before("board"))


def closed() -> Lesson:
    lesson = when(board(), TEACHER, c.Close("board"), T0 + 5_000)
    return when(lesson, TEACHER, c.Close("board"), T0 + 5_000)


def named() -> Lesson:
    lesson = when(before("call"), TEACHER, c.CallNext("call"))
    return when(lesson, CLOCK, c.Tick(), T0 + 20_000)


def planned() -> Lesson:
    lesson = before("check")
    for student in ids(8):
        for question, text in (("check.1", "9"), ("check.2", "-4"), ("check.3", "5" if student < "s05" else "56/5")):
            lesson = when(lesson, student, c.Answer(question, 1, text))
    return when(lesson, TEACHER, c.Open("plan"))


def a_pair() -> tuple[str, tuple[str, ...]]:
    """A pair at the stations: its label, and two of it."""
    pair = at_work().plan.pairs[0]
    return pair.label, tuple(sorted(pair.students))[:2]


def with_a_hand() -> Lesson:
    return missed(at_work(), a_pair()[1], T0 + 91_000)


FORESEEN = Foreseen("$1 + 1$", "number", "2", (), ())
TAKEN_BACK = [
    (lambda: board(), c.Open("call")),
    (lambda: board(), c.Ask("Solve 2x = 4", "x = 2")),
    (lambda: board(), c.AskForeseen("1 + 1", "2", FORESEEN)),
    (lambda: board(), c.Put(Discuss("extra", "Why?"), 1, "wait")),
    (lambda: board(), c.Put(Discuss("extra", "Why?"), 1, "open")),
    (lambda: board(), c.Repeat("board")),
    (lambda: board(), c.Move("call", 0)),
    (lambda: board(), c.Drop("call")),
    (lambda: before("model"), c.NextLine("model", 0)),
    (lambda: board(), c.Close("board")),
    (lambda: closed(), c.Choose("board.1", "move_on")),
    (lambda: planned(), c.MoveStudent("s05", "studio")),
    (lambda: planned(), c.ShowGroups("shown")),
    (at_work, c.EndRound(1)),
    (at_work, c.LongerRound(1)),
    (with_a_hand, c.LowerHand(a_pair()[0])),
    (lambda: board(), c.EyesUp("up")),
    (lambda: board(), c.Drawing("off")),
    (lambda: board(), c.Blank("blank")),
    (lambda: board(), c.Joining("closed")),
    (lambda: named(), c.EndCall(1, "right")),
    (lambda: named(), c.EndCall(1, "not_yet")),
    (lambda: before("call"), c.HeadsUps("off")),
    (lambda: before("call"), c.Rest("s01", "rest")),
    (lambda: board(), c.Judge("board.1", "s08", "right")),
    (lambda: board(), c.Mark("board.1", "s09", "right")),
    (lambda: when(board(), TEACHER, c.Mark("board.1", "s09", "right")), c.Mark("board.1", "s09", "not_yet")),
    (lambda: board(), c.Excuse("board.1", "s01", "out")),
    (lambda: when(board(), TEACHER, c.Excuse("board.1", "s01", "out")), c.Excuse("board.1", "s01", "in")),
    (lambda: board(), c.OnPaper("s01", "paper")),
    (lambda: board(), c.OnPaper("s10", "paper")),
    (lambda: board(), c.OnPaper("s09", "off")),
    (lambda: board(), c.Lend("s10", "s01")),
    (lambda: board(), c.Lend("s02", "s01")),
]
"""A state, and a press that *Undo* takes back from there."""

NOT_TAKEN_BACK = {
    c.UndoClose: "Close again.",
    c.Reveal: "The class has seen the answers; the way on is a twin.",
    c.GiveBack: "Each student has seen their own results.",
    c.NameAnswer: "A name given later replaces it.",
    c.ShowText: "HideText takes it off the wall.",
    c.HideText: "ShowText shows it again.",
    c.ShowBoards: "Without any it takes all of them back.",
    c.Admit: "The other device asks for its tile again.",
    c.CallNext: "Skip quietly puts them back in the bag, without a trace.",
    c.PickFrom: "Skip quietly ends it, without a trace.",
    c.Undo: "Press again what was taken back.",
    c.End: "Every screen has said goodbye.",
}


def test_every_press_is_either_taken_back_or_has_a_reason():
    presses = {type(press) for _, press in TAKEN_BACK}
    assert presses | set(NOT_TAKEN_BACK) == set(get_args(c.TeacherCommand))
    assert not presses & set(NOT_TAKEN_BACK)
    assert all(NOT_TAKEN_BACK.values())


@pytest.mark.parametrize(("state", "press"), TAKEN_BACK, ids=lambda of: type(of).__name__)
def test_undo_brings_back_what_was_before(state, press):
    lesson = state()
    pressed = when(lesson, TEACHER, press, T0 + 21_000)
    assert pressed != lesson
    assert sees(pressed, TEACHER, Stage).undo
    back = when(pressed, TEACHER, c.Undo(), T0 + 22_000)
    assert in_force(back, lesson) == in_force(lesson, lesson)


def in_force(lesson: Lesson, before: Lesson) -> Lesson:
    """The lesson without traces that nobody sees: what it could take back, which devices were ever lent, and what a
    segment that is not open any more has asked."""
    asked = lesson.asked
    for id in [id for id in asked if id not in before.asked]:
        asked = asked.delete(id)
    for id, of in asked.items():
        asked = asked.set(id, replace(of, recent=(), flag=None, flags=(), taken_back=False))
    cards = lesson.cards if lesson.cards == before.cards else before.cards
    return replace(lesson, before=None, shared=frozenset(), asked=asked, cards=cards, plan=before.plan)


@pytest.mark.parametrize("press", [c.Reveal("board"), c.End()], ids=lambda press: type(press).__name__)
def test_what_the_class_has_seen_stays(press):
    lesson = when(board(), TEACHER, press, T0 + 9_000)
    with pytest.raises(Refused):
        when(lesson, TEACHER, c.Undo())


def test_a_quiet_skip_of_a_name_that_is_on_the_wall_cannot_be_undone_once_somebody_else_is_drawn():
    lesson = when(named(), TEACHER, c.EndCall(1, "skip"), T0 + 21_000)
    assert sees(lesson, TEACHER, Stage).undo == ""


def test_an_answer_that_a_student_hands_in_after_a_mark_is_not_lost_by_undo():
    lesson = when(board(), TEACHER, c.Judge("board.1", "s08", "right"), T0 + 5_000)
    lesson = when(lesson, "s08", c.Answer("board.1", 2, "5"), T0 + 6_000)
    lesson = when(lesson, TEACHER, c.Undo(), T0 + 7_000)
    assert lesson.asked["board.1"].answers["s08"].value == "5"


def test_a_student_who_has_taken_a_device_since_keeps_it():
    lesson = when(board(), TEACHER, c.OnPaper("s01", "paper"))
    lesson = when(lesson, Visitor("another"), c.Sit("s01"))
    lesson = when(lesson, TEACHER, c.Undo())
    assert (lesson.seats["s01"].device, lesson.devices["another"]) == ("another", "s01")


def test_a_device_that_has_taken_another_tile_since_keeps_that_one():
    lesson = when(board(), TEACHER, c.OnPaper("s01", "paper"))
    lesson = when(lesson, Visitor("device-s01"), c.Sit("s10"))
    lesson = when(lesson, TEACHER, c.Undo())
    assert lesson.devices["device-s01"] == "s10"
    assert lesson.seats["s01"].is_on_paper


def test_a_pass_is_the_students_own_and_is_not_taken_back_with_a_press():
    lesson = when(before("call"), TEACHER, c.CallNext("call"))
    student = lesson.call.student
    lesson = when(lesson, TEACHER, c.EyesUp("up"))
    lesson = when(lesson, student, c.Reply(1, "pass"))
    with pytest.raises(Refused, match="nothing to take back"):
        when(lesson, TEACHER, c.Undo())


def test_what_a_student_said_to_a_heads_up_outlives_undo_and_so_does_a_name_on_the_wall():
    lesson = when(before("call"), CLOCK, c.Tick())
    student = lesson.line[0].draw.student
    lesson = when(when(lesson, TEACHER, c.EyesUp("up")), student, c.Reply(1, "ready"))
    assert when(lesson, TEACHER, c.Undo()).line[0].reply == "ready"
    called = when(when(before("call"), TEACHER, c.CallNext("call")), TEACHER, c.EyesUp("up"))
    shown = when(called, CLOCK, c.Tick(), T0 + 20_000)
    assert when(shown, TEACHER, c.Undo()).call.named


def test_a_return_that_was_written_since_is_not_asked_for_again():
    lesson = when(before("call"), TEACHER, c.CallNext("call"))
    student = lesson.call.student
    lesson = when(lesson, student, c.Reply(1, "pass"))
    lesson = when(lesson, TEACHER, c.Open("board"))
    lesson = when(lesson, student, c.WriteReturn("I divided first."))
    back = when(lesson, TEACHER, c.Undo())
    assert (back.now, back.bag.returns) == ("call", ())
    assert len(back.written) == 1


@pytest.mark.parametrize("way", [c.Undo(), c.UndoClose("board")], ids=["undo", "undo close"])
def test_a_close_taken_back_gives_everybody_their_place_in_the_count_also_who_had_extra_time(way):
    lesson = given(replace(started(6), needs=(Needs("s01", extra_time=150),)), *(SeatTaken(s, s, T0) for s in ids(6)))
    lesson = when(when(lesson, TEACHER, c.Open("board")), CLOCK, c.FellSilent("s02"))
    for _ in range(2):
        lesson = when(lesson, TEACHER, c.Close("board"), T0 + 60_000)
    assert lesson.asked["board.1"].N == 4
    lesson = when(when(lesson, TEACHER, way, T0 + 61_000), CLOCK, c.Tick(), T0 + 62_000)
    assert lesson.courses["board"].phase is Phase.ANSWERING
    assert lesson.asked["board.1"].N == 6
    assert not lesson.extra


def test_a_close_at_one_press_is_taken_back_whole():
    lesson = asking("board", 1)
    lesson = when(lesson, "s01", c.Answer("board.1", 1, "x = 4"))
    lesson = when(lesson, TEACHER, c.Close("board"))
    assert when(lesson, TEACHER, c.Undo()).asked["board.1"].N == 1
    assert (BOARD.id, CALL.id) == ("board", "call")
