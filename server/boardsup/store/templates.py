"""Lessons that a teacher keeps to teach again, for themselves. One that is taken off the list can be put back."""

from __future__ import annotations

import secrets

import msgspec
from sqlmodel import Session, col, select

from boardsup.rostering.names import Refusal, cleaned
from boardsup.store.clock import Now, now_ms
from boardsup.store.people.person import Person
from boardsup.store.tables import TemplateRow
from boardsup.teaching.plan import Outline

NOBODY = ""
LONGEST_NAME = 80
NO_TEMPLATE = "This lesson is not among those you keep any more."
MOST, TOO_MANY = 200, "You keep 200 lessons. Take one off the list first."

_decode = msgspec.json.Decoder(Outline).decode


def keep_template(session: Session, name: str, outline: Outline, *, by: Person, now: Now = now_ms) -> TemplateRow:
    """Keep a lesson under a name; one of the same name is replaced. Raises `Refusal`."""
    called = cleaned(name)[:LONGEST_NAME].rstrip() or "My lesson"
    kept = templates(session, by)
    row = next((one for one in kept if one.name == called), None)
    if row is None and len(kept) >= MOST:
        raise Refusal(TOO_MANY)
    row = row or TemplateRow(id=secrets.token_urlsafe(9), name=called, outline="", kept_at=0, owner=by.id)
    row.outline, row.kept_at = msgspec.json.encode(outline).decode(), now()
    session.add(row)
    session.flush()
    return row


def templates(session: Session, person: Person) -> list[TemplateRow]:
    """Those on somebody's list, in the order of their names; an admin also has those from before accounts."""
    owners = (person.id, NOBODY) if person.is_admin else (person.id,)
    wanted = select(TemplateRow).where(col(TemplateRow.active), col(TemplateRow.owner).in_(owners))
    return list(session.exec(wanted.order_by(TemplateRow.name, col(TemplateRow.id))))


def find_template(session: Session, id: str, person: Person) -> TemplateRow | None:
    """The one of this id if it is theirs, also if it was taken off the list; an admin finds everybody's."""
    row = session.get(TemplateRow, id)
    return row if row is not None and (person.is_admin or row.owner == person.id) else None


def outline_of(row: TemplateRow) -> Outline:
    """The lesson that it keeps."""
    return _decode(row.outline)


def list_template(session: Session, id: str, person: Person, *, active: bool) -> TemplateRow:
    """Put it on the list, or take it off. Raises `Refusal`."""
    row = find_template(session, id, person)
    if row is None:
        raise Refusal(NO_TEMPLATE)
    row.active = active
    session.add(row)
    session.flush()
    return row
