"""What a teacher has set for a student, and what lessons showed. Both may stand from before: made if missing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of needs and of evidence."""
    _needs()
    _lessons()
    _students()


def _needs() -> None:
    op.create_table(
        "student_needs",
        sa.Column("student_id", sa.String(), sa.ForeignKey("student.id"), primary_key=True),
        sa.Column("class_id", sa.String(), sa.ForeignKey("class.id"), nullable=False),
        sa.Column("needs", sa.Text(), nullable=False),
        if_not_exists=True,
    )
    op.create_index("ix_student_needs_class_id", "student_needs", ["class_id"], if_not_exists=True)
    op.create_table(
        "kept_apart",
        sa.Column("one", sa.String(), sa.ForeignKey("student.id"), primary_key=True),
        sa.Column("other", sa.String(), sa.ForeignKey("student.id"), primary_key=True),
        sa.Column("class_id", sa.String(), sa.ForeignKey("class.id"), nullable=False),
        if_not_exists=True,
    )
    op.create_index("ix_kept_apart_class_id", "kept_apart", ["class_id"], if_not_exists=True)


def _lessons() -> None:
    op.create_table(
        "measured",
        sa.Column("lesson", sa.String(), sa.ForeignKey("lesson.code", ondelete="CASCADE"), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "shown",
        sa.Column("lesson", sa.String(), sa.ForeignKey("lesson.code", ondelete="CASCADE"), primary_key=True),
        sa.Column("question", sa.String(), primary_key=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("skill", sa.String(), nullable=False),
        sa.Column("ask", sa.Text(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("options", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("settled", sa.Integer(), nullable=False),
        sa.Column("right", sa.Integer(), nullable=False),
        if_not_exists=True,
    )


def _students() -> None:
    op.create_table(
        "showing",
        sa.Column("lesson", sa.String(), sa.ForeignKey("lesson.code", ondelete="CASCADE"), primary_key=True),
        sa.Column("question", sa.String(), primary_key=True),
        sa.Column("student", sa.String(), sa.ForeignKey("student.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("showed", sa.String(), nullable=False),
        sa.Column("sure", sa.String(), nullable=False),
        if_not_exists=True,
    )
    op.create_index("ix_showing_student", "showing", ["student"], if_not_exists=True)
    op.create_table(
        "attended",
        sa.Column("lesson", sa.String(), sa.ForeignKey("lesson.code", ondelete="CASCADE"), primary_key=True),
        sa.Column("student", sa.String(), sa.ForeignKey("student.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("here", sa.Boolean(), nullable=False),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("outside", sa.Boolean(), nullable=False),
        if_not_exists=True,
    )
    op.create_index("ix_attended_student", "attended", ["student"], if_not_exists=True)
