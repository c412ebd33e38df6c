"""When nothing can be saved: every screen says so, nothing is claimed saved, and all is well again by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from acting import TEACHER
from boardsup.lesson.commands import Answer, Open, Sit
from boardsup.lesson.digest import digest
from boardsup.lesson.who import Student, Visitor
from boardsup.room.room import NotSaving, Room
from rooming import School, everybody_sits, look, school, shows, until


@pytest.fixture
async def kept(tmp_path: Path):
    async with school(tmp_path / "x.sqlite3") as found:
        yield found


def student(room: Room, i: int) -> Student:
    id = room.lesson.roster[i]
    return Student(id, f"device-{id}")


async def asking(kept: School, count: int = 3):
    room = kept.begin(count)
    tabs = everybody_sits(room)
    room.handle(TEACHER, Open("board"))
    await room.screens.until_durable()
    for tab in tabs:
        tab.outbox.drain()
    return room, tabs


async def test_every_screen_says_so_and_shows_what_is_really_there(kept: School):
    room, tabs = await asking(kept)
    console, wall = look(room, "console"), look(room, "wall")
    kept.disk.is_full = True
    room.handle(student(room, 0), Answer("board.1", 1, "7.5"))
    for tab in (*tabs, console, wall):
        await shows(tab, "Trouble(saving=False)")
    assert room.lesson.asked["board.1"].answers.get(room.lesson.roster[0]) is None


async def test_the_student_never_saw_it_as_saved(kept: School):
    room, tabs = await asking(kept)
    kept.disk.is_full = True
    room.handle(student(room, 0), Answer("board.1", 1, "7.5"))
    frame = await shows(tabs[0], "Trouble(saving=False)")
    assert "state='saved'" not in frame + tabs[0].outbox.drain()


async def test_wishes_are_refused_with_a_sentence_until_it_is_over(kept: School):
    room, _ = await asking(kept)
    kept.disk.is_full = True
    room.handle(student(room, 0), Answer("board.1", 1, "7.5"))
    await until(lambda: not room.is_saving)
    with pytest.raises(NotSaving, match="stays on this device"):
        room.handle(student(room, 1), Answer("board.1", 1, "7.5"))


async def test_it_comes_back_by_itself_and_a_resend_is_stored_once(kept: School):
    room, tabs = await asking(kept)
    kept.disk.is_full = True
    room.handle(student(room, 0), Answer("board.1", 1, "7.5"))
    await shows(tabs[0], "Trouble(saving=False)")
    kept.disk.is_full = False
    await shows(tabs[0], "Trouble(saving=True)")
    for _ in range(3):
        room.handle(student(room, 0), Answer("board.1", 1, "7.5"))
    await shows(tabs[0], "Receipt(question='board.1', number=1)")
    given = [e.event for e in kept.journal.load(room.code) if type(e.event).__name__ == "AnswerGiven"]
    assert len(given) == 1


async def test_afterwards_the_lesson_is_what_the_journal_says(kept: School):
    room, tabs = await asking(kept)
    room.handle(student(room, 0), Answer("board.1", 1, "7.5"))
    await shows(tabs[0], "Saved")
    kept.disk.is_full = True
    room.handle(student(room, 1), Answer("board.1", 1, "7.5"))
    await shows(tabs[1], "Trouble(saving=False)")
    kept.disk.is_full = False
    await shows(tabs[1], "Trouble(saving=True)")
    async with school(Path(kept.database.engine.url.database or "")) as other:
        again = await other.rooms.find(room.code)
        assert again is not None
        assert digest(again.lesson) == digest(room.lesson)


async def test_the_other_lessons_on_a_full_disk_come_back_too(kept: School):
    rooms = [(await asking(kept))[0] for _ in range(3)]
    kept.disk.is_full = True
    for room in rooms:
        room.handle(student(room, 0), Answer("board.1", 1, "7.5"))
    await until(lambda: not any(room.is_saving for room in rooms))
    kept.disk.is_full = False
    await until(lambda: all(room.is_saving for room in rooms))


async def test_a_lesson_whose_beginning_could_not_be_saved_never_began(kept: School):
    kept.disk.is_full = True
    room = kept.begin(3)
    code = room.code
    await room.screens.until_durable()
    assert not room.is_saving
    kept.rooms.abandon(code)
    assert kept.rooms.known(code) is None


async def test_a_database_that_is_full_by_sqlites_own_limit(tmp_path: Path):
    async with school(tmp_path / "small.sqlite3", max_pages=120) as kept:
        room, tabs = await asking(kept)
        number, wrote = 0, "x = " + "1 + " * 40 + "1"
        while room.is_saving:
            number += 1
            room.handle(student(room, 0), Answer("board.1", number, wrote))
            await room.screens.until_durable()
        durable = room.lesson.asked["board.1"].answers[room.lesson.roster[0]].number
        assert durable == number - 1
        assert not await _can_be_written(kept)
        kept.database.limit_pages(None)
        await until(lambda: room.is_saving)
        room.handle(student(room, 0), Answer("board.1", number, wrote))
        await shows(tabs[0], f"Receipt(question='board.1', number={number})")
        assert room.lesson.asked["board.1"].answers[room.lesson.roster[0]].number == number


async def test_who_arrives_while_nothing_can_be_saved_is_told_at_once(kept: School):
    room, tabs = await asking(kept)
    kept.disk.is_full = True
    room.handle(student(room, 0), Answer("board.1", 1, "7.5"))
    await shows(tabs[0], "Trouble(saving=False)")
    late = look(room, device="late")
    await shows(late, "Trouble(saving=False)")
    with pytest.raises(NotSaving):
        room.handle(Visitor("late"), Sit(room.lesson.roster[0]))


async def _can_be_written(kept: School) -> bool:
    import asyncio

    return await asyncio.to_thread(kept.journal.writable)
