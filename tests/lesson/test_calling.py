"""Cold calls: a prompt, time to think, then a name; passes, skips, and who may be drawn."""

from __future__ import annotations

import pytest

from acting import CLOCK, T0, TEACHER, WALL, asking, ids, seated, sees, when
from boardsup.lesson.commands import Answer, CallNext, EndCall, FellSilent, Open, Pass, Reveal, Sit, Tick
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import Calling, CallScene, HeadsUp, Listening, Stage
from boardsup.lesson.who import Visitor

THINKING = T0 + 9_999
NAMED = T0 + 10_000


def called(count: int = 5):
    return when(asking("call", count), TEACHER, CallNext("call"))


def drawn(lesson) -> str:
    assert lesson.call is not None
    return lesson.call.student


def named(lesson):
    return when(lesson, CLOCK, Tick(), NAMED)


def test_everybody_listens_and_the_wall_shows_the_prompt():
    lesson = asking("call", 5)
    assert sees(lesson, "s01", Listening).ask == "Why $7.5$? What was the first step?"
    assert sees(lesson, WALL, CallScene).name == ""


def test_the_name_is_on_the_wall_only_after_the_think_time():
    lesson = called()
    before, after = when(lesson, CLOCK, Tick(), THINKING), named(lesson)
    before, after = sees(before, WALL, CallScene), sees(after, WALL, CallScene)
    assert (before.thinking, before.name) == (True, "")
    assert (after.thinking, after.name) == (False, f"Name {drawn(lesson)}")


def test_the_console_has_the_name_on_hold_at_once_with_what_that_student_handed_in():
    lesson = asking("board", 1)
    lesson = when(when(lesson, "s01", Answer("board.1", 1, "x = 30/4")), TEACHER, Reveal("board"))
    lesson = when(when(lesson, TEACHER, Open("call")), TEACHER, CallNext("call"))
    calling = sees(lesson, TEACHER, Calling)
    assert (calling.name, calling.named) == ("Name s01", False)
    assert [(answer.wrote, answer.verdict) for answer in calling.answers] == [("x = 30/4", "right")]


def test_the_heads_up_is_for_the_called_student_alone():
    lesson = called()
    warned = [student for student in ids(5) if sees(lesson, student, HeadsUp).call]
    assert warned == [drawn(lesson)]


def test_pressing_again_while_somebody_is_called_changes_nothing():
    lesson = called()
    assert when(lesson, TEACHER, CallNext("call")) == lesson


@pytest.mark.parametrize("outcome", ["right", "not_yet"])
def test_how_it_went_is_recorded_and_the_next_one_is_somebody_else(outcome):
    lesson = called()
    first = drawn(lesson)
    lesson = when(named(lesson), TEACHER, EndCall(1, outcome))
    assert [(call.student, call.outcome) for call in lesson.past_calls] == [(first, outcome)]
    assert drawn(when(lesson, TEACHER, CallNext("call"))) != first


def test_an_outcome_for_a_call_that_is_over_changes_nothing():
    lesson = when(named(called()), TEACHER, EndCall(1, "right"))
    assert when(lesson, TEACHER, EndCall(1, "not_yet")) == lesson


def test_skipping_leaves_no_trace_on_the_wall_and_puts_the_student_back():
    lesson = called()
    skipped = when(lesson, TEACHER, EndCall(1, "skip"))
    assert sees(skipped, WALL, CallScene).name == ""
    assert drawn(lesson) not in skipped.bag.called


def test_a_called_student_may_pass_privately():
    lesson = called()
    first = drawn(lesson)
    passed = when(lesson, first, Pass(1))
    assert sees(passed, WALL, CallScene).name == ""
    assert sees(passed, TEACHER, Calling).passed
    assert all(not sees(passed, student, HeadsUp).call for student in ids(5))


def test_nobody_can_pass_for_somebody_else():
    lesson = called()
    other = next(student for student in ids(5) if student != drawn(lesson))
    with pytest.raises(Refused, match="moved on"):
        when(lesson, other, Pass(1))


def test_a_student_has_two_passes_a_day():
    lesson, call = called(1), 1
    for call in (1, 2):
        lesson = when(when(lesson, "s01", Pass(call)), TEACHER, CallNext("call"))
    with pytest.raises(Refused, match="Both passes"):
        when(lesson, "s01", Pass(call + 1))


def test_nobody_is_called_who_is_not_here():
    lesson = asking("call", 2)
    lesson = when(lesson, CLOCK, FellSilent("s01"))
    for call in (1, 2):
        lesson = when(lesson, TEACHER, CallNext("call"))
        assert drawn(lesson) == "s02"
        lesson = when(lesson, TEACHER, EndCall(call, "right"))


def test_a_call_in_an_empty_room_is_refused_with_a_sentence():
    lesson = when(seated(0, of=3), TEACHER, Open("call"))
    with pytest.raises(Refused, match="Nobody is here"):
        when(lesson, TEACHER, CallNext("call"))


def test_who_came_late_is_left_to_arrive_for_three_minutes():
    lesson = when(seated(1, of=2), TEACHER, Open("call"))
    lesson = when(lesson, Visitor("device-s02"), Sit("s02"), T0 + 60_000)
    soon = when(lesson, TEACHER, CallNext("call"), T0 + 239_999)
    soon = when(soon, TEACHER, EndCall(1, "right"), T0 + 239_999)
    assert drawn(when(soon, TEACHER, CallNext("call"), T0 + 239_999)) == "s01"
    assert drawn(when(soon, TEACHER, CallNext("call"), T0 + 240_000)) == "s02"


@pytest.mark.parametrize(("at", "outcome"), [(THINKING, "skip"), (NAMED, "none")])
def test_going_on_ends_a_call_and_a_name_that_nobody_saw_goes_back_into_the_bag(at, outcome):
    lesson = when(called(), CLOCK, Tick(), at)
    assert when(lesson, TEACHER, Open("board"), at).past_calls[-1].outcome == outcome


def test_a_press_for_another_segment_is_refused():
    with pytest.raises(Refused, match="moved on"):
        when(asking("board"), TEACHER, CallNext("call"))


def test_the_next_name_can_be_called_once_the_call_is_over():
    assert "call_next" not in sees(called(), TEACHER, Stage).can
    assert "call_next" in sees(when(named(called()), TEACHER, EndCall(1, "right")), TEACHER, Stage).can
