"""Tokens of other programs: shown once when they are made, kept as a hash, good for what they were made for.

A token is 256 random bits, so a plain SHA-256 keeps it: there is nothing in it that could be guessed.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import update
from sqlmodel import Session, col, select

from boardsup.rostering.names import Refusal, cleaned
from boardsup.store.program_tables import TokenRow

Scope = Literal["rosters:read", "rosters:write", "lessons:read", "results:read", "writings:read", "items:read"]
"""What a token can be made for."""

SAYS: dict[Scope, str] = {
    "rosters:read": "Read classes and first names",
    "rosters:write": "Change classes and first names",
    "lessons:read": "Read which lessons there were, and their questions",
    "results:read": "Read results of lessons that have ended",
    "writings:read": "Read what students wrote, with the results",
    "items:read": "Read the item bank, with answers",
}
"""The same in words."""

SCOPES: tuple[Scope, ...] = tuple(SAYS)

MOST_TOKENS = 50
LONGEST_NAME = 60
PREFIX = "boardsup_"
"""In front of every token, so that one that was published by mistake can be found."""

NO_NAME = "Please say which program this token is for."
NO_SCOPE = "Please tick what the program may do."
TOO_MANY = f"There are {MOST_TOKENS} tokens already. Revoke one that is not used any more."

SEEN_EVERY_MS = 60_000
"""`used_at` is as exact as that; a row is not written with every request."""

_SHAPE = re.compile(rf"{PREFIX}[A-Za-z0-9_-]{{43}}")


@dataclass(frozen=True, slots=True)
class Caller:
    """Another program, by its token's id, and what it may do."""

    id: str
    scopes: frozenset[str]


def new_token(session: Session, name: str, scopes: Iterable[str], *, now: int) -> str:
    """A fresh token; it is stored nowhere, so this is the only time that anybody sees it. Raises `Refusal`."""
    called, wanted = cleaned(name)[:LONGEST_NAME].rstrip(), set(scopes)
    if not called:
        raise Refusal(NO_NAME)
    chosen = [scope for scope in SCOPES if scope in wanted]
    if not chosen:
        raise Refusal(NO_SCOPE)
    if len(tokens(session)) >= MOST_TOKENS:
        raise Refusal(TOO_MANY)
    token = PREFIX + secrets.token_urlsafe(32)
    row = TokenRow(
        id=secrets.token_urlsafe(9), token_hash=_hash(token), name=called, scopes=" ".join(chosen), made_at=now
    )
    session.add(row)
    session.flush()
    return token


def tokens(session: Session) -> list[TokenRow]:
    """The tokens that are good, the newest first."""
    wanted = select(TokenRow).where(col(TokenRow.revoked_at).is_(None))
    return list(session.exec(wanted.order_by(col(TokenRow.made_at).desc(), col(TokenRow.id))))


def find_caller(session: Session, token: str, *, now: int) -> Caller | None:
    """Who shows this token, if it is a good one; that it was used is noted once a minute."""
    if not _SHAPE.fullmatch(token):
        return None
    wanted = select(TokenRow).where(TokenRow.token_hash == _hash(token), col(TokenRow.revoked_at).is_(None))
    row = session.exec(wanted).first()
    if row is None:
        return None
    if row.used_at is None or row.used_at <= now - SEEN_EVERY_MS:
        session.connection().execute(update(TokenRow).where(col(TokenRow.id) == row.id).values(used_at=now))
    return Caller(row.id, frozenset(row.scopes.split()))


def revoke(session: Session, id: str, *, now: int) -> bool:
    """Let a token be good for nothing from now on; was it good before?"""
    good = (col(TokenRow.id) == id, col(TokenRow.revoked_at).is_(None))
    return session.connection().execute(update(TokenRow).where(*good).values(revoked_at=now)).rowcount == 1


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
