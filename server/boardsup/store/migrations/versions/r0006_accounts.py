"""Accounts, where they are signed in, whose a class is, and who keeps a lesson or has sent a list."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

MOMENT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables, add the columns. Classes that are there stay the admins', by having no member."""
    op.create_table(
        "account",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("login", sa.String(), nullable=True, unique=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("locked_at", MOMENT, nullable=True),
    )
    _of_accounts()
    op.create_table(
        "attempt",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_at", MOMENT, nullable=False),
    )
    op.add_column("template", sa.Column("owner", sa.String(), nullable=False, server_default=""))
    op.add_column("upload", sa.Column("sender", sa.String(), nullable=False, server_default=""))


def _of_accounts() -> None:
    op.create_table(
        "identity",
        sa.Column("issuer", sa.String(), primary_key=True),
        sa.Column("subject", sa.String(), primary_key=True),
        _account(),
        sa.Column("made_at", MOMENT, nullable=False),
    )
    op.create_table(
        "desk_session",
        sa.Column("token_hash", sa.String(), primary_key=True),
        sa.Column("id", sa.String(), nullable=False, unique=True),
        _account(),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
    )
    op.create_table(
        "class_member",
        sa.Column("class_id", sa.String(), sa.ForeignKey("class.id", ondelete="CASCADE"), primary_key=True),
        _account(primary_key=True),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
    )
    op.create_table(
        "password_link",
        sa.Column("token_hash", sa.String(), primary_key=True),
        _account(),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
    )
    for table in ("identity", "desk_session", "class_member", "password_link"):
        op.create_index(f"ix_{table}_account_id", table, ["account_id"])


def _account(*, primary_key: bool = False) -> sa.Column[str]:
    points_to = sa.ForeignKey("account.id", ondelete="CASCADE")
    return sa.Column("account_id", sa.String(), points_to, primary_key=primary_key, nullable=False)
