"""A list that another program sends: its class is made once, however many send it at the same moment."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from acting import T0
from boardsup.rostering.roster import Person, Section
from boardsup.store.database import Database, open_database
from boardsup.store.importing import Taken, take_roster
from boardsup.store.people.accounts import owner, person_of
from boardsup.store.rosters import classes
from boardsup.store.secrets import signing_secret

SECTION = Section("SEC-5", "Period 5", (Person("N-1", "Gil"), Person("N-2", "Hal")))


@pytest.fixture
def database(where: str | Path) -> Iterator[Database]:
    opened = open_database(where)
    with opened.session() as session:
        signing_secret(session)
    yield opened
    opened.close()


def test_the_same_list_sent_at_once_makes_one_class(database: Database) -> None:
    """Seen to fail (eight classes) without taking turns."""
    with database.session() as session:
        by = person_of(owner(session))

    def taken(_: int) -> Taken:
        with database.session() as session:
            return take_roster(session, SECTION, by, takes_off=False, now=lambda: T0)

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(taken, range(8)))
    with database.session() as session:
        assert [one.external for one in classes(session)] == ["SEC-5"]
    assert sum(one.added for one in done) == 2
