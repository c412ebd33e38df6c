"""Sign-in links that work once. The database holds a hash of each, so that reading it lets nobody in."""

from __future__ import annotations

import hashlib
import secrets

from sqlalchemy import delete, update
from sqlmodel import Session, col

from boardsup.store.clock import Now, now_ms
from boardsup.store.people.tables import SignIn

LASTS_MS = 24 * 60 * 60 * 1000
"""An unused link works for a day."""


def new_signin(session: Session, *, now: Now = now_ms) -> str:
    """A fresh token for one sign-in within 24 h. It is stored nowhere; links that are too old are forgotten."""
    token = secrets.token_urlsafe(32)
    at = now()
    session.connection().execute(delete(SignIn).where(col(SignIn.expires_at) <= at))
    session.add(SignIn(token_hash=hashed(token), made_at=at, expires_at=at + LASTS_MS))
    return token


def use_signin(session: Session, token: str, *, now: Now = now_ms) -> bool:
    """Use a token up. True for exactly one caller, and only while it is fresh."""
    at = now()
    used = (
        update(SignIn)
        .where(col(SignIn.token_hash) == hashed(token), col(SignIn.used_at).is_(None), col(SignIn.expires_at) > at)
        .values(used_at=at)
    )
    return session.connection().execute(used).rowcount == 1


def hashed(token: str) -> str:
    """The SHA-256 of a token: what the database keeps instead of it."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
