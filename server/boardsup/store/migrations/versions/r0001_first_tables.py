"""The tables as they stood when revisions began. Databases from before then have them, so each is made if missing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

MOMENT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of classes, lessons, the journal, sign-in links and secrets."""
    _classes()
    _lessons()
    _journal()
    _signing_in()


def _classes() -> None:
    op.create_table(
        "class",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("secret", sa.String(), nullable=False),
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("bag", sa.Text(), nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "student",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("class_id", sa.String(), sa.ForeignKey("class.id"), nullable=False),
        sa.Column("first_name", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        if_not_exists=True,
    )
    op.create_index("ix_student_class_id", "student", ["class_id"], if_not_exists=True)


def _lessons() -> None:
    op.create_table(
        "lesson",
        sa.Column("code", sa.String(), primary_key=True),
        sa.Column("class_id", sa.String(), sa.ForeignKey("class.id"), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.Column("plan", sa.Text(), nullable=False),
        if_not_exists=True,
    )
    op.create_index("ix_lesson_class_id", "lesson", ["class_id"], if_not_exists=True)


def _journal() -> None:
    op.create_table(
        "event",
        sa.Column("lesson", sa.String(), primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sqlite_with_rowid=False,
        if_not_exists=True,
    )
    op.create_table(
        "writing",
        sa.Column("lesson", sa.String(), primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
        sqlite_with_rowid=False,
        if_not_exists=True,
    )
    op.create_table(
        "probe",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("fill", sa.LargeBinary(), nullable=False),
        if_not_exists=True,
    )


def _signing_in() -> None:
    op.create_table(
        "signin",
        sa.Column("token_hash", sa.String(), primary_key=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        if_not_exists=True,
    )
    op.create_table(
        "secret",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("value", sa.String(), nullable=False),
        if_not_exists=True,
    )
