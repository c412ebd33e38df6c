"""The tables: classes and their tiles, lessons, the journal, secrets. Accounts: `people/tables.py`.

First names stand in `RosterStudent` alone, what a student wrote in `WritingRow` alone; everything else knows a student
only by a random id. So a name or a text can be deleted, and the lesson still replays.
"""

from sqlalchemy import Column, LargeBinary, Text
from sqlmodel import Field, SQLModel

from boardsup.store.moments import Moment
from boardsup.store.people.tables import Account

TABLES = Account.metadata
"""Every table below, and those of accounts."""


class Klass(SQLModel, table=True):
    """A class: `secret` and `term` make the seed of its draws, `bag` is the cold-call bag between lessons, as JSON.

    `settings` is JSON of `lesson.settings.ClassSettings`, empty where nothing was changed. `external` is its id in the
    school's own lists, empty where it came from none; `archived_at` says since when it is put away, in ms.
    """

    __tablename__ = "class"

    id: str = Field(primary_key=True)
    name: str
    secret: str
    term: str
    created_at: int = Field(sa_type=Moment)
    bag: str = Field(default="", sa_type=Text)
    settings: str = Field(default="", sa_type=Text, sa_column_kwargs={"server_default": ""})
    external: str = Field(default="", sa_column_kwargs={"server_default": ""})
    archived_at: int | None = Field(default=None, sa_type=Moment)


class RosterStudent(SQLModel, table=True):
    """A tile: the first name as shown, its place, is it still on the list, and the id in the school's lists or none."""

    __tablename__ = "student"

    id: str = Field(primary_key=True)
    class_id: str = Field(foreign_key="class.id", index=True)
    first_name: str
    place: int
    active: bool = True
    external: str = Field(default="", sa_column_kwargs={"server_default": ""})


class StudentNeeds(SQLModel, table=True):
    """What the teacher has set for a student, privately, as JSON of `lesson.needs.Needs`; no row says nothing is set.

    A table of its own, so that a database from before it opens as it is.
    """

    __tablename__ = "student_needs"

    student_id: str = Field(primary_key=True, foreign_key="student.id")
    class_id: str = Field(foreign_key="class.id", index=True)
    needs: str = Field(sa_type=Text)


class KeptApart(SQLModel, table=True):
    """Two students of a class who are kept in different groups; `one` is the smaller id."""

    __tablename__ = "kept_apart"

    one: str = Field(primary_key=True, foreign_key="student.id")
    other: str = Field(primary_key=True, foreign_key="student.id")
    class_id: str = Field(foreign_key="class.id", index=True)


class LessonRow(SQLModel, table=True):
    """A lesson: its code, its class, and when it ran, in ms since 1970. `plan` is JSON, empty when there is none."""

    __tablename__ = "lesson"

    code: str = Field(primary_key=True)
    class_id: str = Field(foreign_key="class.id", index=True)
    title: str
    started_at: int = Field(sa_type=Moment)
    ended_at: int | None = Field(default=None, sa_type=Moment)
    plan: str = Field(default="", sa_type=Text)


class EventRow(SQLModel, table=True):
    """One event of the journal; never changed. A second writer of the same (lesson, seq) fails."""

    __tablename__ = "event"
    __table_args__ = ({"sqlite_with_rowid": False},)

    lesson: str = Field(primary_key=True)
    seq: int = Field(primary_key=True)
    at: int = Field(sa_type=Moment)
    kind: str
    body: str = Field(sa_type=Text)


class WritingRow(SQLModel, table=True):
    """What a student wrote in one event; may be deleted on its own."""

    __tablename__ = "writing"
    __table_args__ = ({"sqlite_with_rowid": False},)

    lesson: str = Field(primary_key=True)
    seq: int = Field(primary_key=True)
    text: str = Field(sa_type=Text)


