"""Which process owns a lesson: claimed, kept while its process is heard of, taken over by exactly one."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import col

from boardsup.store.database import Database, open_database
from boardsup.store.owning import (
    FORGOTTEN,
    HINTS_KEPT,
    LEASE,
    HintRow,
    Owner,
    ProcessRow,
    claim,
    hint,
    hints_for,
    leave,
    let_go,
    owned_by,
    owner_of,
    renew,
)

LESSON = "HJK34"


@pytest.fixture
def database(where: str | Path) -> Iterator[Database]:
    found = open_database(where)
    for me in ("one", "two"):
        with found.session() as session:
            renew(session, me, f"http://{me}:1")
    yield found
    found.close()


def claimed(database: Database, me: str) -> Owner:
    with database.session() as session:
        return claim(session, LESSON, me)


def silent_for(database: Database, me: str, ms: int) -> None:
    """This process was last heard of so long ago."""
    with database.session() as session:
        rows = update(ProcessRow).where(col(ProcessRow.id) == me)
        session.connection().execute(rows.values(seen_at=col(ProcessRow.seen_at) - ms))


def test_the_first_one_owns_it_and_the_other_one_is_told_where_it_is(database):
    assert claimed(database, "one") == Owner("one", "http://one:1", 1, is_alive=True)
    assert claimed(database, "two") == Owner("one", "http://one:1", 1, is_alive=True)
    assert claimed(database, "one").epoch == 1


def test_one_that_is_not_heard_of_for_as_long_as_its_lease_lasts_is_replaced(database):
    claimed(database, "one")
    silent_for(database, "one", LEASE - 1_000)
    assert claimed(database, "two").process == "one"
    silent_for(database, "one", 1_001)
    assert claimed(database, "two") == Owner("two", "http://two:1", 2, is_alive=True)
    with database.session() as session:
        renew(session, "one", "http://one:1")
        assert owned_by(session, "one") == frozenset()
        assert owned_by(session, "two") == {LESSON}
    assert claimed(database, "one").process == "two"


def test_of_many_that_claim_a_lesson_at_once_exactly_one_owns_it(database):
    """Seen to fail with an update that does not compare the epoch: two of them thought that they owned it."""
    names = [f"process {i}" for i in range(8)]
    for me in names:
        with database.session() as session:
            renew(session, me, "http://here:1")
    for turn in range(6):
        with ThreadPoolExecutor(len(names)) as pool:
            owners = {owner.process for owner in pool.map(lambda me: claimed(database, me), names)}
        (owner,) = owners
        assert claimed(database, "one").epoch == turn + 1
        silent_for(database, owner, LEASE + 1)
        names.remove(owner)


def test_what_is_let_go_is_whose_it_is_claimed_next(database):
    claimed(database, "one")
    with database.session() as session:
        let_go(session, "two", [LESSON])
        assert owned_by(session, "one") == {LESSON}
        let_go(session, "one", [LESSON])
        assert owner_of(session, LESSON) is None
    assert claimed(database, "two").process == "two"


def test_a_process_that_stops_leaves_nothing_behind(database):
    claimed(database, "one")
    with database.session() as session:
        leave(session, "one")
        assert owner_of(session, LESSON) is None
        assert session.get(ProcessRow, "one") is None


def test_the_rows_of_one_that_has_been_gone_for_an_hour_are_deleted(database):
    claimed(database, "one")
    silent_for(database, "one", FORGOTTEN + 1)
    with database.session() as session:
        renew(session, "two", "http://two:1")
        assert owner_of(session, LESSON) is None
        assert session.get(ProcessRow, "one") is None
        assert session.get(ProcessRow, "two") is not None


def test_a_hint_is_for_the_others_and_for_half_a_minute(database):
    with database.session() as session:
        hint(session, "one", "roster", ["class a", "class b"])
    with database.session() as session:
        assert [(kind, about) for _, kind, about in hints_for(session, "two")] == [
            ("roster", "class a"),
            ("roster", "class b"),
        ]
        assert hints_for(session, "one") == []
        session.connection().execute(update(HintRow).values(at=col(HintRow.at) - HINTS_KEPT - 1))
        renew(session, "two", "http://two:1")
        assert hints_for(session, "two") == []
