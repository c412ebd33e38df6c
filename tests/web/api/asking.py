"""Another program that asks the API: tokens made at the store, requests over real HTTP."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

from boardsup.store.people.accounts import person_of
from boardsup.store.people.person import OWNER
from boardsup.store.people.tables import Account
from boardsup.store.tokens import SCOPES, new_token
from web.api import example_school
from weeks import Weeks, weeks


def token(school: Weeks, scopes: Sequence[str] = SCOPES, *, of: str = OWNER) -> str:
    """A new token of an account: the one that the sign-in link is for, unless another is named."""
    with school.database() as session:
        by = person_of(session.get_one(Account, of))
        return new_token(session, by, "A gradebook", scopes, now=school.calendar())


@contextmanager
def program(school: Weeks, scopes: Sequence[str] = SCOPES, *, of: str = OWNER) -> Iterator[httpx.Client]:
    """A client with a token of its own; its paths begin below /api/v1."""
    headers = {"Authorization": f"Bearer {token(school, scopes, of=of)}"}
    with httpx.Client(base_url=f"{school.here}/api/v1", headers=headers, trust_env=False) as client:
        yield client


@contextmanager
def example(data: Path) -> Iterator[Weeks]:
    """The server of the example school."""
    with weeks(data) as school:
        with school.database() as session:
            example_school.fill(session)
        yield school
