"""A teacher's own items; how often lessons showed each misconception."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

MOMENT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "own_item",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("skill", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kept_at", MOMENT, nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "missed",
        sa.Column("lesson", sa.String(), sa.ForeignKey("lesson.code", ondelete="CASCADE"), primary_key=True),
        sa.Column("question", sa.String(), primary_key=True),
        sa.Column("misconception", sa.String(), primary_key=True),
        sa.Column("skill", sa.String(), nullable=False),
        sa.Column("says", sa.Text(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("settled", sa.Integer(), nullable=False),
    )
