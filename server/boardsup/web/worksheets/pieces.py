"""What lies on paper, as plain values that travel to the press as JSON: sheets, keys, coach cards, lists and cards.

client/paper/paper.typ is the only place where one becomes a page. A text is never markup there; mathematics is what
our own printer made of a tree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from boardsup.lesson.languages import Language


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line: words as `text`, or mathematics with how it is said aloud.

    `language` is that of the words where it is another one than the page's.
    """

    text: str = ""
    language: str = ""
    math: str = ""
    said: str = ""


Line = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of ours, and in words what there is to see."""

    svg: str
    alt: str
    width: Literal["code", "half"] = "half"


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: what is asked, what there is to pick, and in a key the answer."""

    ask: Line
    choices: tuple[Line, ...] = ()
    answer: Line = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example in lines, each with what was done, and a picture of it."""

    title: str
    lines: tuple[tuple[Line, Line], ...]
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One student's or one group's page: the title, who it is for, the questions with room to work.

    `foot` stands at the foot of each of its pages, `version` beside the code; `name` is "" where one writes it.
    """

    language: Language
    title: Line
    name_word: str
    name: str
    foot: str
    page_word: str
    questions: tuple[Ask, ...]
    note: str = ""
    version: str = ""
    code: Picture | None = None
    example: Example | None = None
    kind: Literal["sheet"] = "sheet"


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of one version, and who has it."""

    title: str
    who: str
    rows: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """Every version's answers, for the teacher."""

    language: Language
    title: Line
    foot: str
    page_word: str
    answers: tuple[Answers, ...]
    kind: Literal["key"] = "key"


@dataclass(frozen=True, slots=True)
class Coach:
    """What a coach may ask, on a card of its own."""

    language: Language
    title: str
    who: str
    foot: str
    page_word: str
    lines: tuple[Line, ...]
    kind: Literal["coach"] = "coach"


@dataclass(frozen=True, slots=True)
class Roster:
    """A list of names with empty columns to mark by hand."""

    language: Language
    title: str
    foot: str
    page_word: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: Literal["roster"] = "roster"


@dataclass(frozen=True, slots=True)
class Cards:
    """A page of large letters or digits to cut and hold up."""

    language: Language
    title: str
    columns: int
    faces: tuple[str, ...]
    kind: Literal["cards"] = "cards"


Piece = Sheet | Key | Coach | Roster | Cards


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything that is printed at once. `is_large` is for eyes that need large print."""

    title: str
    language: Language
    pieces: tuple[Piece, ...]
    is_large: bool = False
