"""Class lists from files: the school's own ids, lists that wait to be taken in; classes put away."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

MOMENT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the columns, make the table."""
    op.add_column("class", sa.Column("external", sa.String(), nullable=False, server_default=""))
    op.add_column("class", sa.Column("archived_at", MOMENT, nullable=True))
    op.add_column("student", sa.Column("external", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "upload",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("roster", sa.Text(), nullable=False),
    )
