"""A lesson that ended is put away once, also by a process that was not there when it did."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sqlmodel import Session, select

from boardsup.lesson.commands import End
from boardsup.lesson.who import Teacher
from boardsup.store.hooks import new_hook
from boardsup.store.people.accounts import owner, person_of
from boardsup.store.program_tables import DeliveryRow
from boardsup.store.tables import LessonRow, MeasuredRow
from rooming import PATIENCE, School, school


def put_away(session: Session, code: str) -> tuple[bool, int, bool]:
    """Is its end noted, how many are told of it, and is what it showed kept?"""
    told = session.exec(select(DeliveryRow).where(DeliveryRow.lesson == code)).all()
    return session.get(LessonRow, code).ended_at is not None, len(told), session.get(MeasuredRow, code) is not None


async def until_put_away(found: School, code: str) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            with found.database.session() as session:
                if put_away(session, code) == (True, 1, True):
                    return
            await asyncio.sleep(0.01)


async def test_killed_between_the_end_and_the_news_of_it_the_next_process_tells(tmp_path: Path) -> None:
    async with school(tmp_path / "x.sqlite3") as found:
        with found.database.session() as session:
            new_hook(session, person_of(owner(session)), "https://example.org/hook", now=0)
        room = found.begin()
        room.handle(Teacher(), End())
        await until_put_away(found, room.code)
        # As if it had been killed once the end was in the journal, and nothing else was.
        with found.database.session() as session:
            session.get(LessonRow, room.code).ended_at = None
            for table in (DeliveryRow, MeasuredRow):
                for row in session.exec(select(table)).all():
                    session.delete(row)
            session.flush()
            assert put_away(session, room.code) == (False, 0, False)
    async with school(tmp_path / "x.sqlite3") as found:
        await until_put_away(found, room.code)
        await asyncio.to_thread(found.rooms.ending.put, found.rooms.replayed(room.code))
        with found.database.session() as session:
            assert put_away(session, room.code) == (True, 1, True)


async def test_a_lesson_that_runs_is_left_alone(tmp_path: Path) -> None:
    async with school(tmp_path / "x.sqlite3") as found:
        room = found.begin()
        await asyncio.to_thread(found.rooms.ending.catch_up, found.rooms.replayed)
        with found.database.session() as session:
            assert put_away(session, room.code) == (False, 0, False)
