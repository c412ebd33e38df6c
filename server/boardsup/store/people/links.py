"""Links by which somebody sets a password, once, within three days: an admin makes them, no e-mail is sent."""

from __future__ import annotations

import secrets

from sqlalchemy import delete, update
from sqlmodel import Session, col

from boardsup.rostering.names import Refusal
from boardsup.store.audit import note
from boardsup.store.clock import Now, now_ms
from boardsup.store.people.accounts import NO_ACCOUNT, find_account
from boardsup.store.people.person import OWNER
from boardsup.store.people.sessions import DAY_MS, TOKEN_LENGTH, end_sessions_of
from boardsup.store.people.tables import Account, PasswordLink
from boardsup.store.signin import hashed

LASTS_MS = 3 * DAY_MS
USED = "This link has been used, or is too old. An admin can make a new one."


def new_link(session: Session, account_id: str, *, now: Now = now_ms) -> str:
    """A fresh token for one new password. Older links, the password and every sign-in of the account end.

    Raises `Refusal`, also for the owner's account, which has no password.
    """
    account = find_account(session, account_id)
    if account is None or account_id == OWNER:
        raise Refusal(NO_ACCOUNT)
    token, at = secrets.token_urlsafe(32), now()
    is_over = (col(PasswordLink.account_id) == account_id) | (col(PasswordLink.expires_at) <= at)
    session.connection().execute(delete(PasswordLink).where(is_over))
    session.add(PasswordLink(token_hash=hashed(token), account_id=account_id, made_at=at, expires_at=at + LASTS_MS))
    if account.password:
        account.password = ""
        session.add(account)
        note(session, "passwords reset", 1, at=at)
    end_sessions_of(session, account_id)
    session.flush()
    return token


def account_of_link(session: Session, token: str, *, now: Now = now_ms) -> Account | None:
    """Whose password this link sets; None when it does not work any more."""
    row = session.get(PasswordLink, hashed(token)) if len(token) == TOKEN_LENGTH else None
    if row is None or row.used_at is not None or row.expires_at <= now():
        return None
    account = session.get_one(Account, row.account_id)
    return None if account.locked_at is not None else account


def use_link(session: Session, token: str, password_hash: str, *, now: Now = now_ms) -> Account:
    """Set the password; the link works for exactly one caller. Raises `Refusal`."""
    account, at = account_of_link(session, token, now=now), now()
    is_its = (col(PasswordLink.token_hash) == hashed(token), col(PasswordLink.used_at).is_(None))
    used = update(PasswordLink).where(*is_its).values(used_at=at)
    if account is None or session.connection().execute(used).rowcount != 1:
        raise Refusal(USED)
    set_password(session, account, password_hash, now=now)
    return account


def set_password(session: Session, account: Account, password_hash: str, *, now: Now = now_ms) -> None:
    """A new password; every sign-in of the account ends."""
    account.password = password_hash
    session.add(account)
    end_sessions_of(session, account.id)
    note(session, "passwords set", 1, at=now())
    session.flush()
