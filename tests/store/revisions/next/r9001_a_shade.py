"""What a next revision may do: a new table, a new column, and a column changed, which SQLite does by copying."""

import sqlalchemy as sa
from alembic import op

from boardsup.store.migrations import VERSIONS, revisions

revision = "9001"
down_revision = revisions(VERSIONS)[-1]


def upgrade() -> None:
    op.create_table("shade", sa.Column("id", sa.String(), primary_key=True))
    with op.batch_alter_table("student") as table:
        table.add_column(sa.Column("shade", sa.String()))
        table.create_foreign_key("student_shade", "shade", ["shade"], ["id"])
    with op.batch_alter_table("class") as table:
        table.alter_column("name", new_column_name="title", existing_type=sa.String(), existing_nullable=False)
