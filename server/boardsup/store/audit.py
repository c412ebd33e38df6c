"""The log of what was deleted or taken out: when, what, how many. Never a name, an id or a text."""

from __future__ import annotations

from sqlmodel import Session, col, select

from boardsup.store.tables import AuditRow

SHOWN = 200


def note(session: Session, what: str, how_many: int, *, at: int) -> None:
    """Add a line; nothing where there was nothing."""
    if how_many:
        session.add(AuditRow(at=at, what=what, how_many=how_many))


def audit(session: Session) -> list[AuditRow]:
    """The newest lines, the newest first."""
    return list(session.exec(select(AuditRow).order_by(col(AuditRow.at).desc(), col(AuditRow.id).desc()).limit(SHOWN)))
