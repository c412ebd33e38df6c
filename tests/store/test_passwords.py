"""Passwords, the links that set them, and how often one may be wrong."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from sqlmodel import select

from boardsup.rostering.names import Refusal
from boardsup.store.audit import audit
from boardsup.store.database import Database, open_database
from boardsup.store.people.accounts import add_account, lock, owner, person_of
from boardsup.store.people.attempts import (
    FORGOTTEN_MS,
    FREE,
    LONGEST_WAIT_MS,
    forget_attempts,
    key_of,
    take_attempt,
    wait_after,
)
from boardsup.store.people.links import LASTS_MS, account_of_link, new_link, use_link
from boardsup.store.people.passwords import fits, hashed_password, read_password
from boardsup.store.people.sessions import begin_session, session_of
from boardsup.store.people.tables import AttemptRow

GOOD = "correct horse battery"


@pytest.fixture
def database(where: str | Path):
    opened = open_database(where)
    yield opened
    opened.close()


def test_a_password_fits_its_own_hash_however_it_is_typed() -> None:
    kept = hashed_password(read_password("ﬁne café au lait", "ada"))
    assert kept.startswith("$argon2id$")
    assert fits("fine cafe\u0301 au lait", kept)
    assert not fits("fine cafe au lait", kept)
    assert not fits("", "")


def test_an_account_that_is_not_there_takes_as_long_as_a_wrong_password() -> None:
    """Seen to fail with `fits` returning at once for an empty hash."""
    kept = hashed_password(GOOD)
    assert 1 / 4 < took(kept) / took("") < 4


def took(kept: str) -> float:
    """The shortest of three looks, in seconds."""
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        assert not fits("wrong", kept)
        times.append(time.perf_counter() - begun)
    return min(times)


@pytest.mark.parametrize(
    "typed",
    ["", "short", "x" * 11, "x" * 30, "password1234", "Password!2345678", "qwertyqwerty12", "123456789012",
     "ada@school.example", "adaadaadaada12", "ab" * 20, "y" * 201 + GOOD],
)  # fmt: skip
def test_a_password_that_somebody_would_try_first_is_not_taken(typed: str) -> None:
    with pytest.raises(Refusal):
        read_password(typed, "ada@school.example")


@pytest.mark.parametrize(
    "typed", [GOOD, "das Pferd frisst keinen Gurkensalat", "我们今天下午两点开始上课吧好吗", "T7#qLz0!vR2mXpw"]
)
def test_long_and_odd_passwords_are_taken(typed: str) -> None:
    assert read_password(typed, "ada@school.example") == typed


def test_a_link_sets_one_password_within_three_days(database: Database) -> None:
    with database.session() as session:
        ada = add_account(session, "ada", "Ada", "teacher").id
        first = new_link(session, ada, now=lambda: 0)
        second = new_link(session, ada, now=lambda: 0)
        assert account_of_link(session, first, now=lambda: 1) is None
        assert account_of_link(session, second, now=lambda: LASTS_MS) is None
        assert use_link(session, second, "a hash", now=lambda: 1).id == ada
        for token in (first, second, "guess", "x" * 43):
            with pytest.raises(Refusal, match="has been used"):
                use_link(session, token, "another", now=lambda: 2)
        with pytest.raises(Refusal):
            new_link(session, owner(session).id)


def test_a_new_link_ends_the_password_and_every_sign_in(database: Database) -> None:
    with database.session() as session:
        admin = person_of(add_account(session, "amal", "Amal", "admin"))
        ada = add_account(session, "ada", "Ada", "teacher")
        use_link(session, new_link(session, ada.id), "a hash")
        token = begin_session(session, ada.id, "password", "")
        link = new_link(session, ada.id)
        assert (ada.password, session_of(session, token)) == ("", None)
        assert "passwords reset" in [row.what for row in audit(session)]
        lock(session, admin, ada.id)
        assert account_of_link(session, link) is None


def test_after_five_wrong_ones_each_waits_longer_and_none_longer_than_a_minute(database: Database) -> None:
    """Seen to fail with a wait that grows without an end."""
    key, at, waited = key_of("ada"), 1_000_000, []
    with database.session() as session:
        for _ in range(FREE):
            assert take_attempt(session, key, now=lambda: at) == 0
    for _ in range(20):
        with database.session() as session:
            wait = take_attempt(session, key, now=lambda at=at: at)
            assert take_attempt(session, key, now=lambda at=at, wait=wait: at + wait - 1) == 1
        with database.session() as session:
            at += wait
            assert take_attempt(session, key, now=lambda at=at: at) == 0
        waited.append(wait)
    assert waited == sorted(waited)
    assert waited[0] == 2_000
    assert waited[-1] == LONGEST_WAIT_MS == wait_after(10_000)


def test_one_names_attempts_are_not_anothers_and_a_known_browser_has_its_own(database: Database) -> None:
    with database.session() as session:
        for _ in range(FREE):
            take_attempt(session, key_of("ada"), now=lambda: 5)
        assert take_attempt(session, key_of("ada"), now=lambda: 5) > 0
        assert take_attempt(session, key_of("bo"), now=lambda: 5) == 0
        assert take_attempt(session, key_of("ada", "her own browser"), now=lambda: 5) == 0
        forget_attempts(session, key_of("ada"))
        assert take_attempt(session, key_of("ada"), now=lambda: 5) == 0


def test_attempts_are_forgotten_and_hold_no_name(database: Database) -> None:
    with database.session() as session:
        take_attempt(session, key_of("ada@school.example"), now=lambda: 0)
        assert "ada" not in session.exec(select(AttemptRow)).one().key
        take_attempt(session, key_of("bo"), now=lambda: FORGOTTEN_MS + 1)
        assert len(session.exec(select(AttemptRow)).all()) == 1
