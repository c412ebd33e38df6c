"""What is PostgreSQL's own: durable whatever the server says, text that it cannot hold, a server that goes away."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import text

from boardsup.lesson.events import EVENT_TYPES, AnswerGiven
from boardsup.store.codec import EventCodec
from boardsup.store.database import open_database
from boardsup.store.failures import Unwritable
from boardsup.store.journal import Journal
from boardsup.store.lessons import find_lesson
from boardsup.store.rosters import classes, make_class


@pytest.fixture
def database(postgres):
    opened = open_database(postgres.new_database())
    yield opened
    opened.close()


def test_a_commit_is_durable_although_the_servers_own_setting_says_otherwise(database) -> None:
    with database.engine.connect() as connection:
        assert connection.execute(text("SHOW synchronous_commit")).scalar() == "on"
        said = connection.execute(text("SELECT reset_val FROM pg_settings WHERE name = 'synchronous_commit'"))
        assert said.scalar() == "on"


async def test_an_answer_with_a_nul_in_it_holds_up_nobody(database) -> None:
    journal, done = Journal(database, EventCodec(EVENT_TYPES)), asyncio.Event()
    failed: list[int] = []
    journal.start(
        asyncio.get_running_loop(),
        on_durable=lambda _, __: done.set(),
        on_failed=lambda _, durable: failed.append(durable) or done.set(),
    )
    journal.append("AAAAA", 1, 1, (AnswerGiven("s", "q", 1, 1, "incorrect", "ne.value", "3", wrote="a\0b"),))
    async with asyncio.timeout(20):
        await done.wait()
    journal.close()

    assert failed == []
    assert journal.load("AAAAA")[0].event.wrote == "a\ufffdb"
    with database.session() as session:
        assert find_lesson(session, "\0") is None


def test_a_connection_that_died_while_it_was_idle_is_replaced(database) -> None:
    with database.session() as session:
        make_class(session, "Period 3", "Ana")
    with database.engine.connect() as one, database.engine.connect() as other:
        ours = one.execute(text("SELECT pg_backend_pid()")).scalar()
        theirs = other.execute(text("SELECT pg_backend_pid()")).scalar()
        other.rollback()
        one.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": theirs})
        assert ours != theirs
    with database.session() as session, database.session() as again:
        assert [c.name for c in (*classes(session), *classes(again))] == ["Period 3", "Period 3"]


def test_an_address_where_no_server_is_gets_a_sentence_without_the_password() -> None:
    with pytest.raises(Unwritable, match="cannot be opened") as refused:
        open_database("postgresql://teacher:hunter2@127.0.0.1:1/school")
    assert "hunter2" not in str(refused.value)


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(Unwritable, match="postgresql://USER@HOST/NAME"):
        open_database("mysql://teacher@127.0.0.1/school")