class MeasuredRow(SQLModel, table=True):
    """A lesson whose evidence is kept, and by which version of its rules."""

    __tablename__ = "measured"

    lesson: str = Field(primary_key=True, foreign_key="lesson.code", ondelete="CASCADE")
    version: int


class ShownRow(SQLModel, table=True):
    """A question that a lesson asked: its skill, what it was for, the class's counts (`lesson/evidence.py`)."""

    __tablename__ = "shown"

    lesson: str = Field(primary_key=True, foreign_key="lesson.code", ondelete="CASCADE")
    question: str = Field(primary_key=True)
    place: int
    skill: str
    ask: str = Field(sa_type=Text)
    part: str
    options: int
    counted: int
    settled: int
    right: int


class ShowingRow(SQLModel, table=True):
    """How one student's answer to such a question stood at the end."""

    __tablename__ = "showing"

    lesson: str = Field(primary_key=True, foreign_key="lesson.code", ondelete="CASCADE")
    question: str = Field(primary_key=True)
    student: str = Field(primary_key=True, foreign_key="student.id", ondelete="CASCADE", index=True)
    showed: str
    sure: str = ""


class AttendedRow(SQLModel, table=True):
    """Was a student in a lesson, how often called, and whether the report on calls leaves them out."""

    __tablename__ = "attended"

    lesson: str = Field(primary_key=True, foreign_key="lesson.code", ondelete="CASCADE")
    student: str = Field(primary_key=True, foreign_key="student.id", ondelete="CASCADE", index=True)
    place: int
    here: bool
    calls: int
    outside: bool


class TogetherRow(SQLModel, table=True):
    """Two students who worked together at the stations of a lesson, and whether the first coached the second."""

    __tablename__ = "together"

    lesson: str = Field(primary_key=True, foreign_key="lesson.code", ondelete="CASCADE")
    one: str = Field(primary_key=True, foreign_key="student.id", ondelete="CASCADE", index=True)
    other: str = Field(primary_key=True, foreign_key="student.id", ondelete="CASCADE", index=True)
    coached: bool


class TemplateRow(SQLModel, table=True):
    """A lesson that a teacher keeps to teach again: its target and its parts, as JSON of `teaching.plan.Outline`.

    `owner` is the teacher's account; empty for those from before there were accounts.
    """

    __tablename__ = "template"

    id: str = Field(primary_key=True)
    name: str
    outline: str = Field(sa_type=Text)
    kept_at: int = Field(sa_type=Moment)
    active: bool = True
    owner: str = Field(default="", sa_column_kwargs={"server_default": ""})


class PracticeLinkRow(SQLModel, table=True):
    """A page to practise a skill on, in place of the one that the skill map gives for this site."""

    __tablename__ = "practice_link"

    skill: str = Field(primary_key=True)
    place: int = Field(primary_key=True)
    title: str
    url: str


class ProbeRow(SQLModel, table=True):
    """A row that is written and deleted again, to see whether the database can be written and can grow."""

    __tablename__ = "probe"

    id: int | None = Field(default=None, primary_key=True)
    fill: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class AuditRow(SQLModel, table=True):
    """What was deleted or taken out, and when: in words without a name, counts at most."""

    __tablename__ = "audit"

    id: int | None = Field(default=None, primary_key=True)
    at: int = Field(sa_type=Moment)
    what: str
    how_many: int


class UploadRow(SQLModel, table=True):
    """Class lists that were sent, as JSON of `rostering.roster.Roster`, until they are taken in or a day is over.

    `sender` is the account that sent them.
    """

    __tablename__ = "upload"

    id: str = Field(primary_key=True)
    at: int = Field(sa_type=Moment)
    roster: str = Field(sa_type=Text)
    sender: str = Field(default="", sa_column_kwargs={"server_default": ""})


class Secret(SQLModel, table=True):
    """A secret of this installation that outlives a restart."""

    __tablename__ = "secret"

    name: str = Field(primary_key=True)
    value: str
