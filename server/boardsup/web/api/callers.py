"""Who asks: another program with a bearer token, for what its token allows, and not too fast."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer, SecurityScopes
from sqlmodel import Session

from boardsup.store.failures import Unwritable
from boardsup.store.tokens import Caller, find_caller, is_to_be_noted, note_use
from boardsup.web.api.problems import Problem
from boardsup.web.door import Door
from boardsup.web.limits import Buckets

A_SECOND, AT_ONCE = 10.0, 60.0
"""Requests of one token, over time and in a burst."""

NEEDS_ONE = "Please send a token that is good in the header Authorization: Bearer."
NO_SCOPE = "This token was not made for {scope}; a teacher can make another one at the desk."
TOO_FAST = "This token asks too often; please wait as long as Retry-After says."

BEARER = HTTPBearer(auto_error=False, scheme_name="token", description="A token from the desk's page *Other programs*.")

Shown = Annotated[HTTPAuthorizationCredentials | None, Security(BEARER)]
Found = TypeVar("Found")


def paces() -> Buckets:
    """A bucket for each token."""
    return Buckets(A_SECOND, AT_ONCE, time.monotonic)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that may be done: the door, and who asks."""

    door: Door
    caller: Caller

    def read(self, what: Callable[[Session], Found]) -> Found:
        """What this finds in the database, in one session. Blocks."""
        with self.door.database.session() as session:
            return what(session)


async def asked(request: Request, scopes: SecurityScopes, shown: Shown) -> Asked:
    """The caller of a request. Raises `Problem`."""
    door: Door = request.app.state.door
    caller = await asyncio.to_thread(_caller, door, shown.credentials) if shown is not None else None
    if caller is None:
        raise Problem("no-token", NEEDS_ONE, headers={"WWW-Authenticate": "Bearer"})
    if not request.app.state.paces.of(caller.id).has_one():
        raise Problem("too-fast", TOO_FAST, headers={"Retry-After": "1"})
    for scope in scopes.scopes:
        if scope not in caller.scopes:
            challenge = f'Bearer error="insufficient_scope", scope="{scope}"'
            raise Problem("no-scope", NO_SCOPE.format(scope=scope), headers={"WWW-Authenticate": challenge})
    return Asked(door, caller)


def _caller(door: Door, token: str) -> Caller | None:
    now = door.rooms.house.now()
    with door.database.session() as session:
        caller = find_caller(session, token)
    if caller is not None and is_to_be_noted(caller, now=now):
        # Where nothing can be written just now, a program may still read.
        with suppress(Unwritable), door.database.session() as session:
            note_use(session, caller, now=now)
    return caller


ReadsRosters = Annotated[Asked, Security(asked, scopes=["rosters:read"])]
WritesRosters = Annotated[Asked, Security(asked, scopes=["rosters:write"])]
ReadsLessons = Annotated[Asked, Security(asked, scopes=["lessons:read"])]
ReadsResults = Annotated[Asked, Security(asked, scopes=["results:read"])]
ReadsItems = Annotated[Asked, Security(asked, scopes=["items:read"])]
