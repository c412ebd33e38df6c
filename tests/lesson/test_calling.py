"""Cold calls: a prompt, time to think, then a name; passes, skips, and who may be drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from acting import CLOCK, T0, TEACHER, WALL, asking, given, ids, seated, sees, started, when
from boardsup.lesson import commands as c
from boardsup.lesson.calling import call_day, marks
from boardsup.lesson.events import HeadsUpsStopped, SeatTaken
from boardsup.lesson.lesson import apply, decide
from boardsup.lesson.needs import Needs
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import Calling, CallScene, HeadsUp, Listening, Stage
from boardsup.lesson.who import Visitor
from boardsup.teaching.fairness import fairness

THINKING = T0 + 9_999
NAMED = T0 + 10_000


def cold(count: int = 5):
    """A class before a cold call in which nobody is told before."""
    return apply(asking("call", count), HeadsUpsStopped())


def called(count: int = 5):
    return when(cold(count), TEACHER, c.CallNext("call"))


def drawn(lesson) -> str:
    assert lesson.call is not None
    return lesson.call.student


def named(lesson):
    return when(lesson, CLOCK, c.Tick(), NAMED)


def with_needs(*needs: Needs, count: int = 4):
    lesson = given(replace(started(count), needs=needs), *(SeatTaken(s, f"device-{s}", T0) for s in ids(count)))
    return when(lesson, TEACHER, c.Open("call"))


def called_one_after_another(lesson, count: int) -> list[str]:
    found = []
    for _ in range(count):
        lesson = when(lesson, TEACHER, c.CallNext("call"), T0)
        found.append(drawn(lesson))
        lesson = when(lesson, TEACHER, c.EndCall(lesson.call.number, "right"))
    return found


def test_everybody_listens_and_the_wall_shows_the_prompt():
    lesson = asking("call", 5)
    assert sees(lesson, "s01", Listening).ask == "Why $7.5$? What was the first step?"
    assert sees(lesson, WALL, CallScene).name == ""


def test_the_name_is_on_the_wall_only_after_the_think_time():
    lesson = called()
    before, after = when(lesson, CLOCK, c.Tick(), THINKING), named(lesson)
    before, after = sees(before, WALL, CallScene), sees(after, WALL, CallScene)
    assert (before.thinking, before.name) == (True, "")
    assert (after.thinking, after.name) == (False, f"Name {drawn(lesson)}")


def test_the_console_has_the_name_on_hold_at_once_with_what_that_student_handed_in():
    lesson = asking("board", 1)
    lesson = when(when(lesson, "s01", c.Answer("board.1", 1, "x = 30/4")), TEACHER, c.Reveal("board"))
    lesson = when(when(lesson, TEACHER, c.Open("call")), TEACHER, c.CallNext("call"))
    calling = sees(lesson, TEACHER, Calling)
    assert (calling.name, calling.named) == ("Name s01", False)
    assert [(answer.wrote, answer.verdict) for answer in calling.answers] == [("x = 30/4", "right")]


def test_only_the_called_student_hears_of_it():
    lesson = called()
    assert [student for student in ids(5) if sees(lesson, student, HeadsUp).heads_up] == [drawn(lesson)]


def test_pressing_again_while_somebody_is_called_changes_nothing():
    lesson = called()
    assert when(lesson, TEACHER, c.CallNext("call")) == lesson


@pytest.mark.parametrize("outcome", ["right", "not_yet", "with_help"])
def test_how_it_went_is_recorded_and_the_next_one_is_somebody_else(outcome):
    lesson = called()
    first = drawn(lesson)
    lesson = when(named(lesson), TEACHER, c.EndCall(1, outcome))
    assert [(call.student, call.outcome) for call in lesson.past_calls] == [(first, outcome)]
    assert drawn(when(lesson, TEACHER, c.CallNext("call"))) != first


def test_an_answer_stands_for_three_seconds_before_anything_else_is_said():
    lesson = when(named(called()), TEACHER, c.EndCall(1, "right"), NAMED)
    assert sees(lesson, WALL, CallScene).pausing
    assert sees(when(lesson, CLOCK, c.Tick(), NAMED + 2_999), WALL, CallScene).pausing
    assert not sees(when(lesson, CLOCK, c.Tick(), NAMED + 3_000), WALL, CallScene).pausing


def test_an_outcome_for_a_call_that_is_over_changes_nothing():
    lesson = when(named(called()), TEACHER, c.EndCall(1, "right"))
    assert when(lesson, TEACHER, c.EndCall(1, "not_yet")) == lesson


def test_skipping_quietly_leaves_no_trace_on_the_wall_and_draws_somebody_else():
    lesson = called()
    skipped = when(lesson, TEACHER, c.EndCall(1, "skip"))
    assert sees(skipped, WALL, CallScene) == sees(lesson, WALL, CallScene)
    assert drawn(skipped) != drawn(lesson)
    assert drawn(lesson) not in skipped.bag.called
    assert sees(skipped, drawn(lesson), HeadsUp).heads_up == 0
    assert sees(skipped, TEACHER, Calling).calls_today == 1


def test_where_there_is_nobody_else_a_skip_just_ends_the_call():
    assert when(called(1), TEACHER, c.EndCall(1, "skip")).call is None


def test_a_called_student_may_pass_privately():
    lesson = called()
    first = drawn(lesson)
    passed = when(lesson, first, c.Reply(1, "pass"))
    assert sees(passed, WALL, CallScene).name == ""
    assert sees(passed, TEACHER, Calling).passed
    assert all(not sees(passed, student, HeadsUp).heads_up for student in ids(5))


def test_nobody_can_pass_for_somebody_else_or_for_another_call():
    lesson = called()
    other = next(student for student in ids(5) if student != drawn(lesson))
    for student, number in ((other, 1), (drawn(lesson), 2)):
        with pytest.raises(Refused, match="moved on"):
            when(lesson, student, c.Reply(number, "pass"))


def test_a_student_has_two_passes_a_day():
    lesson = called(1)
    for number in (1, 2):
        lesson = when(when(lesson, "s01", c.Reply(number, "pass")), TEACHER, c.CallNext("call"))
    assert not sees(lesson, "s01", HeadsUp).can_pass
    with pytest.raises(Refused, match="The passes"):
        when(lesson, "s01", c.Reply(3, "pass"))


def test_nobody_is_called_who_is_not_here():
    lesson = when(cold(2), CLOCK, c.FellSilent("s01"))
    assert called_one_after_another(lesson, 2) == ["s02", "s02"]


def test_a_call_in_an_empty_room_is_refused_with_a_sentence():
    lesson = when(seated(0, of=3), TEACHER, c.Open("call"))
    for off in (False, True):
        lesson = apply(lesson, HeadsUpsStopped()) if off else lesson
        with pytest.raises(Refused, match="Nobody is here"):
            when(lesson, TEACHER, c.CallNext("call"))


def test_who_came_late_is_left_to_arrive_for_three_minutes():
    lesson = apply(when(seated(1, of=2), TEACHER, c.Open("call")), HeadsUpsStopped())
    lesson = when(lesson, Visitor("device-s02"), c.Sit("s02"), T0 + 60_000)
    soon = when(lesson, TEACHER, c.CallNext("call"), T0 + 239_999)
    soon = when(soon, TEACHER, c.EndCall(1, "right"), T0 + 239_999)
    assert drawn(when(soon, TEACHER, c.CallNext("call"), T0 + 239_999)) == "s01"
    assert drawn(when(soon, TEACHER, c.CallNext("call"), T0 + 240_000)) == "s02"


@pytest.mark.parametrize(("at", "outcome"), [(THINKING, "skip"), (NAMED, "none")])
def test_going_on_ends_a_call_and_a_name_that_nobody_saw_goes_back_into_the_bag(at, outcome):
    lesson = when(called(), CLOCK, c.Tick(), at)
    assert when(lesson, TEACHER, c.Open("board"), at).past_calls[-1].outcome == outcome


def test_a_press_for_another_segment_or_after_the_end_is_refused():
    with pytest.raises(Refused, match="moved on"):
        when(asking("board"), TEACHER, c.CallNext("call"))
    with pytest.raises(Refused, match="ended"):
        when(when(cold(), TEACHER, c.End()), TEACHER, c.CallNext("call"))


def test_the_next_name_can_be_called_once_the_call_is_over():
    assert "call_next" not in sees(called(), TEACHER, Stage).can
    assert "call_next" in sees(when(named(called()), TEACHER, c.EndCall(1, "right")), TEACHER, Stage).can


def test_only_the_first_step_may_be_asked_for():
    lesson = when(cold(), TEACHER, c.CallNext("call", "first_step"))
    assert sees(lesson, WALL, CallScene).prompt == "first_step"
    assert sees(lesson, TEACHER, Calling).prompt == "first_step"


@pytest.mark.parametrize("heads_ups", [True, False])
def test_the_never_called_are_never_drawn(heads_ups):
    lesson = with_needs(Needs("s02", calls="never"))
    lesson = lesson if heads_ups else apply(lesson, HeadsUpsStopped())
    assert "s02" not in called_one_after_another(lesson, 12)


def test_warm_only_is_called_with_a_heads_up_and_never_without():
    lesson = with_needs(Needs("s02", calls="warm"))
    assert "s02" in called_one_after_another(lesson, 4)
    assert "s02" not in called_one_after_another(apply(lesson, HeadsUpsStopped()), 12)


def test_who_rests_today_is_not_called_until_they_are_back():
    lesson = when(cold(2), TEACHER, c.Rest("s02", "rest"))
    assert called_one_after_another(lesson, 3) == ["s01", "s01", "s01"]
    assert "s02" in called_one_after_another(when(lesson, TEACHER, c.Rest("s02", "back")), 2)


def test_resting_somebody_who_is_not_on_the_list_is_refused_and_twice_is_once():
    lesson = when(cold(2), TEACHER, c.Rest("s02", "rest"))
    assert when(lesson, TEACHER, c.Rest("s02", "rest")) == lesson
    assert when(lesson, TEACHER, c.Rest("s01", "back")) == lesson
    with pytest.raises(Refused, match="not on the list"):
        when(lesson, TEACHER, c.Rest("s99", "rest"))


def test_what_the_teacher_sets_at_the_desk_while_the_lesson_runs_is_obeyed_at_once():
    lesson = asking("call", 2)
    lesson = when(lesson, CLOCK, c.Tick())
    warned = lesson.line[0].draw.student
    lesson = when(lesson, CLOCK, c.SetNeeds((Needs(warned, calls="never"),), ()))
    assert sees(lesson, warned, HeadsUp).heads_up == 0
    assert warned not in called_one_after_another(lesson, 4)
    assert decide(lesson, CLOCK, c.SetNeeds((Needs(warned, calls="never"),), ()), T0) == ()


def test_three_misses_say_that_everybody_should_be_checked_until_a_board_is_asked():
    lesson = cold()
    for _ in range(3):
        assert not sees(lesson, TEACHER, Calling).evidence
        lesson = when(lesson, TEACHER, c.CallNext("call"))
        lesson = when(lesson, TEACHER, c.EndCall(lesson.call.number, "not_yet"))
    assert sees(lesson, TEACHER, Calling).evidence == "Recent calls say: check everyone."
    assert not sees(when(lesson, TEACHER, c.Open("board")), TEACHER, Calling).evidence


def test_the_report_on_fairness_has_who_was_here_and_who_was_called_and_leaves_out_the_never_called():
    lesson = with_needs(Needs("s02", calls="never"))
    lesson = when(lesson, TEACHER, c.CallNext("call"))
    skipped = drawn(lesson)
    lesson = when(lesson, TEACHER, c.EndCall(1, "skip"))
    called_one = drawn(lesson)
    lesson = when(lesson, TEACHER, c.EndCall(2, "right"))
    day = call_day(lesson)
    assert day.present == {"s01", "s02", "s03", "s04"}
    assert day.called == (called_one,)
    assert called_one != skipped
    report = fairness([day], marks(lesson).outside_the_report)
    assert {turns.student for turns in report.turns} == {"s01", "s03", "s04"}
