"""The regions of a student's page, which is the join page as long as there is no seat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from boardsup.lesson.who import StudentId


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile of the roster on the join page: free, or held by a device, or asked for by this one."""

    student: StudentId
    name: str
    state: str  # free · taken · asked


@dataclass(frozen=True, slots=True)
class Me:
    """The head of the page: whose tile this is, if any, and the lesson's title.

    What a browser keeps of a hand-in or a draft belongs to the `seat`, so that it never goes out under another name.
    """

    region: ClassVar[str] = "me"
    code: str
    title: str
    name: str = ""
    beside: tuple[Tile, ...] = ()  # who shares this device
    seat: StudentId = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Tiles:
    """Tap your name."""

    region: ClassVar[str] = "task"
    code: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class DoorClosed:
    """Joining is closed, and this device has no seat."""

    region: ClassVar[str] = "task"
    code: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nothing to do just now."""

    region: ClassVar[str] = "task"
    code: str


@dataclass(frozen=True, slots=True)
class GetReady:
    """The teacher looks at the plan: get ready to move."""

    region: ClassVar[str] = "task"
    code: str


@dataclass(frozen=True, slots=True)
class OwnGroup:
    """Where to go, and with whom: a neutral label and first names. Without a label there is no group yet."""

    region: ClassVar[str] = "task"
    code: str
    label: str = ""
    mates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """Convince your neighbour; where two lines stand side by side, which one is right, and why?"""

    region: ClassVar[str] = "task"
    code: str
    ask: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paused:
    """Eyes up."""

    region: ClassVar[str] = "task"
    code: str


@dataclass(frozen=True, slots=True)
class Over:
    """The lesson has ended; of the last board and the exit, how many were right, once both are released."""

    region: ClassVar[str] = "task"
    code: str
    right: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One question of a set, as a numbered button: now, handed in (`done`; `final` if it cannot change), or `todo`."""

    question: str
    label: str
    state: str


@dataclass(frozen=True, slots=True)
class QuestionPanel:
    """A question to answer on the one big line. `closing` means the last call; `graded` is never true here."""

    region: ClassVar[str] = "task"
    code: str
    question: str
    ask: str
    keys: str  # which key row: number · equation · words (none, a passage)
    ungraded: bool
    closing: bool
    steps: tuple[Step, ...] = ()
    hint: str = ""
    picture: str = ""  # the id of a picture above the question
    asks_sure: bool = False  # an exit slip: how sure?
    optional: bool = False  # nothing is waited for here
    extra: bool = False  # the class has gone on, this student takes their time
    draws: bool = False  # there is a place to draw
    group: str = ""  # the neutral label of the group at the stations
    is_moving: bool = False  # groups change places
    coach: tuple[str, ...] = ()  # what a coach may ask
    choices: tuple[str, ...] = ()  # what there is to pick; none: one types
    sketch: str = ""  # what was drawn beside the latest hand-in, as lesson/sketches.py writes it


@dataclass(frozen=True, slots=True)
class Pick:
    """One option of a warm-up."""

    label: str
    ask: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class WarmupPanel:
    """Pick one and say why."""

    region: ClassVar[str] = "task"
    code: str
    question: str
    ask: str
    options: tuple[Pick, ...]
    closing: bool
    chosen: str = ""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """One question looked back on: what one handed in, and, once released, how it went in words about the work."""

    ask: str
    value: str = ""
    wrote: str = ""
    verdict: str = ""  # "" (not released or not marked) · right · right_form · not_yet · idk · none
    answer: str = ""  # the right answer, once released
    worked: tuple[str, ...] = ()  # the lines of the worked example, once released


@dataclass(frozen=True, slots=True)
class ReviewPanel:
    """The questions of a closed segment, and one's own answers. Results stand in it once they are released."""

    region: ClassVar[str] = "task"
    code: str
    results: tuple[Result, ...]
    released: bool


@dataclass(frozen=True, slots=True)
class Listening:
    """A cold call is under way: think."""

    region: ClassVar[str] = "task"
    code: str
    ask: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """How far one question of the present segment has got: the highest number heard."""

    question: str
    number: int


@dataclass(frozen=True, slots=True)
class Saved:
    """The student's own region: the acknowledgement. Its receipts empty the browser's outbox."""

    region: ClassVar[str] = "saved"
    receipts: tuple[Receipt, ...] = ()
    question: str = ""  # the one on the screen
    number: int = 0  # the highest number heard for it; the form sends one more
    state: str = ""  # "" (nothing yet) · saved · idk · unread · shared · hidden (saved, on a shared device)
    value: str = ""
    wrote: str = ""
    message: str = ""  # for unread: what could not be read; for shared: the choice
    last: str = ""  # "Question 1" when the set has moved on by itself
    tries: tuple[str, ...] = ()  # what the student wrote before, the newest last


@dataclass(frozen=True, slots=True)
class HeadsUp:
    """A cold call may come to this student; they say, privately, what they make of it. Empty when it does not.

    Without a heads-up it may hold an offer: to share one's thinking in this segment (`offer`: ask or given), or, after
    a pass, to write it for the teacher alone (`owes`).
    """

    region: ClassVar[str] = "heads-up"
    code: str
    heads_up: int = 0
    named: bool = False
    reply: str = ""  # ready · friend · pass
    again: bool = False  # a return after a pass: say it in your own words
    builds_on: bool = False  # a call-back: build on what was said
    can_pass: bool = True
    ask: str = ""  # of a return: the question that has been revealed, and its right line
    line: str = ""
    helpers: int = 0  # how many would help
    offer: str = ""
    segment: str = ""
    owes: bool = False
