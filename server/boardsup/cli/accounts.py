"""`boardsup account`: the first account of a server, and a way back in when no admin can sign in."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from boardsup.cli.places import HERE, HOME, Data, Database, Here

if TYPE_CHECKING:
    from sqlmodel import Session

    from boardsup.web.oidc.provider import Provider

app = typer.Typer(no_args_is_help=True, help="The accounts of people who work here.")

Login = Annotated[str, typer.Argument(help="What this person signs in with: an e-mail address, as a rule.")]


@app.command()
def add(
    login: Login,
    role: Annotated[str, typer.Option(help="admin, teacher or aide.")] = "teacher",
    name: Annotated[str, typer.Option(help="The name that others see.")] = "",
    here: Here = HERE,
    data: Data = HOME,
    database: Database = "",
) -> None:
    """Make an account; print the link by which its password is set, once, within three days."""
    from boardsup.store.people.accounts import add_account
    from boardsup.store.people.links import new_link

    def make(session: Session) -> str:
        return new_link(session, add_account(session, login, name, role).id)

    typer.echo(f"{here.rstrip('/')}/welcome/{_done(data, database, make)}")


@app.command()
def link(login: Login, here: Here = HERE, data: Data = HOME, database: Database = "") -> None:
    """Print a link for a new password; the old one and every sign-in of the account end."""
    from boardsup.rostering.names import Refusal
    from boardsup.store.people.accounts import NO_ACCOUNT, find_login, read_login
    from boardsup.store.people.links import new_link

    def make(session: Session) -> str:
        account = find_login(session, read_login(login))
        if account is None:
            raise Refusal(NO_ACCOUNT)
        return new_link(session, account.id)

    typer.echo(f"{here.rstrip('/')}/welcome/{_done(data, database, make)}")


@app.command(name="list")
def list_accounts(data: Data = HOME, database: Database = "") -> None:
    """Print every account: sign-in name, role, name, and whether it is locked."""
    from boardsup.store.people.accounts import accounts

    def read(session: Session) -> str:
        rows = accounts(session)
        return "\n".join("\t".join((one.login or "", one.role, one.name, *_locked(one.locked_at))) for one in rows)

    typer.echo(_done(data, database, read) or "There is no account yet. The printed sign-in link needs none.")


def providers() -> tuple[Provider, ...]:
    """The issuers that the variables set up; a sentence and exit 2 where one is missing."""
    from boardsup.web.oidc.provider import Misconfigured, providers_from

    try:
        return providers_from(os.environ)
    except Misconfigured as wrong:
        raise typer.BadParameter(str(wrong)) from wrong


def _locked(since: int | None) -> tuple[str, ...]:
    return () if since is None else ("locked",)


def _done(data: Path, url: str, what: Callable[[Session], str]) -> str:
    """Do it in the school's database; exit 1 with the sentence of a refusal."""
    from boardsup.rostering.names import Refusal
    from boardsup.store.database import database_in, open_database

    data.mkdir(parents=True, exist_ok=True)
    database = open_database(database_in(data, url))
    try:
        with database.session() as session:
            return what(session)
    except Refusal as refusal:
        typer.echo(str(refusal), err=True)
        raise typer.Exit(1) from refusal
    finally:
        database.close()
