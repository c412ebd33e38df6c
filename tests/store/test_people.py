"""Accounts, where they are signed in, and whose a class is."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardsup.rostering.names import Refusal
from boardsup.store.audit import audit
from boardsup.store.database import Database, open_database
from boardsup.store.forgetting import forget_class
from boardsup.store.people.accounts import (
    accounts,
    add_account,
    delete_account,
    lock,
    owner,
    person_of,
    set_role,
    unlock,
)
from boardsup.store.people.belonging import (
    aided_by,
    ask_in,
    away_classes_of,
    classes_of,
    join_class,
    members,
    standing,
    take_out,
)
from boardsup.store.people.person import OWNER
from boardsup.store.people.sessions import (
    IDLE_MS,
    LASTS_MS,
    SEEN_EVERY_MS,
    begin_session,
    end_session,
    end_session_of,
    end_sessions_of,
    saw,
    session_of,
    sessions_of,
)
from boardsup.store.rosters import make_class, put_away


@pytest.fixture
def database(where: str | Path):
    opened = open_database(where)
    yield opened
    opened.close()


def test_the_owners_account_is_made_once(database: Database) -> None:
    for _ in range(2):
        with database.session() as session:
            assert owner(session).id == OWNER
    with database.session() as session:
        assert person_of(owner(session)).is_admin
        assert accounts(session) == []


def test_two_accounts_never_have_the_same_sign_in_name(database: Database) -> None:
    with database.session() as session:
        add_account(session, "Ada@School.example ", "Ada", "teacher")
        with pytest.raises(Refusal, match="already"):
            add_account(session, "ada@school.example", "Ada", "aide")
        for login in ("", "a", "two words", "x" * 200, "a\u202eb"):
            with pytest.raises(Refusal, match="sign"):
                add_account(session, login, "", "aide")


def test_an_admin_changes_others_and_never_themselves_or_the_owner(database: Database) -> None:
    with database.session() as session:
        owner(session)
        admin = person_of(add_account(session, "amal", "Amal", "admin"))
        ada = add_account(session, "ada", "Ada", "teacher")
        assert set_role(session, admin, ada.id, "aide").role == "aide"
        for who in (admin.id, OWNER, "nobody"):
            with pytest.raises(Refusal):
                set_role(session, admin, who, "aide")
            with pytest.raises(Refusal):
                lock(session, admin, who)
        with pytest.raises(Refusal):
            set_role(session, admin, ada.id, "head")


def test_a_locked_account_is_signed_out_everywhere_until_it_is_let_in_again(database: Database) -> None:
    with database.session() as session:
        admin = person_of(add_account(session, "amal", "Amal", "admin"))
        ada = add_account(session, "ada", "Ada", "teacher").id
        token = begin_session(session, ada, "password", "")
        lock(session, admin, ada)
        assert session_of(session, token) is None
        unlock(session, admin, ada)
        assert session_of(session, token) is None
        assert session_of(session, begin_session(session, ada, "password", "")) is not None


def test_a_locked_account_can_be_deleted_and_its_classes_go_on(database: Database) -> None:
    with database.session() as session:
        admin = person_of(add_account(session, "amal", "Amal", "admin"))
        ada = person_of(add_account(session, "ada", "Ada", "teacher"))
        klass = make_class(session, "Ada's", "Ana").id
        join_class(session, klass, ada)
        begin_session(session, ada.id, "password", "")
        with pytest.raises(Refusal, match="Lock"):
            delete_account(session, admin, ada.id)
        lock(session, admin, ada.id)
        assert delete_account(session, admin, ada.id) == "Ada"
    with database.session() as session:
        assert [one.login for one in accounts(session)] == ["amal"]
        assert (members(session, klass), sessions_of(session, ada.id)) == ([], [])
        assert [one.id for one in classes_of(session, admin)] == [klass]


def test_what_is_done_to_accounts_is_in_the_log_without_a_name(database: Database) -> None:
    with database.session() as session:
        admin = person_of(add_account(session, "amal", "Amal", "admin"))
        ada = add_account(session, "ada", "Ada", "teacher").id
        set_role(session, admin, ada, "aide")
        lock(session, admin, ada)
        unlock(session, admin, ada)
        said = [row.what for row in audit(session)]
    assert sorted(said) == [
        "accounts let in again", "accounts locked", "accounts made: admin", "accounts made: teacher",
        "roles changed: now aide",
    ]  # fmt: skip


def test_a_session_ends_after_days_without_use_and_after_a_month_in_any_case(database: Database) -> None:
    with database.session() as session:
        ada = add_account(session, "ada", "Ada", "teacher").id
        token = begin_session(session, ada, "password", "", now=lambda: 0)
        assert session_of(session, token, now=lambda: IDLE_MS - 1) is not None
        assert session_of(session, token, now=lambda: IDLE_MS) is None
        row, _ = session_of(session, token, now=lambda: 1)
        assert not saw(session, row, now=lambda: SEEN_EVERY_MS - 1)
        for at in range(IDLE_MS // 2, LASTS_MS, IDLE_MS // 2):
            row, _ = session_of(session, token, now=lambda at=at: at)
            assert saw(session, row, now=lambda at=at: at)
            session.expire_all()
        assert session_of(session, token, now=lambda: LASTS_MS) is None


def test_the_link_of_a_laptop_lasts_a_month_used_or_not(database: Database) -> None:
    with database.session() as session:
        token = begin_session(session, owner(session).id, "link", "", now=lambda: 0)
        assert session_of(session, token, now=lambda: LASTS_MS - 1) is not None
        assert session_of(session, token, now=lambda: LASTS_MS) is None
        begin_session(session, OWNER, "link", "", now=lambda: LASTS_MS)
        assert len(sessions_of(session, OWNER, now=lambda: LASTS_MS)) == 1


def test_sessions_are_listed_and_ended_one_by_one_or_all(database: Database) -> None:
    with database.session() as session:
        ada, bo = (add_account(session, login, login, "teacher").id for login in ("ada", "bo"))
        tokens = [begin_session(session, ada, "password", f"Browser {i}", now=lambda i=i: i) for i in range(4)]
        others = begin_session(session, bo, "password", "", now=lambda: 5)
        listed = sessions_of(session, ada, now=lambda: 9)
        assert [one.device for one in listed] == [f"Browser {i}" for i in (3, 2, 1, 0)]
        end_session_of(session, bo, listed[0].id)
        assert len(sessions_of(session, ada, now=lambda: 9)) == 4
        end_session_of(session, ada, listed[0].id)
        end_session(session, tokens[0])
        assert len(sessions_of(session, ada, now=lambda: 9)) == 2
        end_sessions_of(session, ada, but=listed[1].id)
        assert [one.id for one in sessions_of(session, ada, now=lambda: 9)] == [listed[1].id]
        assert session_of(session, others, now=lambda: 9) is not None


def test_the_token_of_a_session_is_stored_nowhere(tmp_path: Path) -> None:
    database = open_database(tmp_path / "x.sqlite3")
    with database.session() as session:
        token = begin_session(session, owner(session).id, "link", "")
    database.close()
    assert token.encode() not in (tmp_path / "x.sqlite3").read_bytes()


def test_a_class_from_before_there_were_accounts_is_the_admins(database: Database) -> None:
    with database.session() as session:
        klass = make_class(session, "Old", "Ana").id
        people = {role: person_of(add_account(session, role, role, role)) for role in ("teacher", "aide", "admin")}
        assert {role: standing(session, one, klass) for role, one in people.items()} == {
            "teacher": None,
            "aide": None,
            "admin": "teacher",
        }
        assert standing(session, person_of(owner(session)), klass) == "teacher"
        assert [len(classes_of(session, one)) for one in people.values()] == [0, 0, 1]


def test_a_class_is_theirs_who_made_it_or_were_asked_in(database: Database) -> None:
    with database.session() as session:
        ada, bo, cy = (person_of(add_account(session, login, login, "teacher")) for login in ("ada", "bo", "cy"))
        klass = make_class(session, "Ada's", "Ana").id
        join_class(session, klass, ada)
        ask_in(session, klass, "BO", "teacher")
        ask_in(session, klass, "cy", "aide")
        assert [standing(session, one, klass) for one in (ada, bo, cy)] == ["teacher", "teacher", "aide"]
        assert [(one.name, one.standing) for one in members(session, klass)] == [
            ("ada", "teacher"),
            ("bo", "teacher"),
            ("cy", "aide"),
        ]
        assert [one.id for one in classes_of(session, bo)] == [klass]
        assert classes_of(session, cy) == []
        assert [one.id for one in aided_by(session, cy)] == [klass]
        ask_in(session, klass, "bo", "aide")
        take_out(session, klass, cy.id)
        assert [standing(session, one, klass) for one in (ada, bo, cy)] == ["teacher", "aide", None]
        put_away(session, klass, at=1)
        assert [one.id for one in away_classes_of(session, ada)] == [klass]
        assert classes_of(session, ada) == aided_by(session, bo) == []


def test_an_aides_account_is_an_aide_wherever_it_is(database: Database) -> None:
    with database.session() as session:
        admin = person_of(add_account(session, "amal", "Amal", "admin"))
        ada = add_account(session, "ada", "Ada", "teacher")
        klass = make_class(session, "Ada's", "Ana").id
        join_class(session, klass, person_of(ada))
        set_role(session, admin, ada.id, "aide")
        assert standing(session, person_of(ada), klass) == "aide"
        with pytest.raises(Refusal, match="aide's account"):
            ask_in(session, klass, "ada", "teacher")
        with pytest.raises(Refusal, match="no account"):
            ask_in(session, klass, "nobody", "aide")


def test_a_deleted_class_has_nobody(database: Database) -> None:
    with database.session() as session:
        ada = person_of(add_account(session, "ada", "Ada", "teacher"))
        klass = make_class(session, "Ada's", "Ana").id
        join_class(session, klass, ada)
    with database.session() as session:
        forget_class(session, klass, now=1)
    with database.session() as session:
        assert members(session, klass) == []
        assert standing(session, ada, klass) is None
