"""Who is here: silent for twenty seconds is away; a sign of life is no event, coming back is."""

from __future__ import annotations

from pathlib import Path

from acting import given, seated, started
from boardsup.lesson.commands import FellSilent
from boardsup.lesson.events import SeatWentAway
from boardsup.lesson.who import Student
from boardsup.room.outbox import Outbox
from boardsup.room.presence import Presence
from boardsup.room.tab import Tab
from rooming import everybody_sits, school


def test_a_seat_that_says_nothing_for_twenty_seconds_has_fallen_silent():
    presence, lesson = Presence(), seated(2)
    presence.heard("s01", 0.0)
    presence.heard("s02", 10.0)
    assert presence.silent(lesson, 19.9) == []
    assert presence.silent(lesson, 20.0) == [FellSilent("s01")]


def test_after_a_restart_everybody_has_twenty_seconds_to_be_heard():
    presence, lesson = Presence(), seated(2)
    assert presence.silent(lesson, 1_000.0) == []
    assert len(presence.silent(lesson, 1_020.0)) == 2


def test_a_tile_that_nobody_took_is_not_silent():
    assert Presence().silent(given(started(3)), 1_000.0) == []


async def test_a_sign_of_life_is_no_event_and_coming_back_is_one(tmp_path: Path):
    async with school(tmp_path / "x.sqlite3") as kept:
        room = kept.begin(2)
        everybody_sits(room)
        student = Student(room.lesson.roster[0], f"device-{room.lesson.roster[0]}")
        before = room.seq
        room.heard(student)
        assert room.seq == before
        room.happen((SeatWentAway(student.id),), room.house.now())
        room.heard(student)
        assert not room.lesson.seats[student.id].away
        assert room.seq == before + 2


async def test_a_tab_that_waits_over_plain_http_is_here(tmp_path: Path):
    async with school(tmp_path / "x.sqlite3") as kept:
        room = kept.begin(1)
        (tab,) = everybody_sits(room)
        room.screens.shut(tab)
        room.happen((SeatWentAway(room.lesson.roster[0]),), room.house.now())
        room.screens.open(Tab("student", tab.device, Outbox()))
        room.tick()
        assert not room.lesson.seats[room.lesson.roster[0]].away


async def test_a_page_out_of_sight_keeps_its_place_and_is_no_sign_of_life(tmp_path: Path):
    async with school(tmp_path / "x.sqlite3") as kept:
        room = kept.begin(1)
        (tab,) = everybody_sits(room)
        room.screens.shut(tab)
        room.happen((SeatWentAway(room.lesson.roster[0]),), room.house.now())
        room.screens.open(Tab("student", tab.device, Outbox(), is_in_sight=False))
        room.tick()
        assert room.lesson.seats[room.lesson.roster[0]].away
