"""The regions of the teacher's console."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from boardsup.items.cards import WorkedLine
from boardsup.lesson.regions.student import Pick, Step
from boardsup.lesson.who import DeviceId, StudentId


@dataclass(frozen=True, slots=True)
class ConsoleHead:
    """The strip on top of the console."""

    region: ClassVar[str] = "console-head"
    code: str
    title: str
    here: int
    enrolled: int
    joining: bool
    eyes_up: bool
    blank: bool
    ended: bool


@dataclass(frozen=True, slots=True)
class SeatRequest:
    """A device that asks for a taken tile."""

    student: StudentId
    device: DeviceId
    name: str


@dataclass(frozen=True, slots=True)
class Requests:
    """Who waits at the door."""

    region: ClassVar[str] = "requests"
    code: str
    requests: tuple[SeatRequest, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """What is before the class, and the buttons that move it: `can` holds the commands that make sense now."""

    region: ClassVar[str] = "stage"
    code: str
    segment: str
    title: str  # "Board", "Diagnostic", …
    asks: tuple[str, ...]
    phase: str  # "" · answering · closing · closed · revealed · calling · showing (nothing is asked)
    can: tuple[str, ...]  # close · undo_close · reveal · give_back · next · next_line · call_next
    next: str = ""  # the id of the next segment
    next_title: str = ""
    lines: int = 0  # of a worked example, shown so far
    repeat: str = ""  # the board to ask again with new numbers
    undo: str = ""  # the word on the press that can be taken back
    options: tuple[Pick, ...] = ()  # what a warm-up lets one choose from; the two lines of a discussion
    calling: bool = False  # a call is under way
    worked: tuple[WorkedLine, ...] = ()  # of a worked example, every line, of which `lines` are on the wall


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of one question: right · working · not yet, of N; and the certain flag with its reason."""

    question: str
    label: str
    marked: bool
    counted: int  # N
    right: int
    not_yet: int
    idk: int
    check: int
    working: int
    away: int
    late: int
    shared: int  # handed in, for what is never marked
    flag: str = ""  # "" · move_on · stop
    kind: str = ""
    reason: str = ""
    ask: str = ""


@dataclass(frozen=True, slots=True)
class Tallies:
    """The counts of the segment, a line for each question."""

    region: ClassVar[str] = "tallies"
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """One student within an answer group on the console; the name is masked until held."""

    student: StudentId
    name: str
    wrote: str = ""
    shown: bool = False
    sketch: str = ""


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """Equal answers to one question, with who gave them."""

    kind: str  # right · not_yet · idk · check · open · choice
    value: str
    members: tuple[Member, ...]
    says: tuple[str, ...] = ()  # the misconceptions that give exactly this value
    ask: str = ""  # of a choice: what stands on the option
    willing: int = 0  # how many of them can be called on just now


@dataclass(frozen=True, slots=True)
class Sheet:
    """The answer groups of one question."""

    question: str
    ask: str
    label: str
    groups: tuple[AnswerGroup, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers grouped by value, per question."""

    region: ClassVar[str] = "answers"
    code: str
    sheets: tuple[Sheet, ...]
    can_show: bool  # after the reveal


@dataclass(frozen=True, slots=True)
class Square:
    """One student in the grid of the class."""

    student: StudentId
    name: str
    state: str  # absent · here · working · in · check · away · late · paper · excused
    done: int = 0  # of a set: how many are handed in
    signs: tuple[str, ...] = ()  # paper · shared · excused · extra · never · warm · rest: icons, not words


@dataclass(frozen=True, slots=True)
class Grid:
    """The class at a glance."""

    region: ClassVar[str] = "grid"
    squares: tuple[Square, ...]
    of: int = 0  # the size of the set
    questions: tuple[Step, ...] = ()  # what can be marked by hand just now


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the agenda."""

    segment: str
    title: str
    ask: str
    state: str  # now · done · ahead
    place: int = 0  # counted from 0
    can: tuple[str, ...] = ()  # earlier · later · out · again


@dataclass(frozen=True, slots=True)
class Agenda:
    """The segments, each one press away."""

    region: ClassVar[str] = "agenda"
    code: str
    entries: tuple[Entry, ...]
    ended: bool
