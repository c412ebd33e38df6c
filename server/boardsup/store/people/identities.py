"""Somebody who signs in elsewhere and works here: found by the issuer's number for them, at first by their address."""

from __future__ import annotations

from sqlmodel import Session

from boardsup.rostering.names import Refusal
from boardsup.store.clock import Now, now_ms
from boardsup.store.people.accounts import find_account, find_login, read_login
from boardsup.store.people.tables import Account, IdentityRow


def account_for(session: Session, issuer: str, subject: str, address: str, *, now: Now = now_ms) -> Account | None:
    """The account of this person; None when there is none, or it is locked. None is ever made here.

    `address` is one that the issuer has verified, or empty. The first time it leads to the account; from then on the
    account is the issuer's number's, and an address that goes to somebody else later leads nowhere new.
    """
    held = session.get(IdentityRow, (issuer, subject))
    if held is not None:
        return _open(find_account(session, held.account_id))
    try:
        account = _open(find_login(session, read_login(address))) if address else None
    except Refusal:
        return None
    if account is not None:
        session.add(IdentityRow(issuer=issuer, subject=subject, account_id=account.id, made_at=now()))
        session.flush()
    return account


def _open(account: Account | None) -> Account | None:
    return None if account is None or account.locked_at is not None else account
