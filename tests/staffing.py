"""The people of a school for tests: accounts that are signed in, one browser for all of them, and every address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from boardsup.store.people.accounts import add_account, owner
from boardsup.store.people.belonging import ask_in
from boardsup.store.people.person import Role
from boardsup.store.people.sessions import begin_session
from boardsup.web.door import Door


@dataclass
class Staff:
    """A school's browser, and who is to be at it; with no name it is somebody who has not signed in."""

    browser: TestClient

    @property
    def door(self) -> Door:
        return self.browser.app.state.door

    def hire(self, login: str, role: Role) -> str:
        """A new account; its id."""
        with self.door.database.session() as session:
            return add_account(session, login, login.title(), role).id

    def asks_in(self, class_id: str, login: str, as_: str) -> None:
        with self.door.database.session() as session:
            ask_in(session, class_id, login, as_)
        self.door.people.forget()

    def at_the_desk(self, account_id: str = "") -> TestClient:
        """The browser, with this account signed in; the owner's without a name."""
        with self.door.database.session() as session:
            account_id = account_id or owner(session).id
        with self.door.database.session() as session:
            token = begin_session(session, account_id, "password", "A browser of a test")
        self.nobody()
        self.browser.cookies.set("desk", token)
        return self.browser

    def nobody(self) -> TestClient:
        self.browser.cookies.clear()
        return self.browser


def every_route(routes: Iterable[object]) -> Iterator[APIRoute]:
    """Every route of an application, those of its routers among them."""
    for one in routes:
        inner = getattr(one, "original_router", None)
        if inner is not None:
            yield from every_route(inner.routes)
        elif isinstance(one, APIRoute):
            yield one
