"""Joining: tap a tile, ask for a taken one, late, closed door, a wrong tile left behind."""

from __future__ import annotations

import pytest

from acting import CLOCK, T0, TEACHER, WALL, asking, given, seated, sees, started, when
from boardsup.lesson.commands import Admit, Enrol, FellSilent, HeardAgain, Joining, Sit
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import DoorClosed, Grid, Me, QuestionPanel, Requests, Tiles, WallHead
from boardsup.lesson.who import Visitor

NEW = Visitor("tablet")


def test_a_free_tile_is_taken_by_one_tap():
    lesson = when(given(started(3)), NEW, Sit("s02"))
    assert lesson.devices["tablet"] == "s02"


def test_a_second_tap_on_ones_own_tile_changes_nothing():
    lesson = when(given(started(3)), NEW, Sit("s02"))
    assert when(lesson, NEW, Sit("s02")) == lesson


def test_a_taken_tile_asks_the_teacher():
    lesson = when(seated(3), NEW, Sit("s01"))
    assert "tablet" not in lesson.devices
    assert [r.name for r in sees(lesson, TEACHER, Requests).requests] == ["Name s01"]


def test_the_newest_device_wins_once_it_is_allowed():
    lesson = when(when(seated(3), NEW, Sit("s01")), TEACHER, Admit("s01", "tablet", "allow"))
    assert lesson.devices["tablet"] == "s01"
    assert "device-s01" not in lesson.devices
    assert sees(lesson, TEACHER, Requests).requests == ()


def test_a_refused_device_stays_at_the_door_and_the_seat_where_it_was():
    lesson = when(when(seated(3), NEW, Sit("s01")), TEACHER, Admit("s01", "tablet", "refuse"))
    assert lesson.devices["device-s01"] == "s01"
    assert lesson.asks == ()


def test_allowing_a_request_that_was_withdrawn_changes_nothing():
    assert when(seated(3), TEACHER, Admit("s01", "tablet", "allow")) == seated(3)


def test_a_device_that_tapped_the_wrong_tile_leaves_it_free_by_tapping_its_own():
    lesson = when(given(started(3)), NEW, Sit("s01"))
    lesson = when(lesson, "s01", Sit("s02")) if lesson.devices.get("device-s01") else when(lesson, NEW, Sit("s02"))
    assert lesson.devices["tablet"] == "s02"
    assert "s01" not in lesson.seats


def test_a_device_waits_for_one_tile_at_a_time():
    lesson = when(when(seated(3), NEW, Sit("s01")), NEW, Sit("s02"))
    assert [ask.student for ask in lesson.asks] == ["s02"]


def test_a_closed_door_refuses_a_new_device_and_keeps_who_sits():
    lesson = when(seated(2, of=3), TEACHER, Joining("closed"))
    with pytest.raises(Refused, match="Joining is closed"):
        when(lesson, NEW, Sit("s03"))
    assert isinstance(sees(lesson, NEW, DoorClosed), DoorClosed)
    assert sees(lesson, "s01", Me).name == "Name s01"


def test_a_tile_that_is_not_on_the_roster_is_refused():
    with pytest.raises(Refused, match="not on the list"):
        when(seated(2), NEW, Sit("somebody"))


def test_the_door_can_be_opened_again():
    lesson = when(when(given(started(2)), TEACHER, Joining("closed")), TEACHER, Joining("open"))
    assert when(lesson, NEW, Sit("s01")).devices["tablet"] == "s01"


def test_a_late_student_lands_on_the_present_question():
    lesson = when(asking("board", 5), CLOCK, Enrol("late"))
    lesson = when(lesson, NEW, Sit("late"), T0 + 1)
    from boardsup.lesson.who import Student

    assert sees(lesson, Student("late", "tablet"), QuestionPanel).question == "board.1"


def test_tiles_show_which_are_taken_and_which_this_device_asked_for():
    lesson = when(seated(2, of=3), NEW, Sit("s01"))
    states = {tile.student: tile.state for tile in sees(lesson, NEW, Tiles).tiles}
    assert states == {"s01": "asked", "s02": "taken", "s03": "free"}


def test_a_seat_that_falls_silent_is_away_until_it_is_heard_again():
    silent = when(seated(2), CLOCK, FellSilent("s01"))
    assert [q.state for q in sees(silent, TEACHER, Grid).squares] == ["away", "here"]
    assert when(silent, CLOCK, HeardAgain("s01")) == seated(2)


def test_the_wall_counts_people():
    assert sees(seated(3), WALL, WallHead).here == 3
