"""A class's settings, who worked together, lessons that are kept, the teacher's own pages to practise on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

MOMENT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the column and make the tables."""
    op.add_column("class", sa.Column("settings", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "together",
        sa.Column("lesson", sa.String(), sa.ForeignKey("lesson.code", ondelete="CASCADE"), primary_key=True),
        sa.Column("one", sa.String(), sa.ForeignKey("student.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("other", sa.String(), sa.ForeignKey("student.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("coached", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_together_one", "together", ["one"])
    op.create_index("ix_together_other", "together", ["other"])
    op.create_table(
        "template",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("outline", sa.Text(), nullable=False),
        sa.Column("kept_at", MOMENT, nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "practice_link",
        sa.Column("skill", sa.String(), primary_key=True),
        sa.Column("place", sa.Integer(), primary_key=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
    )
