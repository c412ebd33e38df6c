"""Where people are signed in: a row for each browser, which can be looked at and ended.

The browser's cookie holds a random token, the row its SHA-256: reading the database lets nobody in.
"""

from __future__ import annotations

import secrets

from sqlalchemy import ColumnElement, delete, or_, update
from sqlmodel import Session, col, select

from boardsup.store.clock import Now, now_ms
from boardsup.store.people.person import OWNER
from boardsup.store.people.tables import Account, DeskSession
from boardsup.store.signin import hashed

DAY_MS = 86_400_000
LASTS_MS = 30 * DAY_MS
"""A sign-in ends after thirty days, whatever happens."""

IDLE_MS = 3 * DAY_MS
"""It ends after three days without a request: it outlives a weekend. By the link of a laptop it does not."""

SEEN_EVERY_MS = 5 * 60_000
"""How often it is written down that a session is in use."""

TOKEN_LENGTH = 43
"""Characters of a cookie's token: 256 random bits."""


def begin_session(session: Session, account_id: str, way: str, device: str, *, now: Now = now_ms) -> str:
    """Sign an account in on one more browser; the token for its cookie. Sessions that are over are forgotten."""
    token, at = secrets.token_urlsafe(32), now()
    session.connection().execute(delete(DeskSession).where(_is_over(at)))
    session.add(
        DeskSession(
            token_hash=hashed(token),
            id=secrets.token_urlsafe(9),
            account_id=account_id,
            way=way,
            device=device,
            made_at=at,
            seen_at=at,
        )
    )
    session.flush()
    return token


def session_of(session: Session, token: str, *, now: Now = now_ms) -> tuple[DeskSession, Account] | None:
    """The session behind a cookie with its account; None when it is over, or its account is locked."""
    if len(token) != TOKEN_LENGTH:
        return None
    row = session.get(DeskSession, hashed(token))
    if row is None or _has_ended(row, now()):
        return None
    account = session.get_one(Account, row.account_id)
    return None if account.locked_at is not None else (row, account)


def saw(session: Session, row: DeskSession, *, now: Now = now_ms) -> bool:
    """Note that a session is in use, every few minutes; was it noted?"""
    at = now()
    if at - row.seen_at < SEEN_EVERY_MS:
        return False
    is_its = col(DeskSession.token_hash) == row.token_hash
    session.connection().execute(update(DeskSession).where(is_its).values(seen_at=at))
    return True


def sessions_of(session: Session, account_id: str, *, now: Now = now_ms) -> list[DeskSession]:
    """Where an account is signed in, the latest first."""
    wanted = select(DeskSession).where(DeskSession.account_id == account_id)
    rows = session.exec(wanted.order_by(col(DeskSession.seen_at).desc(), col(DeskSession.id))).all()
    return [row for row in rows if not _has_ended(row, now())]


def end_session(session: Session, token: str) -> None:
    """Sign out where this cookie is."""
    session.connection().execute(delete(DeskSession).where(col(DeskSession.token_hash) == hashed(token)))


def end_session_of(session: Session, account_id: str, id: str) -> None:
    """Sign an account out on one of its browsers."""
    its = (col(DeskSession.account_id) == account_id, col(DeskSession.id) == id)
    session.connection().execute(delete(DeskSession).where(*its))


def end_sessions_of(session: Session, account_id: str, *, but: str = "") -> None:
    """Sign an account out everywhere, `but` in the session of this id."""
    its = (col(DeskSession.account_id) == account_id, col(DeskSession.id) != but)
    session.connection().execute(delete(DeskSession).where(*its))


def _has_ended(row: DeskSession, at: int) -> bool:
    is_idle = row.account_id != OWNER and row.seen_at <= at - IDLE_MS
    return is_idle or row.made_at <= at - LASTS_MS


def _is_over(at: int) -> ColumnElement[bool]:
    is_idle = (col(DeskSession.account_id) != OWNER) & (col(DeskSession.seen_at) <= at - IDLE_MS)
    return or_(is_idle, col(DeskSession.made_at) <= at - LASTS_MS)
