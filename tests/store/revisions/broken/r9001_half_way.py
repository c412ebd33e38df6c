"""A revision that stops half-way."""

import sqlalchemy as sa
from alembic import op

from boardsup.store.migrations import VERSIONS, revisions

revision = "9001"
down_revision = revisions(VERSIONS)[-1]


def upgrade() -> None:
    op.create_table("half", sa.Column("id", sa.String(), primary_key=True))
    op.execute("INSERT INTO nowhere VALUES (1)")
