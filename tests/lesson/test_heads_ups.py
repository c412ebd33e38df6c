"""The heads-up: privately, to the next in line, about twenty seconds before the name; and what one may say to it."""

from __future__ import annotations

import pytest

from acting import BOARD, CALL, CLOCK, PLAN, T0, TEACHER, WALL, asking, given, ids, seated, sees, started, when
from boardsup.items.cards import WorkedLine
from boardsup.lesson import commands as c
from boardsup.lesson.calls import NAMED_AFTER_MS
from boardsup.lesson.events import SeatTaken
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import AnswerGroup, Answers, Calling, CallScene, HeadsUp, ModelScene, Paused, Stage
from boardsup.lesson.segments import Discuss, Model
from boardsup.lesson.state import Lesson
from boardsup.lesson.views import view
from boardsup.lesson.who import Student

SHOWN = Model("model", "Two ways", (WorkedLine("$3(x - 4) = 18$"), WorkedLine("$x - 4 = 6$")))


def tick(lesson: Lesson, at: int = T0) -> Lesson:
    return when(lesson, CLOCK, c.Tick(), at)


def warned(lesson: Lesson) -> str:
    (one,) = [s for s in lesson.roster if s in lesson.seats and sees(lesson, s, HeadsUp).heads_up]
    return one


def number(lesson: Lesson, student: str) -> int:
    return sees(lesson, student, HeadsUp).heads_up


def test_the_next_in_line_is_told_as_soon_as_the_calls_begin_and_nobody_else_is():
    lesson = tick(asking("call", 5))
    student = warned(lesson)
    assert tick(lesson, T0 + 5_000) == lesson
    called = when(lesson, TEACHER, c.CallNext("call"), T0 + 3_000)
    assert called.call.student == student
    assert sees(lesson, TEACHER, Calling).next_name == f"Name {student}"
    assert f"Name {student}" not in repr(view(lesson, Student("s05" if student != "s05" else "s04", "d"), {}))


def test_a_name_comes_twenty_seconds_after_the_heads_up_and_never_before_the_think_time():
    lesson = tick(asking("call", 5))
    early = when(lesson, TEACHER, c.CallNext("call"), T0 + 3_000)
    assert early.call.name_at == T0 + NAMED_AFTER_MS
    late = when(lesson, TEACHER, c.CallNext("call"), T0 + 60_000)
    assert late.call.name_at == T0 + 70_000


@pytest.mark.parametrize("reply", ["ready", "friend"])
def test_who_is_ready_is_not_kept_waiting_but_everybody_has_time_to_think(reply):
    lesson = tick(asking("call", 5))
    student = warned(lesson)
    before = when(lesson, student, c.Reply(1, reply))
    assert when(before, TEACHER, c.CallNext("call"), T0 + 3_000).call.name_at == T0 + 13_000
    called = when(lesson, TEACHER, c.CallNext("call"), T0 + 3_000)
    after = when(called, student, c.Reply(1, reply), T0 + 14_000)
    assert after.call.name_at == T0 + 14_000
    assert sees(after, TEACHER, Calling).reply == reply
    assert when(after, student, c.Reply(1, reply), T0 + 15_000) == after


def test_the_one_after_is_told_once_a_name_is_on_the_wall():
    lesson = when(tick(asking("call", 5)), TEACHER, c.CallNext("call"))
    first = lesson.call.student
    assert tick(lesson, T0 + 19_999).line == ()
    lesson = tick(tick(lesson, T0 + 20_000), T0 + 20_250)
    assert [s for s in ids(5) if s != first and number(lesson, s)]
    assert number(lesson, first) == 1


def test_a_pass_before_the_call_is_entered_without_a_trace_and_the_next_one_is_told_at_once():
    lesson = tick(asking("call", 5))
    first = warned(lesson)
    lesson = tick(when(lesson, first, c.Reply(1, "pass")))
    second = next(s for s in ids(5) if s != first and number(lesson, s))
    assert sees(lesson, first, HeadsUp).reply == "pass"
    lesson = when(lesson, TEACHER, c.CallNext("call"), T0 + 25_000)
    assert [(past.student, past.outcome) for past in lesson.past_calls] == [(first, "pass")]
    assert (lesson.call.student, lesson.call.name_at) == (second, T0 + 35_000)
    assert sees(lesson, WALL, CallScene).name == ""
    assert [r.student for r in lesson.bag.returns] == [first]


def test_a_pass_is_for_good_and_only_for_the_heads_up_that_is_meant():
    lesson = tick(asking("call", 5))
    first = warned(lesson)
    lesson = when(lesson, first, c.Reply(1, "pass"))
    assert when(lesson, first, c.Reply(1, "ready")) == lesson
    with pytest.raises(Refused, match="moved on"):
        when(lesson, first, c.Reply(7, "ready"))


