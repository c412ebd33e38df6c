"""Accounts: made by an admin, given a role, locked and let in again. None is ever made by somebody who signs in."""

from __future__ import annotations

import secrets
import unicodedata

from sqlalchemy import delete, insert, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from boardsup.rostering.names import Refusal, cleaned
from boardsup.store.audit import note
from boardsup.store.clock import Now, now_ms
from boardsup.store.people.person import OWNER, Person, Role, is_role
from boardsup.store.people.sessions import end_sessions_of
from boardsup.store.people.tables import Account
from boardsup.store.tables import TemplateRow

LONGEST_LOGIN, LONGEST_NAME = 120, 60
MOST = 5_000

NO_LOGIN = "Please type what this person signs in with: an e-mail address, or a name without spaces."
TAKEN = "There is an account with this sign-in name already."
NO_ACCOUNT = "There is no such account."
NOT_THE_OWNER = "This is the account of the sign-in link. It stays as it is."
NOT_YOURSELF = "This is your own account. Ask another admin."
NOT_LOCKED = "Lock this account first."
TOO_MANY = "There are 5,000 accounts. Lock and delete some first."


def owner(session: Session, *, now: Now = now_ms) -> Account:
    """The account of the one-time link, made on first use. Wants a session of its own, as `signing_secret` does."""
    held = session.get(Account, OWNER)
    if held is not None:
        return held
    made = {"id": OWNER, "name": "Whoever runs this server", "role": "admin", "password": "", "made_at": now()}
    try:
        session.connection().execute(insert(Account).values(made))
    except IntegrityError:
        session.rollback()
    return session.get_one(Account, OWNER)


def read_login(typed: str) -> str:
    """The sign-in name that was meant: in small letters, without what is around it. Raises `Refusal`."""
    login = unicodedata.normalize("NFKC", typed).strip().casefold()
    if not 2 <= len(login) <= LONGEST_LOGIN or not login.isprintable() or any(c.isspace() for c in login):
        raise Refusal(NO_LOGIN)
    return login


def add_account(session: Session, login: str, name: str, role: str, *, now: Now = now_ms) -> Account:
    """A new account without a password yet. Raises `Refusal`."""
    login = read_login(login)
    if not is_role(role):
        raise Refusal(NO_ACCOUNT)
    if find_login(session, login) is not None:
        raise Refusal(TAKEN)
    if len(accounts(session)) >= MOST:
        raise Refusal(TOO_MANY)
    called = cleaned(name)[:LONGEST_NAME].rstrip() or login.partition("@")[0]
    account = Account(id=secrets.token_urlsafe(9), login=login, name=called, role=role, made_at=now())
    session.add(account)
    try:
        session.flush()
    except IntegrityError as twice:
        session.rollback()
        raise Refusal(TAKEN) from twice
    note(session, f"accounts made: {role}", 1, at=now())
    return account


def accounts(session: Session) -> list[Account]:
    """All of them but the owner's, by name."""
    wanted = select(Account).where(col(Account.id) != OWNER)
    return list(session.exec(wanted.order_by(Account.name, col(Account.id))))


def find_account(session: Session, id: str) -> Account | None:
    """The account of this id; None when there is none."""
    return session.get(Account, id)


def find_login(session: Session, login: str) -> Account | None:
    """The account of this sign-in name, as `read_login` gives it."""
    return session.exec(select(Account).where(Account.login == login)).first()


def person_of(account: Account, session_id: str = "") -> Person:
    """The person behind an account."""
    role: Role = account.role if is_role(account.role) else "aide"
    return Person(account.id, account.name, role, session_id)


def set_role(session: Session, by: Person, id: str, role: str, *, now: Now = now_ms) -> Account:
    """Make somebody a teacher, an aide or an admin. Raises `Refusal`."""
    account = _another(session, by, id)
    if not is_role(role):
        raise Refusal(NO_ACCOUNT)
    if account.role != role:
        account.role = role
        session.add(account)
        note(session, f"roles changed: now {role}", 1, at=now())
    session.flush()
    return account


def lock(session: Session, by: Person, id: str, *, now: Now = now_ms) -> Account:
    """Let nobody in on this account any more, and sign it out everywhere. Raises `Refusal`."""
    account = _another(session, by, id)
    if account.locked_at is None:
        account.locked_at = now()
        session.add(account)
        note(session, "accounts locked", 1, at=now())
    end_sessions_of(session, id)
    session.flush()
    return account


def unlock(session: Session, by: Person, id: str, *, now: Now = now_ms) -> Account:
    """Let somebody in again. Raises `Refusal`."""
    account = _another(session, by, id)
    if account.locked_at is not None:
        account.locked_at = None
        session.add(account)
        note(session, "accounts let in again", 1, at=now())
    session.flush()
    return account


def delete_account(session: Session, by: Person, id: str, *, now: Now = now_ms) -> str:
    """Delete a locked account for good; its name. Classes go on, and are the admins' where nobody else teaches them.

    Raises `Refusal`.
    """
    account = _another(session, by, id)
    if account.locked_at is None:
        raise Refusal(NOT_LOCKED)
    # What points to it goes with it; lessons that it kept are the admins' from now on.
    session.connection().execute(update(TemplateRow).where(col(TemplateRow.owner) == id).values(owner=""))
    session.connection().execute(delete(Account).where(col(Account.id) == id))
    note(session, "accounts deleted", 1, at=now())
    return account.name


def _another(session: Session, by: Person, id: str) -> Account:
    """An account that an admin may change: not the owner's, and not their own."""
    account = find_account(session, id)
    if account is None:
        raise Refusal(NO_ACCOUNT)
    if id == OWNER:
        raise Refusal(NOT_THE_OWNER)
    if id == by.id:
        raise Refusal(NOT_YOURSELF)
    return account
