"""All rooms of a process: found by code, opened from the journal, and what outlives the process."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from acting import T0, TEACHER
from boardsup.lesson.commands import Answer, CallNext, Close, End, EndCall, Open, Tick
from boardsup.lesson.digest import digest
from boardsup.lesson.state import Phase
from boardsup.lesson.who import Clock, Student
from boardsup.store.evidence import measured
from boardsup.store.lessons import find_lesson
from boardsup.store.rosters import add_student, bag_of, rename_student
from rooming import everybody_sits, look, school, shows, until


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.sqlite3"


async def test_a_lesson_goes_on_where_it_was_after_a_restart(path: Path):
    async with school(path) as before:
        room = before.begin(3)
        everybody_sits(room)
        room.handle(TEACHER, Open("board"))
        student = Student(room.lesson.roster[0], f"device-{room.lesson.roster[0]}")
        room.handle(student, Answer("board.1", 1, "7.5"))
        room.handle(TEACHER, Close("board"))
        await room.screens.until_durable()
        code, was, seq = room.code, digest(room.lesson), room.seq

    async with school(path) as after:
        room = await after.rooms.find(code)
        assert room is not None
        assert (digest(room.lesson), room.seq) == (was, seq)
        tab = look(room, device=student.device)
        assert "Name 1" in await shows(tab, "QuestionPanel", "closing=True")
        room.handle(student, Answer("board.1", 2, "x = 15/2"))
        await shows(tab, "number=2")
        after.clock.now = T0 + 5_000
        room.handle(Clock(), Tick())
        assert room.lesson.courses["board"].phase is Phase.CLOSED


async def test_time_goes_on_from_the_last_event_even_when_the_machines_clock_was_set_back(path: Path):
    async with school(path) as before:
        before.clock.now = T0 + 60_000
        room = before.begin(1)
        everybody_sits(room)
        await room.screens.until_durable()
        code = room.code

    async with school(path) as after:
        room = await after.rooms.find(code)
        assert room is not None
        room.handle(TEACHER, Open("board"))
        assert room.lesson.courses["board"].opened_at == T0 + 60_000


async def test_a_code_that_is_no_lessons_has_no_room(path: Path):
    async with school(path) as kept:
        assert await kept.rooms.find("XXXXX") is None
        assert kept.rooms.known("XXXXX") is None


async def test_many_who_come_at_once_to_a_lesson_that_sleeps_find_the_same_room(path: Path):
    async with school(path) as before:
        room = before.begin(2)
        await room.screens.until_durable()
        code = room.code

    async with school(path) as after:
        found = await asyncio.gather(*(after.rooms.find(code) for _ in range(200)))
        assert len({id(room) for room in found}) == 1
        assert found[0] is not None


async def test_a_name_that_is_changed_is_shown_and_a_new_tile_can_be_taken(path: Path):
    async with school(path) as kept:
        room = kept.begin(2)
        tabs = everybody_sits(room)
        with kept.database.session() as session:
            klass = find_lesson(session, room.code).class_id
            rename_student(session, klass, room.lesson.roster[0], "Ana M.")
            added = add_student(session, klass, "Bo")
        await kept.rooms.roster_changed(klass)
        await shows(tabs[0], "Ana M.")
        assert added.id in room.lesson.roster


async def test_the_bag_of_a_class_is_finished_in_its_next_lesson(path: Path):
    async with school(path) as kept:
        room = kept.begin(3)
        everybody_sits(room)
        room.handle(TEACHER, Open("call"))
        room.handle(TEACHER, CallNext("call"))
        room.handle(TEACHER, EndCall(1, "right"))
        room.handle(TEACHER, End())
        with kept.database.session() as session:
            klass = find_lesson(session, room.code).class_id

        def kept_bag():
            with kept.database.session() as session:
                return bag_of(session, klass)

        await until(lambda: kept_bag().called == room.lesson.bag.called)
        with kept.database.session() as session:
            assert find_lesson(session, room.code).ended_at is not None


async def test_what_a_lesson_showed_is_kept_when_it_ends(path: Path):
    async with school(path) as kept:
        room = kept.begin(3)
        everybody_sits(room)
        room.handle(TEACHER, Open("board"))
        room.handle(TEACHER, End())
        with kept.database.session() as session:
            klass = find_lesson(session, room.code).class_id

        def found():
            with kept.database.session() as session:
                return measured(session, klass)

        await until(found)
        assert [one.here for one in found()[0].attended] == [True] * 3


async def test_the_bag_is_found_even_when_the_last_lesson_was_never_ended(path: Path):
    async with school(path) as before:
        room = before.begin(3)
        everybody_sits(room)
        room.handle(TEACHER, Open("call"))
        room.handle(TEACHER, CallNext("call"))
        room.handle(TEACHER, EndCall(1, "right"))
        await room.screens.until_durable()
        called = room.lesson.bag.called
        with before.database.session() as session:
            klass = find_lesson(session, room.code).class_id

    async with school(path) as after:
        assert after.rooms.bag_for(klass).called == called


async def test_a_fault_in_one_room_stops_no_other(path: Path, monkeypatch: pytest.MonkeyPatch):
    async with school(path) as kept:
        broken, sound = kept.begin(1), kept.begin(1)
        everybody_sits(sound)
        monkeypatch.setattr(broken, "tick", lambda: 1 / 0)
        sound.handle(TEACHER, Open("board"))
        sound.handle(TEACHER, Close("board"))
        kept.clock.now += 5_000
        await until(lambda: sound.lesson.courses["board"].phase is Phase.CLOSED)


async def test_when_the_process_stops_every_tab_hears_that_it_may_come_back(path: Path):
    closed: list[int] = []
    async with school(path) as kept:
        room = kept.begin(1)
        (tab,) = everybody_sits(room)
        tab.close = closed.append
    assert closed == [1012]


async def test_a_lesson_is_read_again_only_once_all_that_happened_is_on_the_disk(path: Path):
    """Otherwise the answer on its way would be missing from the room, and the next one would have its number."""
    async with school(path) as kept:
        room = kept.begin(3)
        everybody_sits(room)
        room.handle(TEACHER, Open("board"))
        await room.screens.until_durable()
        kept.disk.hold()
        student = Student(room.lesson.roster[0], f"device-{room.lesson.roster[0]}")
        room.handle(student, Answer("board.1", 1, "7.5"))
        kept.rooms.reload((room.code,))
        assert kept.rooms.known(room.code) is room
        kept.disk.let_go()
        await until(lambda: kept.rooms.known(room.code) is None)
        again = await kept.rooms.find(room.code)
        assert again.lesson.asked["board.1"].answers[student.id].value == "15/2"
        again.handle(student, Answer("board.1", 2, "4"))
        await again.screens.until_durable()
        assert again.is_saving
