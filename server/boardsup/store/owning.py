"""Which process owns which lesson, where several work on one database: rows, compared and swapped.

A process owns a lesson as long as its own row is renewed; one that has not been renewed for `LEASE` may be replaced,
by whoever swaps the lesson's epoch first. This keeps lessons going. It does not keep them right: two that both think
that they own a lesson write the same (lesson, seq), and the journal takes only one of them.
"""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import delete, insert, text, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel, col, select

from boardsup.store.moments import Moment

LEASE = 5_000
"""How long a process that is not heard of keeps its lessons, in ms."""

FORGOTTEN = 3_600_000
"""After how many ms the rows of a process that is gone are deleted."""

HINTS_KEPT = 30_000
"""How long a hint can be read, in ms: every process looks about once a second."""


class ProcessRow(SQLModel, table=True):
    """A process that serves lessons: where the others reach it, and when it was last heard of, in ms since 1970."""

    __tablename__ = "process"

    id: str = Field(primary_key=True)
    address: str
    seen_at: int = Field(sa_type=Moment)


class OwnerRow(SQLModel, table=True):
    """The process that owns a lesson. `epoch` goes up by one whenever that changes."""

    __tablename__ = "owner"

    lesson: str = Field(primary_key=True)
    process: str = Field(index=True)
    epoch: int


class HintRow(SQLModel, table=True):
    """Something that the other processes should look at: `kind` and an id, never a name."""

    __tablename__ = "hint"

    id: int | None = Field(default=None, primary_key=True)
    at: int = Field(sa_type=Moment)
    process: str
    kind: str
    about: str


FLEETING = ("process", "owner", "hint")
"""The tables whose rows are about processes that run just now, and mean nothing in a copy."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owns a lesson: the process, its address, since which epoch, and is it heard of?"""

    process: str
    address: str
    epoch: int
    is_alive: bool


def renew(session: Session, me: str, address: str) -> None:
    """This process is there. Rows of those that have been gone for an hour are deleted."""
    now = _clock(session)
    known = session.connection().execute(
        update(ProcessRow).where(col(ProcessRow.id) == me).values(address=address, seen_at=now)
    )
    if not known.rowcount:
        session.connection().execute(insert(ProcessRow).values(id=me, address=address, seen_at=now))
    gone = select(ProcessRow.id).where(ProcessRow.seen_at < now - FORGOTTEN)
    session.connection().execute(delete(OwnerRow).where(col(OwnerRow.process).in_(gone)))
    session.connection().execute(delete(ProcessRow).where(col(ProcessRow.id).in_(gone)))
    session.connection().execute(delete(HintRow).where(col(HintRow.at) < now - HINTS_KEPT))


def owner_of(session: Session, lesson: str) -> Owner | None:
    """The owner of a lesson; None when it has none."""
    row = session.get(OwnerRow, lesson, populate_existing=True)
    if row is None:
        return None
    process = session.get(ProcessRow, row.process, populate_existing=True)
    if process is None:
        return Owner(row.process, "", row.epoch, is_alive=False)
    return Owner(row.process, process.address, row.epoch, process.seen_at > _clock(session) - LEASE)


def claim(session: Session, lesson: str, me: str) -> Owner:
    """Own this lesson, unless another process does that is heard of; whoever owns it now.

    Wants a session of its own: it is rolled back when another process is first.
    """
    held = owner_of(session, lesson)
    if held is None:
        try:
            session.connection().execute(insert(OwnerRow).values(lesson=lesson, process=me, epoch=1))
        except IntegrityError:
            session.rollback()
    elif held.process != me and not held.is_alive:
        session.connection().execute(
            update(OwnerRow)
            .where(col(OwnerRow.lesson) == lesson, col(OwnerRow.epoch) == held.epoch)
            .values(process=me, epoch=held.epoch + 1)
        )
    session.commit()
    found = owner_of(session, lesson)
    # Between the two looks a third process may only have let go.
    return found if found is not None else claim(session, lesson, me)


def owned_by(session: Session, me: str) -> frozenset[str]:
    """The lessons of this process."""
    return frozenset(session.exec(select(OwnerRow.lesson).where(OwnerRow.process == me)))


def let_go(session: Session, me: str, lessons: Collection[str]) -> None:
    """These lessons are free for whoever is asked for them next, where they are this process's."""
    session.connection().execute(delete(OwnerRow).where(col(OwnerRow.process) == me, col(OwnerRow.lesson).in_(lessons)))


def leave(session: Session, me: str) -> None:
    """This process stops: its lessons are free at once."""
    session.connection().execute(delete(OwnerRow).where(col(OwnerRow.process) == me))
    session.connection().execute(delete(ProcessRow).where(col(ProcessRow.id) == me))


def hint(session: Session, me: str, kind: str, about: Collection[str]) -> None:
    """Tell the other processes to look at these again."""
    now = _clock(session)
    for one in about:
        session.add(HintRow(at=now, process=me, kind=kind, about=one))


def hints_for(session: Session, me: str) -> list[tuple[int, str, str]]:
    """Number, kind and id of what others have hinted at lately, also of what was read before."""
    found = session.exec(select(HintRow).where(HintRow.process != me).order_by(col(HintRow.id)))
    return [(row.id or 0, row.kind, row.about) for row in found]


def _clock(session: Session) -> int:
    """The database's own time, in ms since 1970: the clocks of the machines may differ."""
    if session.get_bind().dialect.name == "sqlite":
        return time.time_ns() // 1_000_000
    return int(session.connection().execute(text("SELECT extract(epoch FROM clock_timestamp()) * 1000")).scalar_one())
