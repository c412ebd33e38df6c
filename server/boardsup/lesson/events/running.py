"""What moves the lesson: segments, screens and flags."""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.lesson.lately import NOTHING, Lately
from boardsup.lesson.needs import Apart, Needs
from boardsup.lesson.segments import Segment
from boardsup.lesson.settings import AS_SHIPPED, ClassSettings
from boardsup.lesson.who import StudentId
from boardsup.teaching.flag import Kind, State
from boardsup.teaching.pick import Bag


@dataclass(frozen=True, slots=True)
class LessonStarted:
    """A lesson began, with all that it will ever need: plan, roster, seed, the class's bag, what each student needs.

    `minutes` is how long the lesson is to be, 0 where nobody keeps the time; `lately` what earlier lessons leave.
    `forgotten` students were deleted since, and have ids with which nothing was drawn.
    """

    code: str
    title: str
    seed: str
    roster: tuple[StudentId, ...]
    segments: tuple[Segment, ...]
    bag: Bag
    at: int
    needs: tuple[Needs, ...] = ()
    apart: tuple[Apart, ...] = ()
    minutes: int = 0
    settings: ClassSettings = AS_SHIPPED
    lately: Lately = NOTHING
    forgotten: int = 0


@dataclass(frozen=True, slots=True)
class SegmentOpened:
    """A segment began, and its questions opened for those present: the N of every count."""

    segment: str
    present: tuple[StudentId, ...]
    at: int


@dataclass(frozen=True, slots=True)
class SegmentRevisited:
    """A segment that was opened before is before the class again, as it was left."""

    segment: str


@dataclass(frozen=True, slots=True)
class CloseCalled:
    """The last call: drafts may still be handed in until this moment."""

    segment: str
    until: int


@dataclass(frozen=True, slots=True)
class SegmentClosed:
    """The questions of a segment closed; those away without an answer leave N."""

    segment: str
    away: tuple[StudentId, ...]
    at: int


@dataclass(frozen=True, slots=True)
class CloseUndone:
    """The close was taken back."""

    segment: str


@dataclass(frozen=True, slots=True)
class SegmentRevealed:
    """The answers were shown, in groups, and each student's own result to that student."""

    segment: str


@dataclass(frozen=True, slots=True)
class SegmentGivenBack:
    """Each student may see their own results of a closed diagnostic or quiz."""

    segment: str


@dataclass(frozen=True, slots=True)
class TextShown:
    """What one student wrote was shown on the wall, without a name."""

    question: str
    student: StudentId


@dataclass(frozen=True, slots=True)
class TextHidden:
    """It was taken off the wall."""

    question: str
    student: StudentId


@dataclass(frozen=True, slots=True)
class FlagChanged:
    """The flag of a question changed, with the counts that caused it: N counted, n settled, k right.

    Without a state there is no flag any more.
    """

    question: str
    state: State | None
    kind: Kind | None
    N: int
    n: int
    k: int


@dataclass(frozen=True, slots=True)
class EyesWentUp:
    """Every student's screen was paused."""


@dataclass(frozen=True, slots=True)
class EyesWentDown:
    """The pause ended."""


@dataclass(frozen=True, slots=True)
class DrawingStopped:
    """Nobody draws for now: boards have their line only."""


@dataclass(frozen=True, slots=True)
class DrawingAllowed:
    """Boards have a place to draw again."""


@dataclass(frozen=True, slots=True)
class WallBlanked:
    """The wall was cleared."""


@dataclass(frozen=True, slots=True)
class WallShown:
    """The wall was shown again."""


@dataclass(frozen=True, slots=True)
class LessonEnded:
    """The lesson ended."""

    at: int
