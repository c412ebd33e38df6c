"""The regions of the wall: what the whole class looks at. No names but a called student's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from boardsup.items.cards import WorkedLine
from boardsup.lesson.regions.student import Pick


@dataclass(frozen=True, slots=True)
class WallHead:
    """The strip on top of the wall: the code while joining is open, and how many are here."""

    region: ClassVar[str] = "wall-head"
    code: str
    joining: bool
    here: int
    blank: bool


@dataclass(frozen=True, slots=True)
class JoinScene:
    """Code and QR, large, and how many are still to come."""

    region: ClassVar[str] = "scene"
    code: str
    here: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True)
class BlankScene:
    """Nothing."""

    region: ClassVar[str] = "scene"


@dataclass(frozen=True, slots=True)
class QuestionScene:
    """A question, or for a set its invitation, before anything is revealed."""

    region: ClassVar[str] = "scene"
    ask: str
    options: tuple[Pick, ...] = ()
    choices: tuple[str, ...] = ()  # what there is to pick, of a question that is marked
    ungraded: bool = False
    closed: bool = False
    count: int = 1  # how many questions the set has
    title: str = ""  # "Exit", "Quiz", … : what a set without a prompt is called
    picture: str = ""


@dataclass(frozen=True, slots=True)
class TalkScene:
    """Convince your neighbour: a prompt, and two lines side by side where there are two; no counts, no names."""

    region: ClassVar[str] = "scene"
    ask: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelScene:
    """A worked example, as far as it is shown, and a question slipped into it: first to think, then with a name."""

    region: ClassVar[str] = "scene"
    title: str
    lines: tuple[WorkedLine, ...]
    picture: str = ""
    thinking: bool = False
    name: str = ""
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """A group on the wall: its neutral label, and first names in the order of the alphabet."""

    label: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupsScene:
    """Who goes where. No level, no score, no order that says anything."""

    region: ClassVar[str] = "scene"
    groups: tuple[NamedGroup, ...]
    round: int = 0  # 0: no rounds
    of: int = 0
    until: int = 0  # when the round, or the minute to move, is over, in ms since 1970
    is_moving: bool = False


@dataclass(frozen=True, slots=True)
class ReadyScene:
    """Get ready to move."""

    region: ClassVar[str] = "scene"


@dataclass(frozen=True, slots=True)
class ShownBoard:
    """One student's board that the teacher chose to show, without a name: the text, the drawing, or both."""

    text: str
    sketch: str = ""
    is_math: bool = False  # the text was read as mathematics


@dataclass(frozen=True, slots=True)
class Group:
    """Equal answers, without names; `kind` is value, choice, idk or other (groups under 3, merged)."""

    value: str
    count: int
    kind: str
    right: bool = False
    ask: str = ""  # of a choice: what stands on the option
    reasons: tuple[ShownBoard, ...] = ()  # of a warm-up: what the teacher chose to show of those who picked it


@dataclass(frozen=True, slots=True)
class Answered:
    """A revealed question with its answers in groups, and what the teacher chose to show of open ones."""

    ask: str
    groups: tuple[Group, ...]
    boards: tuple[ShownBoard, ...] = ()


@dataclass(frozen=True, slots=True)
class RevealScene:
    """The answers of a segment, in groups, after the reveal."""

    region: ClassVar[str] = "scene"
    questions: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class BoardsScene:
    """Boards that the teacher chose, side by side in the order of the choice, without names."""

    region: ClassVar[str] = "scene"
    ask: str
    boards: tuple[ShownBoard, ...]


@dataclass(frozen=True, slots=True)
class CallScene:
    """The prompt of a cold call, and the name after the think time; then the answer stands for a moment (`pausing`)."""

    region: ClassVar[str] = "scene"
    ask: str
    thinking: bool
    name: str = ""
    prompt: str = ""  # "" · first_step
    pausing: bool = False


@dataclass(frozen=True, slots=True)
class Learned:
    """A question that the class has seen answered, and its answer."""

    ask: str
    answer: str


@dataclass(frozen=True, slots=True)
class EndScene:
    """The lesson is over: what it was about, and what was asked last. No counts."""

    region: ClassVar[str] = "scene"
    title: str = ""
    learned: tuple[Learned, ...] = ()


@dataclass(frozen=True, slots=True)
class WallCount:
    """How many have handed in ("22 of 30"), and nothing else. Empty when nothing is asked."""

    region: ClassVar[str] = "wall-count"
    handed_in: int = 0
    counted: int = 0
    asking: bool = False
