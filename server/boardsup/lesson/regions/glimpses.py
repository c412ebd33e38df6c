"""Regions that are not part of the lesson's state: they are shown once, never counted and never in the journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Notice:
    """One plain sentence for the person who asked. `settles` names the hand-in it is about, as question:number."""

    region: ClassVar[str] = "notice"
    text: str = ""
    settles: str = ""


@dataclass(frozen=True, slots=True)
class Echo:
    """How the text that is being typed is read: typeset from our own tree, or where it stops making sense."""

    region: ClassVar[str] = "echo"
    question: str = ""
    value: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """A predicted wrong answer, and what it would show."""

    value: str
    says: str


@dataclass(frozen=True, slots=True)
class SpotPreview:
    """How the question that is being typed is read, its answer, and the first wrong answers to expect; or why not."""

    region: ClassVar[str] = "spot-preview"
    ask: str = ""
    answer: str = ""
    expected: tuple[Expected, ...] = ()
    message: str = ""
    marked: bool = False  # an answer stands beside it, and it is the same


@dataclass(frozen=True, slots=True)
class Trouble:
    """Whether what is handed in can be saved just now; every screen shows it when it cannot."""

    region: ClassVar[str] = "trouble"
    saving: bool = True


Glimpse = Notice | Echo | SpotPreview | Trouble
