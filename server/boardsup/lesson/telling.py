"""The story of a lesson from its log: what was asked, which flags stood, what was recommended and chosen, how it went.

The log is computed again first, so the story says only what the rules say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from boardsup.lesson.advising import family
from boardsup.lesson.events import (
    CallDrawn,
    CallEnded,
    CardDrawn,
    Event,
    FlagChanged,
    PlanMade,
    SegmentOpened,
)
from boardsup.lesson.evidence import count_at_end
from boardsup.lesson.regions.timeline import Timeline
from boardsup.lesson.replaying import Difference, Recorded, replay
from boardsup.lesson.segments import Board, Diagnostic, Exit, Quiz, Segment, awaited, name_of
from boardsup.lesson.state import Lesson
from boardsup.lesson.views.timeline import NO_TIMELINE, timeline_of
from boardsup.teaching.cards import Action

TOLD = (Board, Diagnostic, Exit, Quiz)
"""The segments whose questions have counts of the whole class."""

DID: dict[Action, str] = {
    "move_on": "Moved on",
    "nearly": "Showed one more step",
    "contrast": "Discussed both lines",
    "discuss": "Discussed",
    "reteach": "Retaught",
    "model": "Showed a whole example",
    "step_back": "Stepped back",
    "ask_again": "Asked again",
    "park": "Stopped for the day",
    "exit_now": "Went to the exit question",
}

WENT = {
    "right": "right",
    "with_help": "with help",
    "returned": "came back to it",
    "not_yet": "not yet",
    "pass": "passed",
    "none": "without a word",
}
"""How calls went; one that was skipped leaves no trace here either."""


@dataclass(frozen=True, slots=True)
class Told:
    """A question: its prompt, k right of N, its certain and leaning flags, the last card, what was chosen, how it went.

    `timeline` is how the answers to a board question came in. `went` is a sentence with the counts before and after, ""
    where nothing of the same skill was asked afterwards.
    """

    ask: str
    k: int
    N: int
    flags: tuple[FlagChanged, ...] = ()
    card: CardDrawn | None = None
    chosen: Action | None = None
    went: str = ""
    timeline: Timeline = NO_TIMELINE


@dataclass(frozen=True, slots=True)
class Chapter:
    """A segment in the order in which the class came to it: its name, the minute it began, its questions.

    `note` says what else there is to say of it: the plan's reason, how the calls went.
    """

    name: str
    minute: int
    questions: tuple[Told, ...]
    note: str = ""


@dataclass(slots=True)
class _Heard:
    """What the log says: the flags of each question, when each segment began, its plan, its calls and their ends."""

    flags: dict[str, list[FlagChanged]] = field(default_factory=dict)
    opened: dict[str, int] = field(default_factory=dict)
    plans: dict[str, str] = field(default_factory=dict)
    calls: dict[str, list[int]] = field(default_factory=dict)
    ends: dict[int, str] = field(default_factory=dict)

    def hear(self, event: Event) -> None:
        """Take in what an event says."""
        match event:
            case FlagChanged():
                self.flags.setdefault(event.question, []).append(event)
            case SegmentOpened():
                self.opened.setdefault(event.segment, event.at)
            case PlanMade():
                self.plans[event.segment] = event.plan.why
            case CallDrawn():
                self.calls.setdefault(event.segment, []).append(event.call)
            case CallEnded():
                self.ends[event.call] = event.outcome
            case _:
                pass

    def note(self, segment: str) -> str:
        """The plan's reason, or how the calls of a segment went."""
        ends = Counter(self.ends.get(call, "none") for call in self.calls.get(segment, ()))
        told = ", ".join(f"{ends[outcome]} {says}" for outcome, says in WENT.items() if ends[outcome])
        return self.plans.get(segment, "") or (f"Calls: {told}." if told else "")


def story(log: Sequence[Recorded]) -> tuple[Chapter, ...] | Difference:
    """The chapters of a lesson, or the first place where its log is not what the rules make of it."""
    again = replay(log)
    if isinstance(again, Difference):
        return again
    heard = _Heard()
    for entry in log:
        heard.hear(entry.event)
    order = [s for id in heard.opened if (s := again.lesson.segment_of(id)) is not None]
    return tuple(_chapter(again.lesson, segment, heard, order) for segment in order)


def _chapter(lesson: Lesson, segment: Segment, heard: _Heard, order: Sequence[Segment]) -> Chapter:
    minute = max(0, heard.opened[segment.id] - lesson.started_at) // 60_000
    asked = awaited(segment) if isinstance(segment, TOLD) else ()
    told = (_told(lesson, q.id, heard, order) for q in asked if q.id in lesson.asked and q.kind != "open")
    return Chapter(name_of(segment), minute, tuple(told), heard.note(segment.id))


def _told(lesson: Lesson, question: str, heard: _Heard, order: Sequence[Segment]) -> Told:
    asked = lesson.asked[question]
    count = count_at_end(lesson, asked)
    return Told(
        ask=asked.question.ask,
        k=count.k,
        N=count.N,
        flags=tuple(heard.flags.get(question, ())),
        card=lesson.cards.get(question),
        chosen=lesson.chosen.get(question),
        went=_went(lesson, question, order),
        timeline=timeline_of(lesson, asked) if isinstance(lesson.segment_of(asked.segment), Board) else NO_TIMELINE,
    )


def _went(lesson: Lesson, question: str, order: Sequence[Segment]) -> str:
    """What was done after a board question, and the counts of the next one of its family."""
    boards = [s.question.id for s in order if isinstance(s, Board) and s.question.id in lesson.asked]
    if question not in boards or question not in lesson.chosen:
        return ""
    later = boards[boards.index(question) + 1 :]
    after = next((id for id in later if family(lesson, id) == family(lesson, question)), None)
    if after is None:
        return ""
    first, then = count_at_end(lesson, lesson.asked[question]), count_at_end(lesson, lesson.asked[after])
    return f"{DID[lesson.chosen[question]]} at {first.k} of {first.N}, then {then.k} of {then.N}."
