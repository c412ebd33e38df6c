"""Messages for other programs wait in the database, each for one sender at a time, until they arrive or are dropped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import Session

from acting import T0
from boardsup.rostering.names import Refusal
from boardsup.store import hooks
from boardsup.store.database import Database, open_database
from boardsup.store.forgetting import forget_class
from boardsup.store.lessons import end_lesson, new_lesson
from boardsup.store.people.accounts import owner, person_of
from boardsup.store.people.person import Person
from boardsup.store.program_tables import DeliveryRow
from boardsup.store.rosters import make_class
from boardsup.store.tokens import SEEN_EVERY_MS, find_caller, is_to_be_noted, new_token, note_use, revoke, tokens

URL = "https://example.org/hook"


@pytest.fixture
def database(where: str | Path) -> Iterator[Database]:
    opened = open_database(where)
    yield opened
    opened.close()


def me(session: Session) -> Person:
    """Whoever runs this server."""
    return person_of(owner(session))


def over(database: Database) -> str:
    """A lesson that has ended, and is to be told to one address; its class."""
    with database.session() as session:
        klass = make_class(session, "Period 3", "Ana\nBo")
        row = new_lesson(session, klass.id, "Equations", now=lambda: T0)
        hooks.new_hook(session, me(session), URL, now=T0)
        assert end_lesson(session, row.code, at=T0)
        hooks.queue_end(session, row, at=T0)
    return klass.id


def claimed(database: Database, now: int) -> hooks.Claimed | None:
    with database.session() as session:
        return hooks.claim(session, now=now)


def answered(database: Database, sent: hooks.Claimed, status: int, now: int) -> None:
    with database.session() as session:
        hooks.note_answer(session, sent, status, "", now=now)


def message(database: Database) -> DeliveryRow:
    with database.session() as session:
        return hooks.deliveries(session, me(session))[0][0]


def test_a_message_is_one_senders_until_its_claim_is_over(database: Database) -> None:
    over(database)
    first = claimed(database, T0)
    assert first is not None
    assert claimed(database, T0 + hooks.CLAIMED_MS - 1) is None
    second = claimed(database, T0 + hooks.CLAIMED_MS)
    assert (second.id, second.body, second.tries) == (first.id, first.body, 2)
    # Who was slower than its claim says nothing any more.
    answered(database, first, 500, T0 + hooks.CLAIMED_MS)
    assert message(database).status == 0


def test_two_senders_at_once_never_have_the_same_message(database: Database) -> None:
    over(database)
    with database.session() as one:
        assert hooks.claim(one, now=T0) is not None
        one.commit()
        with database.session() as other:
            assert hooks.claim(other, now=T0) is None


def test_it_is_tried_again_later_and_later_and_given_up_at_last(database: Database) -> None:
    over(database)
    now, waits = T0, []
    while (sent := claimed(database, now)) is not None:
        answered(database, sent, 500, now)
        due = message(database).due_at
        if due is None:
            break
        waits.append(due - now)
        assert claimed(database, due - 1) is None
        now = due
    row = message(database)
    assert waits == sorted(waits) == list(hooks.WAITS_MS)
    assert (row.tries, row.status, row.due_at, row.arrived_at) == (len(hooks.WAITS_MS) + 1, 500, None, None)
    with database.session() as session:
        hooks.send_again(session, me(session), row.id, now=now)
    sent = claimed(database, now)
    answered(database, sent, 204, now)
    assert (sent.id, sent.tries, message(database).arrived_at) == (row.id, 1, now)
    with database.session() as session:
        hooks.send_again(session, me(session), row.id, now=now)
        assert hooks.next_due(session) is None


def test_a_lesson_ends_once(database: Database) -> None:
    over(database)
    with database.session() as session:
        code = hooks.deliveries(session, me(session))[0][0].lesson
        assert not end_lesson(session, code, at=T0 + 5)
        assert not end_lesson(session, "AAAAA", at=T0)


def test_a_message_about_a_class_that_was_deleted_is_not_sent(database: Database) -> None:
    class_id = over(database)
    with database.session() as session:
        forget_class(session, class_id, now=T0)
    assert claimed(database, T0) is None


def test_messages_of_long_ago_are_forgotten_and_those_that_wait_are_not(database: Database) -> None:
    over(database)
    late = T0 + hooks.KEPT_MS + 1
    with database.session() as session:
        hooks.drop_old_deliveries(session, now=late)
    sent = claimed(database, late)
    answered(database, sent, 200, late)
    with database.session() as session:
        hooks.drop_old_deliveries(session, now=late)
        assert hooks.deliveries(session, me(session)) == []


def test_an_address_is_told_once_and_not_too_many_are(database: Database) -> None:
    with database.session() as session:
        hooks.new_hook(session, me(session), URL, now=T0)
        with pytest.raises(Refusal, match="already"):
            hooks.new_hook(session, me(session), URL, now=T0)
        for number in range(1, hooks.MOST_HOOKS):
            hooks.new_hook(session, me(session), f"{URL}/{number}", now=T0)
        with pytest.raises(Refusal, match="Remove one"):
            hooks.new_hook(session, me(session), f"{URL}/more", now=T0)


def test_a_token_is_good_until_it_is_revoked_and_seen_once_a_minute(database: Database) -> None:
    with database.session() as session:
        token = new_token(session, me(session), "Gradebook", ["items:read"], now=T0)
        noted = []
        for now in (T0 + 1, T0 + 2, T0 + 1 + SEEN_EVERY_MS):
            session.expire_all()
            caller = find_caller(session, token)
            if is_to_be_noted(caller, now=now):
                note_use(session, caller, now=now)
                noted.append(now)
    with database.session() as session:
        (row,) = tokens(session, me(session))
        assert (caller.id, caller.scopes, row.used_at) == (row.id, {"items:read"}, T0 + 1 + SEEN_EVERY_MS)
        assert noted == [T0 + 1, T0 + 1 + SEEN_EVERY_MS]
        assert revoke(session, me(session), row.id, now=T0)
        assert not revoke(session, me(session), row.id, now=T0)
        assert find_caller(session, token) is None
