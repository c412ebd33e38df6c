"""The boards of the whole class beside one another, on the console while the teacher has them open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from boardsup.lesson.who import StudentId


@dataclass(frozen=True, slots=True)
class Board:
    """One student's board. `kind` is that of an answer group, or "" before anything is handed in."""

    student: StudentId
    name: str
    question: str
    kind: str = ""
    wrote: str = ""
    value: str = ""
    sketch: str = ""
    at: int = 0  # when it was handed in, in ms since 1970; 0 before
    says: tuple[str, ...] = ()
    shown: int = 0  # its place among those on the wall, from 1; 0: not there
    tries: tuple[str, ...] = ()  # what stood there before, the newest last


@dataclass(frozen=True, slots=True)
class Boards:
    """Every board, in the roster's order; nothing at all while they are shut."""

    region: ClassVar[str] = "boards"
    code: str = ""
    ask: str = ""
    boards: tuple[Board, ...] = ()
    can_show: bool = False
    is_open: bool = False
    drawing: bool = True  # boards have a place to draw
