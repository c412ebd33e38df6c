"""Two processes on one database: a lesson is in one of them, and when both think that it is theirs nothing is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import col

from acting import TEACHER
from boardsup.lesson.commands import Answer, Open
from boardsup.lesson.events import AnswerGiven
from boardsup.lesson.who import Student
from boardsup.room.owning import Elsewhere
from boardsup.room.room import NotSaving, Room
from boardsup.store.lessons import find_lesson
from boardsup.store.owning import LEASE, ProcessRow
from boardsup.store.rosters import rename_student
from rooming import School, everybody_sits, look, school, shows, until


@asynccontextmanager
async def two(tmp_path: Path) -> AsyncIterator[tuple[School, School]]:
    path = tmp_path / "x.sqlite3"
    async with school(path, beside_others="http://one:1") as one, school(path, beside_others="http://two:1") as other:
        yield one, other


async def asked_in(kept: School) -> Room:
    """A lesson that this process owns, with a question before everybody."""
    begun = kept.begin(2)
    await begun.screens.until_durable()
    kept.rooms.begun(begun.code)
    room = await kept.rooms.find(begun.code)
    assert room is not None
    everybody_sits(room)
    room.handle(TEACHER, Open("board"))
    await room.screens.until_durable()
    return room


def answer(room: Room, i: int, number: int) -> None:
    student = room.lesson.roster[i]
    room.handle(Student(student, f"device-{student}"), Answer("board.1", number, "7.5"))


def looks_dead(kept: School) -> None:
    """To the others this process has been silent for too long; it has not noticed."""
    assert kept.rooms.owning is not None
    with kept.database.session() as session:
        rows = update(ProcessRow).where(col(ProcessRow.id) == kept.rooms.owning.me)
        session.connection().execute(rows.values(seen_at=col(ProcessRow.seen_at) - LEASE - 1))


async def taken_over(code: str, *, by: School, of: School) -> Room:
    """One process takes a lesson over of another one, which says every second that it is there."""
    while True:
        looks_dead(of)
        with suppress(Elsewhere):
            room = await by.rooms.find(code)
            assert room is not None
            return room


async def test_whoever_is_asked_first_has_the_lesson_and_the_other_one_says_where_it_is(tmp_path: Path):
    async with two(tmp_path) as (one, other):
        begun = one.begin(2)
        await begun.screens.until_durable()
        one.rooms.begun(begun.code)
        assert one.rooms.known(begun.code) is None
        assert await other.rooms.find(begun.code) is not None
        with pytest.raises(Elsewhere) as elsewhere:
            await one.rooms.find(begun.code)
        assert elsewhere.value.owner.address == "http://two:1"


async def test_when_both_think_that_a_lesson_is_theirs_the_slower_one_lets_go_and_nothing_is_lost(tmp_path: Path):
    """Seen to fail where a process whose commit conflicted recovers and goes on beside the other one."""
    async with two(tmp_path) as (one, other):
        old = await asked_in(one)
        closed: list[int] = []
        tab = look(old, device=f"device-{old.lesson.roster[0]}")
        tab.close = closed.append
        new = await taken_over(old.code, by=other, of=one)
        answer(new, 0, 1)
        await new.screens.until_durable()

        tab.outbox.drain()
        answer(old, 1, 1)
        await until(lambda: one.rooms.known(old.code) is None)
        assert closed == [1012]
        assert "number=1" not in tab.outbox.drain()
        with pytest.raises(NotSaving):
            answer(old, 1, 2)

        answer(new, 1, 1)
        await new.screens.until_durable()
        given = [e.event for e in one.journal.load(old.code) if isinstance(e.event, AnswerGiven)]
        assert [(event.student, event.number) for event in given] == [(s, 1) for s in new.lesson.roster]


async def test_a_lesson_that_was_let_go_comes_back_to_the_same_process_once_the_other_one_is_gone(tmp_path: Path):
    async with two(tmp_path) as (one, other):
        old = await asked_in(one)
        new = await taken_over(old.code, by=other, of=one)
        await until(lambda: one.rooms.known(old.code) is None)
        answer(new, 0, 1)
        await new.screens.until_durable()
        back = await taken_over(old.code, by=one, of=other)
        answer(back, 1, 1)
        await back.screens.until_durable()
        assert back.is_saving
        assert len(back.lesson.asked["board.1"].answers) == 2


async def test_a_roster_that_changes_in_one_process_changes_in_the_lesson_of_the_other(tmp_path: Path):
    async with two(tmp_path) as (one, other):
        room = await asked_in(one)
        wall = look(room, "console")
        student = room.lesson.roster[0]
        with other.database.session() as session:
            lesson = find_lesson(session, room.code)
            assert lesson is not None
            rename_student(session, lesson.class_id, student, "Somebody New")
            class_id = lesson.class_id
        await other.rooms.roster_changed(class_id)
        await shows(wall, "Somebody New")
