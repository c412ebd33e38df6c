"""The journal on both databases: durable before it is said, exactly once, and nothing behind a gap."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest
from sqlalchemy.engine import RootTransaction

from boardsup.lesson.events import EVENT_TYPES, AnswerGiven, SeatTaken
from boardsup.store.codec import EventCodec
from boardsup.store.database import Database, open_database
from boardsup.store.failures import Conflict, Halted, Unreadable
from boardsup.store.journal import Journal
from boardsup.store.rows import MOST


class Heard:
    """What the journal said, and a way to wait for it."""

    def __init__(self) -> None:
        self.durable: dict[str, int] = {}
        self.failed: dict[str, int] = {}
        self.news = asyncio.Condition()

    def on_durable(self, lesson: str, seq: int) -> None:
        self.durable[lesson] = seq
        asyncio.get_running_loop().create_task(self._tell())

    def on_failed(self, lesson: str, durable: int) -> None:
        self.failed[lesson] = durable
        asyncio.get_running_loop().create_task(self._tell())

    async def _tell(self) -> None:
        async with self.news:
            self.news.notify_all()

    async def until(self, is_so) -> None:
        async with asyncio.timeout(20), self.news:
            await self.news.wait_for(is_so)


OPENED: list[Database] = []


@pytest.fixture(autouse=True)
def put_away():
    yield
    while OPENED:
        OPENED.pop().close()


def opened(where: str | Path) -> Database:
    OPENED.append(open_database(where))
    return OPENED[-1]


def journal_at(where: str | Path, commit=RootTransaction.commit) -> Journal:
    return Journal(opened(where), EventCodec(EVENT_TYPES), commit=commit)


@pytest.fixture
def heard() -> Heard:
    return Heard()


def seat(i: int) -> SeatTaken:
    return SeatTaken(f"s{i}", f"d{i}", 1_000 + i)


def answer(i: int) -> AnswerGiven:
    return AnswerGiven(f"s{i}", "board.1", 1, 1_000 + i, "incorrect", "unequal", f"x = {i}", wrote=f"x = '{i}' ½?")


async def test_more_than_one_statement_holds_comes_back_whole(where: str | Path, heard: Heard) -> None:
    journal = journal_at(where)
    journal.start(asyncio.get_running_loop(), on_durable=heard.on_durable, on_failed=heard.on_failed)
    events = tuple(answer(i) for i in range(1, 2 * MOST + 2))
    journal.append("AAAAA", 1, 1, events)

    await heard.until(lambda: heard.durable.get("AAAAA") == len(events))

    assert tuple(r.event for r in journal_at(where).load("AAAAA")) == events


async def test_what_is_said_to_be_durable_can_be_read_back_in_order(where: str | Path, heard: Heard) -> None:
    journal = journal_at(where)
    journal.start(asyncio.get_running_loop(), on_durable=heard.on_durable, on_failed=heard.on_failed)
    for i in range(1, 201):
        journal.append("AAAAA", i, i, (seat(i),))

    await heard.until(lambda: heard.durable.get("AAAAA") == 200)

    assert [(r.seq, r.event) for r in journal_at(where).load("AAAAA")] == [(i, seat(i)) for i in range(1, 201)]
    journal.close()


async def test_what_a_student_wrote_can_be_deleted_and_the_event_stays(where: str | Path, heard: Heard) -> None:
    journal = journal_at(where)
    journal.start(asyncio.get_running_loop(), on_durable=heard.on_durable, on_failed=heard.on_failed)
    answer = AnswerGiven("s1", "q", 1, 5, "incorrect", "ne.value", "3", wrote="x = 3 \U0001f600 é")
    journal.append("AAAAA", 1, 5, (answer,))
    await heard.until(lambda: heard.durable.get("AAAAA") == 1)
    journal.close()
    database = opened(where)
    assert journal_at(where).load("AAAAA")[0].event == answer

    with database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM writing")

    (entry,) = journal_at(where).load("AAAAA")
    assert entry.event.wrote is None
    assert entry.event.value == "3"


async def test_a_second_writer_of_the_same_number_fails_and_overwrites_nothing(where: str | Path) -> None:
    first, second = Heard(), Heard()
    one, two = journal_at(where), journal_at(where)
    one.start(asyncio.get_running_loop(), on_durable=first.on_durable, on_failed=first.on_failed)
    two.start(asyncio.get_running_loop(), on_durable=second.on_durable, on_failed=second.on_failed)
    one.append("AAAAA", 1, 1, (seat(1),))
    await first.until(lambda: first.durable.get("AAAAA") == 1)

    two.append("AAAAA", 1, 1, (seat(2),))
    await second.until(lambda: "AAAAA" in second.failed)

    assert isinstance(two.failure_of("AAAAA"), Conflict)
    assert [r.event for r in one.load("AAAAA")] == [seat(1)]
    one.close()
    two.close()


async def test_one_lessons_conflict_does_not_hold_up_another_lesson(where: str | Path, heard: Heard) -> None:
    gate = threading.Event()

    def slow_first(transaction: RootTransaction) -> None:
        gate.wait(20)
        transaction.commit()

    journal = journal_at(where, slow_first)
    journal.start(asyncio.get_running_loop(), on_durable=heard.on_durable, on_failed=heard.on_failed)
    with opened(where).engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO event VALUES ('AAAAA', 1, 0, 'SeatTaken', '{}')")
    journal.append("BBBBB", 1, 1, (seat(1),))
    journal.append("AAAAA", 1, 1, (seat(1),))
    journal.append("BBBBB", 2, 1, (seat(2),))
    gate.set()

    await heard.until(lambda: heard.durable.get("BBBBB") == 2 and "AAAAA" in heard.failed)
    journal.close()


async def test_after_a_failed_commit_nothing_is_stored_behind_the_gap_until_it_resumes(
    where: str | Path, heard: Heard
) -> None:
    is_broken = threading.Event()
    is_broken.set()

    def commit(transaction: RootTransaction) -> None:
        if is_broken.is_set():
            raise OSError("no space left on this test's disk")
        transaction.commit()

    journal = journal_at(where, commit)
    journal.start(asyncio.get_running_loop(), on_durable=heard.on_durable, on_failed=heard.on_failed)
    journal.append("AAAAA", 1, 1, (seat(1),))
    await heard.until(lambda: heard.failed.get("AAAAA") == 0)
    with pytest.raises(Halted):
        journal.append("AAAAA", 2, 1, (seat(2),))
    assert not await asyncio.to_thread(journal.writable)

    is_broken.clear()
    assert await asyncio.to_thread(journal.writable)
    journal.resume("AAAAA")
    journal.append("AAAAA", 1, 1, (seat(3),))
    await heard.until(lambda: heard.durable.get("AAAAA") == 1)

    assert [r.event for r in journal.load("AAAAA")] == [seat(3)]
    journal.close()


async def test_a_gap_is_refused_rather_than_read_over(where: str | Path, heard: Heard) -> None:
    journal = journal_at(where)
    journal.start(asyncio.get_running_loop(), on_durable=heard.on_durable, on_failed=heard.on_failed)
    journal.append("AAAAA", 1, 1, (seat(1), seat(2), seat(3)))
    await heard.until(lambda: heard.durable.get("AAAAA") == 3)
    journal.close()
    with opened(where).engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM event WHERE seq = 2")

    with pytest.raises(Unreadable, match="event 2 is missing"):
        journal_at(where).load("AAAAA")


async def test_a_burst_needs_few_commits(where: str | Path, heard: Heard) -> None:
    journal = journal_at(where)
    journal.start(asyncio.get_running_loop(), on_durable=heard.on_durable, on_failed=heard.on_failed)
    for i in range(1, 1_001):
        journal.append("AAAAA", i, i, (seat(i),))

    await heard.until(lambda: heard.durable.get("AAAAA") == 1_000)

    assert len(journal.recent_commits()) < 100
    journal.close()
