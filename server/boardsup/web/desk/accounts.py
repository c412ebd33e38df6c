"""The accounts of a school, for its admins: make one, give it a role, a new link, lock it, let it in again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response
from sqlmodel import Session

from boardsup.rostering.names import Refusal
from boardsup.store.people.accounts import accounts, add_account, delete_account, find_account, lock, set_role, unlock
from boardsup.store.people.links import new_link
from boardsup.store.people.person import Person
from boardsup.store.people.tables import Account
from boardsup.web.desk.teacher import AdminsDoor, person_at
from boardsup.web.door import Door

router = APIRouter(prefix="/desk/accounts")

ROLES = {"teacher": "Teacher", "aide": "Aide", "admin": "Admin"}
MADE = "Give {} this link. It works once, within three days."
RESET = "{} is signed out everywhere, and the old password is gone. This link sets a new one, once, within three days."

DELETED = "The account of {} is deleted. Classes and lessons stay; those that nobody else teaches are the admins'."

Word = Annotated[str, Form(max_length=300)]


@router.get("")
def all_accounts(door: AdminsDoor) -> Response:
    """Who has an account."""
    return _page(door)


@router.post("")
def make_account(request: Request, door: AdminsDoor, login: Word = "", name: Word = "", role: Word = "") -> Response:
    """A new account, and the link by which its password is set."""

    def make(session: Session) -> tuple[str, str]:
        account = add_account(session, login, name, role)
        return MADE.format(account.name), _link(request, door, new_link(session, account.id))

    return _done(door, make, typed=(login, name, role))


@router.post("/{id}/role")
def change_role(door: AdminsDoor, id: str, role: Word = "") -> Response:
    """A teacher, an aide, an admin."""
    return _done(door, lambda session: (_said(set_role(session, person_at(door), id, role)), ""))


@router.post("/{id}/link")
def reset(request: Request, door: AdminsDoor, id: str) -> Response:
    """The way back in for whom has lost the password, or whose password somebody else has."""

    def make(session: Session) -> tuple[str, str]:
        token = new_link(session, id)
        account = find_account(session, id)
        return RESET.format(account.name if account is not None else ""), _link(request, door, token)

    return _done(door, make)


@router.post("/{id}/lock")
def lock_account(door: AdminsDoor, id: str) -> Response:
    """Let nobody in on it."""
    return _done(door, lambda session: (_said(lock(session, person_at(door), id)), ""))


@router.post("/{id}/unlock")
def unlock_account(door: AdminsDoor, id: str) -> Response:
    """Let them in again."""
    return _done(door, lambda session: (_said(unlock(session, person_at(door), id)), ""))


@router.post("/{id}/delete")
def delete(door: AdminsDoor, id: str) -> Response:
    """Delete it for good; only one that is locked already."""
    return _done(door, lambda session: (DELETED.format(delete_account(session, person_at(door), id)), ""))


def _said(account: Account) -> str:
    if account.locked_at is not None:
        return f"{account.name} is signed out everywhere and cannot sign in. Classes and lessons stay as they are."
    return f"{account.name}: {ROLES.get(account.role, '')}. From now on."


def _link(request: Request, door: Door, token: str) -> str:
    return f"{door.origin(request)}/welcome/{token}"


def _done(
    door: Door, change: Callable[[Session], tuple[str, str]], *, typed: tuple[str, str, str] = ("", "", "teacher")
) -> Response:
    try:
        with door.database.session() as session:
            text, link = change(session)
    except Refusal as refusal:
        return _page(door, str(refusal), typed=typed, status=422)
    door.people.forget()
    return _page(door, text, link)


def _page(
    door: Door, text: str = "", link: str = "", *, typed: tuple[str, str, str] = ("", "", "teacher"), status: int = 200
) -> Response:
    me = person_at(door)
    with door.database.session() as session:
        rows = [_row(one, me) for one in accounts(session)]
    login, name, role = typed
    values = {"rows": rows, "link": link, "login": login, "name": name, "role": role, "roles": ROLES}
    return HTMLResponse(
        door.pages.page("desk/accounts.html", page="desk", title="Accounts", text=text, **values), status
    )


def _row(account: Account, me: Person) -> dict[str, object]:
    state = "locked" if account.locked_at is not None else "" if account.password else "no password yet"
    return {
        "id": account.id,
        "name": account.name,
        "login": account.login,
        "role": account.role,
        "state": state,
        "me": account.id == me.id,
    }