def test_who_has_passed_comes_back_within_three_calls_and_that_is_recorded_as_returned():
    lesson = when(asking("board", 5), TEACHER, c.Reveal("board"))
    lesson = tick(when(lesson, TEACHER, c.Open("call")))
    first = warned(lesson)
    lesson = when(when(lesson, TEACHER, c.CallNext("call")), first, c.Reply(1, "pass"))
    between = 0
    while (lesson := when(lesson, TEACHER, c.CallNext("call"))).call.student != first:
        lesson, between = when(lesson, TEACHER, c.EndCall(lesson.call.number, "right")), between + 1
    assert 1 <= between <= 3
    told = sees(lesson, first, HeadsUp)
    assert (told.again, told.ask, told.line) == (True, BOARD.question.ask, "x = 15/2")
    assert sees(lesson, TEACHER, Calling).kind == "return"
    lesson = when(lesson, TEACHER, c.EndCall(lesson.call.number, "right"))
    assert [past.outcome for past in lesson.past_calls] == ["pass", *["right"] * between, "returned"]


def test_the_right_line_is_not_shown_for_a_return_before_the_class_has_seen_it():
    lesson = tick(asking("call", 5))
    first = warned(lesson)
    lesson = when(when(lesson, TEACHER, c.CallNext("call")), first, c.Reply(1, "pass"))
    while (lesson := when(lesson, TEACHER, c.CallNext("call"))).call.student != first:
        lesson = when(lesson, TEACHER, c.EndCall(lesson.call.number, "right"))
    assert sees(lesson, first, HeadsUp).line == ""


def test_when_the_calls_end_first_the_return_may_be_written_for_the_teacher_alone():
    lesson = tick(asking("call", 5))
    first = warned(lesson)
    lesson = when(when(lesson, TEACHER, c.CallNext("call")), first, c.Reply(1, "pass"))
    with pytest.raises(Refused, match="moved on"):
        when(lesson, first, c.WriteReturn("I divided first."))
    lesson = when(lesson, TEACHER, c.Open("board"))
    assert sees(lesson, first, HeadsUp).owes
    with pytest.raises(Refused, match="nothing written"):
        when(lesson, first, c.WriteReturn("  "))
    lesson = when(lesson, first, c.WriteReturn("I divided first."))
    (note,) = sees(lesson, TEACHER, Calling).notes
    assert (note.name, note.wrote) == (f"Name {first}", "I divided first.")
    assert not sees(lesson, first, HeadsUp).owes
    assert lesson.bag.returns == ()
    with pytest.raises(Refused, match="moved on"):
        when(lesson, first, c.WriteReturn("Once more."))
    with pytest.raises(Refused, match="ended"):
        when(when(lesson, TEACHER, c.End()), first, c.WriteReturn("Once more."))


def test_a_friend_who_offered_to_help_is_named_to_the_teacher_alone():
    lesson = tick(asking("call", 5))
    first = warned(lesson)
    friend = next(s for s in ids(5) if s != first)
    assert sees(lesson, friend, HeadsUp).offer == "ask"
    lesson = when(lesson, friend, c.Offer("call", "share"))
    assert sees(lesson, friend, HeadsUp).offer == "given"
    lesson = when(when(lesson, first, c.Reply(1, "friend")), TEACHER, c.CallNext("call"))
    assert sees(lesson, TEACHER, Calling).helpers == (f"Name {friend}",)
    assert sees(lesson, first, HeadsUp).helpers == 1
    lesson = when(lesson, TEACHER, c.EndCall(1, "with_help"))
    assert lesson.heard == ("with_help",)
    lesson = when(lesson, friend, c.Offer("call", "rest"))
    assert when(lesson, friend, c.Offer("call", "rest")) == lesson
    assert sees(lesson, friend, HeadsUp).offer == "ask"
    with pytest.raises(Refused, match="moved on"):
        when(lesson, friend, c.Offer("board", "share"))


def test_heads_ups_can_be_left_out_and_then_a_name_waits_for_the_think_time_alone():
    lesson = when(tick(asking("call", 5)), TEACHER, c.HeadsUps("off"))
    assert all(not number(lesson, s) for s in ids(5))
    assert when(lesson, TEACHER, c.HeadsUps("off")) == lesson
    assert tick(lesson, T0 + 9_000) == lesson
    assert when(lesson, TEACHER, c.CallNext("call")).call.name_at == T0 + 10_000
    lesson = when(lesson, TEACHER, c.HeadsUps("on"))
    assert when(lesson, TEACHER, c.HeadsUps("on")) == lesson
    assert warned(tick(lesson))


