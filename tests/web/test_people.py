"""Who is signed in: asked of the database every few seconds, and still known while it is away."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.requests import HTTPConnection

from boardsup.store.database import open_database
from boardsup.store.failures import Unwritable
from boardsup.store.people.accounts import add_account, owner, person_of, set_role
from boardsup.store.people.sessions import IDLE_MS, begin_session
from boardsup.web import people
from boardsup.web.people import Kept, People


def at(token: str) -> HTTPConnection:
    return HTTPConnection({"type": "http", "headers": [(b"cookie", f"desk={token}".encode())]})


@pytest.fixture
def database(where: str | Path):
    opened = open_database(where)
    yield opened
    opened.close()


def test_what_has_changed_counts_once_it_is_said_or_seconds_have_passed(database, monkeypatch) -> None:
    with database.session() as session:
        ada = add_account(session, "ada", "Ada", "teacher").id
        token = begin_session(session, ada, "password", "")
    school = People(database)
    assert school.person(at(token)).role == "teacher"
    with database.session() as session:
        set_role(session, person_of(owner(session)), ada, "aide")
    assert school.person(at(token)).role == "teacher"
    monkeypatch.setattr(people, "FRESH", 0.0)
    assert school.person(at(token)).role == "aide"


def test_whom_nobody_has_signed_in_is_nobody(database) -> None:
    with database.session() as session:
        ada = add_account(session, "ada", "Ada", "teacher").id
        token = begin_session(session, ada, "password", "", now=lambda: 0)
    school = People(database, now=lambda: IDLE_MS)
    for wrong in (token, token[:-1], "", "x" * 43, "x" * 4_000):
        assert school.person(at(wrong)) is None
    assert school.person(HTTPConnection({"type": "http", "headers": []})) is None


def test_while_the_database_is_away_what_was_known_still_counts(monkeypatch) -> None:
    """Seen to fail with `ask` letting `Unwritable` through."""
    kept: Kept[str, str] = Kept()
    assert kept.ask("ada", lambda: "a teacher") == "a teacher"
    monkeypatch.setattr(people, "FRESH", 0.0)
    assert kept.ask("ada", away) == "a teacher"
    with pytest.raises(Unwritable):
        kept.ask("bo", away)
    kept.forget()
    with pytest.raises(Unwritable):
        kept.ask("ada", away)


def away() -> str | None:
    raise Unwritable("away")
