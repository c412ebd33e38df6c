"""A teacher's own items, as the texts of their files. One that is taken off the list can be put back.

Nothing is overwritten unseen: who keeps an item says which version of it they have changed.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from sqlalchemy import update
from sqlmodel import Session, col, select

from boardsup.rostering.names import Refusal
from boardsup.store.clock import Now, now_ms
from boardsup.store.item_tables import OwnItemRow
from boardsup.store.people.person import Person

NO_ITEM = "This item is not among yours any more."
CHANGED = "This item was changed meanwhile, perhaps in another tab. Keep yours as a new item, or open it again."
NOT_YOURS = "A colleague wrote this item. You can keep yours as a new one."
MOST, TOO_MANY = 500, "You keep 500 items of your own. Take some off the list first."


def new_id() -> str:
    """A name for one more item, as it stands in its file."""
    return f"own-{secrets.token_hex(6)}"


def own_items(session: Session) -> list[OwnItemRow]:
    """Those on the list, the oldest first."""
    wanted = select(OwnItemRow).where(col(OwnItemRow.active))
    return list(session.exec(wanted.order_by(col(OwnItemRow.kept_at), col(OwnItemRow.id))))


def find_item(session: Session, id: str) -> OwnItemRow | None:
    """The one of this name, also if it was taken off the list."""
    return session.get(OwnItemRow, id)


def may_change(row: OwnItemRow, person: Person) -> bool:
    """Did they write it? An admin may change every item."""
    return person.is_admin or row.owner == person.id


def keep_items(session: Session, items: Sequence[tuple[str, str, str]], by: Person, *, now: Now = now_ms) -> None:
    """Keep new items (name, skill, text), all of them or none. Raises `Refusal`."""
    if len(own_items(session)) + len(items) > MOST:
        raise Refusal(TOO_MANY)
    at = now()
    session.add_all(
        OwnItemRow(id=id, skill=skill, text=text, version=1, kept_at=at, owner=by.id) for id, skill, text in items
    )
    session.flush()


def change_item(session: Session, item: tuple[str, str, str], version: int, by: Person, *, now: Now = now_ms) -> None:
    """Keep an item (name, skill, text) as it is now, if it is still of this version. Raises `Refusal`."""
    id, skill, text = item
    _theirs(session, id, by)
    values = {"skill": skill, "text": text, "version": version + 1, "kept_at": now(), "active": True}
    wanted = update(OwnItemRow).where(col(OwnItemRow.id) == id, col(OwnItemRow.version) == version)
    if session.connection().execute(wanted.values(**values)).rowcount != 1:
        raise Refusal(CHANGED)


def list_item(session: Session, id: str, by: Person, *, active: bool) -> OwnItemRow:
    """Put it on the list, or take it off. Raises `Refusal`."""
    row = _theirs(session, id, by)
    row.active = active
    session.add(row)
    session.flush()
    return row


def _theirs(session: Session, id: str, by: Person) -> OwnItemRow:
    row = find_item(session, id)
    if row is None:
        raise Refusal(NO_ITEM)
    if not may_change(row, by):
        raise Refusal(NOT_YOURS)
    return row
