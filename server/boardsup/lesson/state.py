"""What a lesson is at one moment: a value, and the parts it is made of.

Maps are persistent (`immutables.Map`), so that an answer costs the same in a class of 30 and a hall of 1,000.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from immutables import Map

from boardsup.items.item import Question
from boardsup.lesson.answers import Answer as Answer
from boardsup.lesson.calls import Call, InLine, PastCall, Written
from boardsup.lesson.events import CardDrawn
from boardsup.lesson.lately import NOTHING, Lately
from boardsup.lesson.needs import Apart, Needs
from boardsup.lesson.seats import Seat as Seat
from boardsup.lesson.seats import SeatAsk as SeatAsk
from boardsup.lesson.segments import Segment
from boardsup.lesson.settings import AS_SHIPPED, ClassSettings
from boardsup.lesson.who import DeviceId, StudentId
from boardsup.teaching.cards import Action
from boardsup.teaching.cold_calls import Heard
from boardsup.teaching.flag import Kind, State
from boardsup.teaching.group import Pin, Plan
from boardsup.teaching.limits import SoFar
from boardsup.teaching.pick import EMPTY_BAG, Bag


class Phase(StrEnum):
    """Where a segment stands."""

    ANSWERING = "answering"
    CLOSING = "closing"
    CLOSED = "closed"
    REVEALED = "revealed"


@dataclass(frozen=True, slots=True)
class Flag:
    """A certain flag and the counts that caused it."""

    state: State
    kind: Kind | None
    N: int
    n: int
    k: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question before the class: who counts, what they answered, and what stands for at least 3 s.

    `n` and `k` count the settled and the right answers among those that have stood, of students in N. `away` are those
    without an answer whose seat was away at the close, `excused` those whom the teacher left out, and `extra` those who
    may still hand in although it is closed. `taken_back` says that a certain flag stood here and is gone, because an
    answer was changed; `flags` are all that stood here, in order; `recent` are n and k after the last two arrivals, for
    the leaning flags.
    """

    question: Question
    segment: str
    present: frozenset[StudentId]
    away: frozenset[StudentId] = frozenset()
    answers: Map[StudentId, Answer] = field(default_factory=Map)
    n: int = 0
    k: int = 0
    recent: tuple[tuple[int, int], ...] = ()
    flag: Flag | None = None
    flags: tuple[Flag, ...] = ()
    taken_back: bool = False
    shown: tuple[StudentId, ...] = ()
    excused: frozenset[StudentId] = frozenset()
    extra: frozenset[StudentId] = frozenset()

    @property
    def counted(self) -> frozenset[StudentId]:
        """The students of N."""
        gone = self.away | self.excused | self.extra
        return self.present - gone if gone else self.present

    @property
    def N(self) -> int:
        """How many count."""
        return len(self.counted) if self.away or self.excused or self.extra else len(self.present)

    def counts(self, student: StudentId) -> bool:
        """Is this student one of N?"""
        return student in self.present and not (
            student in self.away or student in self.excused or student in self.extra
        )


@dataclass(frozen=True, slots=True)
class Course:
    """How far an opened segment has come; its last call ends at `until`; `lines` of an example are shown."""

    phase: Phase
    opened_at: int
    until: int = 0
    given_back: bool = False
    closed_at: int = 0
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Own:
    """What a press about one student changed, as it was: their answer, whether they were excused, their seat."""

    student: StudentId
    question: str = ""
    answer: Answer | None = None
    excused: bool = False
    seat: Seat | None = None
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """A round at the stations, or the minute to move after it; `until` in ms since 1970."""

    segment: str
    number: int
    of: int
    until: int
    is_moving: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """What the last press changed, as it was: enough to take it back without losing what was handed in since."""

    what: str
    segments: tuple[Segment, ...]
    now: str
    courses: Map[str, Course]
    eyes_up: bool
    blank: bool
    joining: bool
    bag: Bag
    call: Call | None
    past_calls: tuple[PastCall, ...]
    pins: Map[StudentId, Pin]
    groups_shown: bool
    line: tuple[InLine, ...]
    heads_ups: bool
    resting: frozenset[StudentId]
    heard: tuple[Heard, ...]
    pausing: int
    drawing: bool
    chosen: Map[str, Action]
    so_far: Map[str, SoFar]
    round: Round | None
    hands: Map[str, int]
    lowered: Map[str, int]
    own: Own | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson at one moment: `reduce(apply, events, Lesson())`."""

    code: str = ""
    title: str = ""
    seed: str = ""
    started_at: int = 0
    ended: bool = False
    roster: tuple[StudentId, ...] = ()
    joining: bool = True
    drawing: bool = True
    seats: Map[StudentId, Seat] = field(default_factory=Map)
    devices: Map[DeviceId, StudentId] = field(default_factory=Map)
    shared: frozenset[DeviceId] = frozenset()
    extra: Map[StudentId, int] = field(default_factory=Map)
    needs: Map[StudentId, Needs] = field(default_factory=Map)
    languages: Map[StudentId, str] = field(default_factory=Map)
    apart: tuple[Apart, ...] = ()
    asks: tuple[SeatAsk, ...] = ()
    segments: tuple[Segment, ...] = ()
    now: str = ""
    courses: Map[str, Course] = field(default_factory=Map)
    asked: Map[str, Asked] = field(default_factory=Map)
    turns: Map[StudentId, str] = field(default_factory=Map)
    eyes_up: bool = False
    blank: bool = False
    bag: Bag = EMPTY_BAG
    call: Call | None = None
    past_calls: tuple[PastCall, ...] = ()
    line: tuple[InLine, ...] = ()
    heads_ups: bool = True
    heads_ups_given: int = 0
    resting: frozenset[StudentId] = frozenset()
    willing: frozenset[tuple[StudentId, str]] = frozenset()
    written: tuple[Written, ...] = ()
    heard: tuple[Heard, ...] = ()
    pausing: int = 0
    before: Before | None = None
    minutes: int = 0
    settings: ClassSettings = AS_SHIPPED
    lately: Lately = NOTHING
    cards: Map[str, CardDrawn] = field(default_factory=Map)
    chosen: Map[str, Action] = field(default_factory=Map)
    so_far: Map[str, SoFar] = field(default_factory=Map)
    plan: Plan | None = None
    pins: Map[StudentId, Pin] = field(default_factory=Map)
    groups_shown: bool = False
    round: Round | None = None
    hands: Map[str, int] = field(default_factory=Map)
    lowered: Map[str, int] = field(default_factory=Map)

    @property
    def segment(self) -> Segment | None:
        """The segment that is before the class, if any."""
        return self.segment_of(self.now)

    def segment_of(self, id: str) -> Segment | None:
        """The segment of this id, if it is on the agenda."""
        for segment in self.segments:
            if segment.id == id:
                return segment
        return None

    @property
    def course(self) -> Course | None:
        """How far that segment has come."""
        return self.courses.get(self.now)
