"""The values that go over the API, by the names that other programs rely on. A field is added, never renamed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from boardsup.rostering.names import LONGEST_NAME, MOST_NAMES
from boardsup.rostering.sections import LONGEST_ID
from boardsup.web.api.pages import Page

Id = Annotated[str, Field(description="Stable: never another row's, never changed.")]
At = Annotated[str, Field(description="A moment, RFC 3339 in UTC.")]
ExternalId = Annotated[
    str, Field(max_length=LONGEST_ID, description="The id in your own lists; empty where none is known.")
]


class Klass(BaseModel):
    """A class."""

    id: Id
    external: ExternalId
    name: str
    students: int = Field(description="Students on its list.")
    made_at: At
    archived: bool = Field(description="Is it put away?")


class Classes(Page[Klass]):
    """A page of classes, the oldest first."""


class Student(BaseModel):
    """A student: a first name, and nothing else about a person."""

    id: Id
    external: ExternalId
    class_id: Id
    first_name: str = Field(description="As it stands on the tile.")
    on_list: bool = Field(description="False once the tile was taken off; the id and past results stay.")


class Students(Page[Student]):
    """A page of students, by id."""


class Listed(BaseModel):
    """A student of your list."""

    model_config = ConfigDict(extra="forbid")

    first_name: str = Field(min_length=1, max_length=LONGEST_NAME - 3)
    external: ExternalId = ""
    initial: str = Field(default="", max_length=1, description="Of the last name, to tell two alike apart.")


class Roster(BaseModel):
    """Your list of a class as a whole."""

    model_config = ConfigDict(extra="forbid")

    students: list[Listed] = Field(min_length=1, max_length=MOST_NAMES)
    others: Literal["stay", "off"] = Field(
        default="stay", description="What becomes of students of the class who are not in your list."
    )


class NamedRoster(Roster):
    """The same for a class that is made where there is none yet."""

    name: str = Field(min_length=1, max_length=60, description="Of a new class; one that is here keeps its name.")


class Taken(BaseModel):
    """What taking a list in has done. Sent once more, the same list does nothing."""

    class_id: Id
    added: int
    back: int = Field(description="Were off the list, and are on it again.")
    off: int = Field(description="Were on the list, and are off it now.")
    unchanged: int


class Change(BaseModel):
    """What is to change of a student; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    first_name: str | None = Field(default=None, min_length=1, max_length=LONGEST_NAME)
    external: ExternalId | None = None
    on_list: bool | None = None


class Lesson(BaseModel):
    """A lesson, running or over."""

    code: Id
    class_id: Id
    title: str
    started_at: At
    ended_at: At | None


class Lessons(Page[Lesson]):
    """A page of lessons, the oldest first."""


class Question(BaseModel):
    """A question of a lesson. Prompts hold mathematics between dollar signs."""

    id: str
    skill: str = Field(description="Of the skill map; empty for a question typed on the spot.")
    ask: str


class Part(BaseModel):
    """A part of a lesson."""

    id: str
    name: str = Field(description="Its word on the teacher's agenda.")
    opened: bool = Field(description="Was it before the class?")
    questions: list[Question]


class WholeLesson(Lesson):
    """A lesson with its parts, in order."""

    parts: list[Part]


class QuestionResult(BaseModel):
    """A question on a skill: `right` of `settled` of `counted` students."""

    question: str
    skill: str
    ask: str
    part: str = Field(description="check, catch_up, review, practice, board, exit, quiz or probe.")
    counted: int
    settled: int
    right: int


class Results(BaseModel):
    """What a lesson showed, in counts, in the order of the lesson."""

    lesson: Id
    questions: list[QuestionResult]


class Mark(BaseModel):
    """How one student's answer stood at the end."""

    question: str
    student: Id
    result: Literal["right", "not_yet", "idk"]
    sure: Literal["", "sure", "so_so", "not_sure"]
    wrote: str | None = Field(
        description="What was handed in; null without the scope writings:read, and once its time was over."
    )


class Marks(Page[Mark]):
    """A page of marks, by question and student. Of a student who was deleted there is nothing."""


class SkillGrowth(BaseModel):
    """How a class grew on a skill from the check to the quiz, in counts of students with both answers."""

    skill: str
    name: str
    both: int = Field(description="Students with an answer before and one in the quiz.")
    right_before: int
    right_after: int
    gained: int
    lost: int
    label: Literal["too_few", "already_there", "grew", "slipped", "not_clear"]
    says: str = Field(description="The same in words.")


class ClassGrowth(BaseModel):
    """Growth of a class in its newest quiz; without a quiz, `lesson` is null and there are no skills."""

    class_id: Id
    lesson: Id | None
    skills: list[SkillGrowth]
