"""The values of the item bank. Numbers are exact, as text: 3, -7/2."""

from __future__ import annotations

from pydantic import BaseModel, Field

from boardsup.web.api.pages import Page


class Parameter(BaseModel):
    """A number that is drawn for each twin, and all that it may be."""

    name: str
    values: list[str]


class ItemForm(BaseModel):
    """A form of question on a skill, of which every seed makes a twin."""

    id: str = Field(description="SKILL.SHAPE; stable.")
    skill: str
    skill_name: str
    standards: list[str] = Field(description="Common Core.")
    kind: str = Field(description="How an answer is marked.")
    ask: str = Field(description="The prompt, with holes in braces and mathematics between dollar signs.")
    parameters: list[Parameter]
    variables: list[str] = Field(description="Letters that an answer may hold.")
    choices: list[str] = Field(description="What there is to pick; empty where one types.")
    misconceptions: list[str] = Field(description="Mistaken procedures that are told by exactly their answer.")


class Items(Page[ItemForm]):
    """A page of the bank, by id."""


class Predicted(BaseModel):
    """A wrong answer that names the procedure behind it. For teachers alone."""

    value: str
    misconceptions: list[str]
    says: str


class Drawn(BaseModel):
    """A number of a twin."""

    name: str
    value: str


class Twin(BaseModel):
    """A question with its numbers. The same seed always makes the same one."""

    item: str
    seed: str
    numbers: list[Drawn]
    ask: str
    answer: str
    choices: list[str]
    hints: list[str]
    predicted: list[Predicted]
