"""The tables of a teacher's own items, and of the misconceptions that lessons showed."""

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from boardsup.store.moments import Moment


class OwnItemRow(SQLModel, table=True):
    """An item that a teacher wrote: the text of its file. `version` counts what was kept of it.

    `owner` is who wrote it; everybody can use it. `active` is false once it is taken off the list; it can be put back.
    """

    __tablename__ = "own_item"

    id: str = Field(primary_key=True)
    skill: str
    text: str = Field(sa_type=Text)
    version: int
    kept_at: int = Field(sa_type=Moment)
    owner: str = ""
    active: bool = True


class MissedRow(SQLModel, table=True):
    """How many answers to a question of a lesson showed a misconception: a count, and nothing of whom.

    `says` is how it was worded for the teacher then; `skill` is empty for a question typed on the spot.
    """

    __tablename__ = "missed"

    lesson: str = Field(primary_key=True, foreign_key="lesson.code", ondelete="CASCADE")
    question: str = Field(primary_key=True)
    misconception: str = Field(primary_key=True)
    skill: str
    says: str = Field(sa_type=Text)
    times: int
    settled: int
