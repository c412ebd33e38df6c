"""Tokens of other programs: shown once when they are made, kept as a hash, good for what they were made for.

A token is 256 random bits, so a plain SHA-256 keeps it: there is nothing in it that could be guessed.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import update
from sqlmodel import Session, col, select

from boardsup.rostering.names import Refusal, cleaned
from boardsup.store.people.accounts import person_of
from boardsup.store.people.person import Person
from boardsup.store.people.tables import Account
from boardsup.store.program_tables import TokenRow
from boardsup.store.signin import hashed

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
    """Another program: its token's id, what it may do, for whom it asks, and when it was last noted that it did."""

    id: str
    scopes: frozenset[str]
    person: Person
    used_at: int | None = None


def new_token(session: Session, by: Person, name: str, scopes: Iterable[str], *, now: int) -> str:
    """A fresh token of somebody's; it is stored nowhere, so nobody sees it again. Raises `Refusal`."""
    called, wanted = cleaned(name)[:LONGEST_NAME].rstrip(), set(scopes)
    if not called:
        raise Refusal(NO_NAME)
    chosen = [scope for scope in SCOPES if scope in wanted]
    if not chosen:
        raise Refusal(NO_SCOPE)
    if len(tokens(session, by)) >= MOST_TOKENS:
        raise Refusal(TOO_MANY)
    token = PREFIX + secrets.token_urlsafe(32)
    row = TokenRow(
        id=secrets.token_urlsafe(9),
        token_hash=hashed(token),
        account_id=by.id,
        name=called,
        scopes=" ".join(chosen),
        made_at=now,
    )
    session.add(row)
    session.flush()
    return token


def tokens(session: Session, of: Person) -> list[TokenRow]:
    """Somebody's tokens that are good, the newest first."""
    wanted = select(TokenRow).where(TokenRow.account_id == of.id, col(TokenRow.revoked_at).is_(None))
    return list(session.exec(wanted.order_by(col(TokenRow.made_at).desc(), col(TokenRow.id))))


def find_caller(session: Session, token: str) -> Caller | None:
    """Who shows this token, if it is a good one of an account that is not locked."""
    if not _SHAPE.fullmatch(token):
        return None
    good = (TokenRow.token_hash == hashed(token), col(TokenRow.revoked_at).is_(None), col(Account.locked_at).is_(None))
    found = session.exec(select(TokenRow, Account).join(Account).where(*good)).first()
    if found is None:
        return None
    row, account = found
    return Caller(row.id, frozenset(row.scopes.split()), person_of(account), row.used_at)


def is_to_be_noted(caller: Caller, *, now: int) -> bool:
    """Was it not noted for a minute that this token is used?"""
    return caller.used_at is None or caller.used_at <= now - SEEN_EVERY_MS


def note_use(session: Session, caller: Caller, *, now: int) -> None:
    """Note that a token is used."""
    session.connection().execute(update(TokenRow).where(col(TokenRow.id) == caller.id).values(used_at=now))


def revoke(session: Session, of: Person, id: str, *, now: int) -> bool:
    """Let a token of somebody's be good for nothing from now on; was it good before?"""
    good = (col(TokenRow.id) == id, col(TokenRow.account_id) == of.id, col(TokenRow.revoked_at).is_(None))
    return session.connection().execute(update(TokenRow).where(*good).values(revoked_at=now)).rowcount == 1