def test_somebody_else_is_told_when_the_next_in_line_has_gone():
    lesson = tick(asking("call", 5))
    first = warned(lesson)
    lesson = tick(when(lesson, CLOCK, c.FellSilent(first)))
    assert len(lesson.line) == 1
    assert lesson.line[0].draw.student != first


def test_only_one_who_is_here_and_alone_is_told_again_once_they_have_answered():
    lesson = tick(when(tick(asking("call", 1)), TEACHER, c.CallNext("call")), T0 + 20_000)
    assert tick(lesson, T0 + 20_250).line == ()
    lesson = when(lesson, TEACHER, c.EndCall(1, "right"), T0 + 30_000)
    assert tick(tick(lesson, T0 + 33_000), T0 + 33_250).line


def with_model() -> Lesson:
    lesson = given(started(4, (SHOWN, CALL)), *(SeatTaken(s, f"device-{s}", T0) for s in ids(4)))
    return when(lesson, TEACHER, c.Open("model"))


def test_a_question_is_slipped_into_an_example_and_its_lines_stay_on_the_wall():
    lesson = when(with_model(), TEACHER, c.NextLine("model", 0))
    assert "call_next" in sees(lesson, TEACHER, Stage).can
    lesson = when(lesson, TEACHER, c.CallNext("model", "first_step"))
    student = lesson.call.student
    assert sees(lesson, student, Paused)
    assert number(lesson, student)
    lesson = when(lesson, student, c.Reply(1, "ready"))
    before, after = sees(tick(lesson, T0 + 4_999), WALL, ModelScene), sees(tick(lesson, T0 + 5_000), WALL, ModelScene)
    assert (before.thinking, before.name, before.prompt) == (True, "", "first_step")
    assert (after.name, after.lines) == (f"Name {student}", SHOWN.lines[:1])
    lesson = when(tick(lesson, T0 + 5_000), TEACHER, c.EndCall(1, "right"))
    assert sees(when(lesson, TEACHER, c.NextLine("model", 1)), WALL, ModelScene).lines == SHOWN.lines


def test_a_talk_may_end_with_a_name():
    lesson = when(seated(3, plan=(Discuss("talk", "Why?"), *PLAN)), TEACHER, c.Open("talk"))
    lesson = when(lesson, TEACHER, c.CallNext("talk"))
    assert (sees(lesson, WALL, CallScene).ask, sees(lesson, WALL, CallScene).thinking) == ("Why?", True)


def answered(texts: str = "15/2 15/2 15/2 4 4 4 5") -> Lesson:
    lesson = asking("board", 7)
    for student, text in zip(ids(7), texts.split(), strict=True):
        lesson = when(lesson, student, c.Answer("board.1", 1, f"x = {text}"))
    return lesson


def group(lesson: Lesson, value: str) -> AnswerGroup:
    return next(g for g in sees(lesson, TEACHER, Answers).sheets[0].groups if g.value == value)


def test_out_of_a_group_of_three_only_who_offered_to_share_is_called_in_one_press():
    lesson = answered()
    lesson = when(when(lesson, "s05", c.Offer("board", "share")), "s07", c.Offer("board", "share"))
    with pytest.raises(Refused, match="Close first"):
        when(lesson, TEACHER, c.PickFrom("board.1", "4"))
    lesson = when(lesson, TEACHER, c.Close("board"))
    assert [group(lesson, value).willing for value in ("15/2", "4", "5")] == [0, 1, 0]
    called = when(lesson, TEACHER, c.PickFrom("board.1", "4"))
    assert (called.call.student, called.call.draw.kind) == ("s05", "purposeful")
    assert when(called, TEACHER, c.PickFrom("board.1", "4")) == called
    assert sees(called, WALL, CallScene).ask == BOARD.question.ask
    assert called.bag.called == ()
    for value in ("15/2", "5"):
        with pytest.raises(Refused, match="offered to share"):
            when(lesson, TEACHER, c.PickFrom("board.1", value))
    with pytest.raises(Refused, match="moved on"):
        when(lesson, TEACHER, c.PickFrom("check.1", "4"))
    assert when(called, TEACHER, c.EndCall(1, "skip")).call is None


def test_an_offer_is_asked_for_once_a_board_that_one_has_answered_is_closed():
    lesson = when(asking("board", 2), "s01", c.Answer("board.1", 1, "x = 4"))
    assert sees(lesson, "s01", HeadsUp).offer == ""
    lesson = when(when(lesson, TEACHER, c.Close("board")), TEACHER, c.Close("board"))
    assert [sees(lesson, student, HeadsUp).offer for student in ("s01", "s02")] == ["ask", ""]


def test_nothing_is_said_of_calls_while_eyes_are_up():
    lesson = tick(asking("call", 5))
    student = warned(lesson)
    assert number(when(lesson, TEACHER, c.EyesUp("up")), student) == 0
