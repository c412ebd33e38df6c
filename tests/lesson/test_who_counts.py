"""Who counts: on paper, on a lent device, excused, with extra time; nobody is lost, nobody holds the class up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from acting import CLOCK, PLAN, T0, TEACHER, asking, given, ids, sees, started, when
from boardsup.lesson import commands as c
from boardsup.lesson.events import SeatTaken
from boardsup.lesson.needs import NO_END, Needs
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import Grid, Me, Paused, QuestionPanel, Tallies, Tally
from boardsup.lesson.state import Lesson


def with_needs(*needs: Needs, count: int = 4) -> Lesson:
    lesson = given(replace(started(count, PLAN), needs=needs), *(SeatTaken(s, f"device-{s}", T0) for s in ids(count)))
    return when(lesson, TEACHER, c.Open("board"))


def tally(lesson: Lesson) -> Tally:
    return sees(lesson, TEACHER, Tallies).tallies[0]


def closed(lesson: Lesson, at: int = T0 + 60_000) -> Lesson:
    return when(when(lesson, TEACHER, c.Close("board"), at), TEACHER, c.Close("board"), at)


def test_a_student_on_paper_counts_as_the_teacher_marks():
    lesson = when(asking("board", 6), TEACHER, c.OnPaper("s06", "paper"))
    assert {s.student: s.state for s in sees(lesson, TEACHER, Grid).squares}["s06"] == "paper"
    lesson = when(lesson, TEACHER, c.Mark("board.1", "s06", "right"))
    assert (tally(lesson).right, tally(lesson).counted) == (1, 6)
    lesson = when(lesson, TEACHER, c.Mark("board.1", "s06", "not_yet"))
    assert (tally(lesson).right, tally(lesson).not_yet) == (0, 1)


def test_only_a_student_on_paper_is_marked_by_hand():
    with pytest.raises(Refused, match="on paper"):
        when(asking("board", 6), TEACHER, c.Mark("board.1", "s01", "right"))


def test_a_student_on_paper_may_take_a_device_again_without_asking():
    lesson = when(asking("board", 2), TEACHER, c.OnPaper("s02", "paper"))
    assert "device-s02" not in lesson.devices
    assert when(lesson, "s02", c.Sit("s02")).devices["device-s02"] == "s02"


def test_an_excused_student_is_out_of_the_count_and_may_come_back():
    lesson = when(asking("board", 6), "s01", c.Answer("board.1", 1, "x = 15/2"))
    lesson = when(lesson, CLOCK, c.Tick(), T0 + 4_000)
    out = when(lesson, TEACHER, c.Excuse("board.1", "s01", "out"))
    assert (out.asked["board.1"].N, out.asked["board.1"].k) == (5, 0)
    back = when(out, TEACHER, c.Excuse("board.1", "s01", "in"))
    assert (back.asked["board.1"].N, back.asked["board.1"].k) == (6, 1)


def test_a_lent_device_shows_one_student_at_a_time_and_hides_the_first_answer():
    lesson = given(started(2, PLAN), SeatTaken("s01", "device-s01", T0))
    lesson = when(lesson, TEACHER, c.Lend("s02", "s01"))
    lesson = when(lesson, TEACHER, c.Open("board"))
    lesson = when(lesson, "s01", c.Answer("board.1", 1, "x = 4"))
    assert [tile.student for tile in sees(lesson, "s01", Me).beside] == ["s02"]
    handed = when(lesson, "s01", c.HandOver("s02"))
    assert handed.devices["device-s01"] == "s02"
    assert "x = 4" not in repr(sees(handed, "s02", QuestionPanel))
    assert handed.asked["board.1"].N == 2


def test_extra_time_goes_on_after_the_close_on_a_page_of_its_own_and_counts_when_handed_in():
    lesson = closed(with_needs(Needs("s01", extra_time=150)))
    assert sees(lesson, "s01", QuestionPanel).extra
    assert (lesson.asked["board.1"].N, lesson.extra["s01"]) == (3, T0 + 60_000 + 30_000)
    lesson = when(lesson, TEACHER, c.Open("call"), T0 + 61_000)
    lesson = when(lesson, "s01", c.Answer("board.1", 1, "x = 15/2"), T0 + 70_000)
    assert lesson.asked["board.1"].N == 4
    assert "s01" not in lesson.extra


def test_extra_time_that_runs_out_counts_as_for_everybody():
    lesson = closed(with_needs(Needs("s01", extra_time=150)))
    lesson = when(lesson, CLOCK, c.Tick(), T0 + 60_000 + 30_000)
    assert lesson.asked["board.1"].N == 4
    with pytest.raises(Refused):
        when(lesson, "s01", c.Answer("board.1", 1, "x = 4"), T0 + 60_000 + 30_001)


def test_time_without_an_end_ends_when_the_student_goes_on():
    lesson = closed(with_needs(Needs("s01", extra_time=NO_END)))
    lesson = when(lesson, CLOCK, c.Tick(), T0 + 3_600_000)
    assert sees(lesson, "s01", QuestionPanel).extra
    assert sees(when(lesson, "s01", c.GoOn()), "s01", QuestionPanel) is None


def test_eyes_up_pauses_extra_time_too():
    lesson = closed(with_needs(Needs("s01", extra_time=200)))
    assert sees(when(lesson, TEACHER, c.EyesUp("up")), "s01", Paused)
