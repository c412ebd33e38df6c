"""The tables for other programs: their tokens, who is told of a lesson's end, and what is still to be told.

A token is kept as its hash alone. A hook's secret is kept as it is, for every message is signed with it.
"""

from __future__ import annotations

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from boardsup.store.moments import Moment


class TokenRow(SQLModel, table=True):
    """What another program shows with each request: its SHA-256, whose it is and what it may do, when it was used."""

    __tablename__ = "token"

    id: str = Field(primary_key=True)
    token_hash: str = Field(unique=True)
    account_id: str = Field(foreign_key="account.id", ondelete="CASCADE")
    name: str
    scopes: str
    made_at: int = Field(sa_type=Moment)
    used_at: int | None = Field(default=None, sa_type=Moment)
    revoked_at: int | None = Field(default=None, sa_type=Moment)


class HookRow(SQLModel, table=True):
    """An address that somebody has told when a lesson ends, and the secret that its messages are signed with."""

    __tablename__ = "hook"

    id: str = Field(primary_key=True)
    account_id: str = Field(foreign_key="account.id", ondelete="CASCADE")
    url: str = Field(sa_type=Text)
    secret: str
    made_at: int = Field(sa_type=Moment)


class DeliveryRow(SQLModel, table=True):
    """A message for one hook. `due_at` says when it is sent next, in ms; none once it has arrived or was given up.

    `id` is the event's own, the same with every try. `status` is that of the last answer, 0 for none; `says` is ours.
    """

    __tablename__ = "delivery"
    __table_args__ = (UniqueConstraint("hook_id", "lesson", name="delivery_once"),)

    id: str = Field(primary_key=True)
    hook_id: str = Field(foreign_key="hook.id", ondelete="CASCADE")
    lesson: str | None = Field(default=None, foreign_key="lesson.code", ondelete="CASCADE", nullable=True)
    body: str = Field(sa_type=Text)
    queued_at: int = Field(sa_type=Moment)
    due_at: int | None = Field(default=None, sa_type=Moment, index=True)
    tries: int = 0
    status: int = 0
    says: str = ""
    arrived_at: int | None = Field(default=None, sa_type=Moment)
