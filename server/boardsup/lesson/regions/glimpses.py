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
class Trouble:
    """Whether what is handed in can be saved just now; every screen shows it when it cannot."""

    region: ClassVar[str] = "trouble"
    saving: bool = True


Glimpse = Notice | Echo | Trouble
