"""How the answers to a question came in: for the console while they do, and for the lesson's story."""

from __future__ import annotations

from collections.abc import Iterator

from boardsup.lesson.flags import options_of
from boardsup.lesson.regions.timeline import Arrival, FlagMoment, Timeline
from boardsup.lesson.segments import Board
from boardsup.lesson.state import Answer, Asked, Flag, Lesson
from boardsup.teaching.counting import STANDS_AFTER_SECONDS
from boardsup.teaching.flag import thresholds

MOST_POINTS = 60
"""Points that are drawn; of a larger class every second arrival, or every third, and always the last."""

SECOND_MS = 1_000

NO_TIMELINE = Timeline()


def timeline(lesson: Lesson) -> Timeline:
    """The arrivals at the board question before the class; empty for anything else."""
    segment = lesson.segment
    if not isinstance(segment, Board) or segment.question.id not in lesson.asked or segment.question.kind == "open":
        return NO_TIMELINE
    return timeline_of(lesson, lesson.asked[segment.question.id])


def timeline_of(lesson: Lesson, asked: Asked) -> Timeline:
    """The arrivals at this question, of those who count."""
    opened = lesson.courses[asked.segment].opened_at
    came = sorted((a for s, a in asked.answers.items() if asked.counts(s) and a.readable), key=lambda a: a.at)
    arrivals, right = [], 0
    for number, answer in enumerate(came, start=1):
        right += answer.is_settled and answer.is_right
        arrivals.append(Arrival(max(0, answer.at - opened) // SECOND_MS, number, right))
    step = -(-len(arrivals) // MOST_POINTS) or 1
    kept = arrivals[::-1][::step][::-1]
    flags = tuple(_moment(came, opened, flag.state, flag.n, flag.k) for flag in _changes(asked.flags))
    seconds = max((*(one.second for one in arrivals[-1:]), *(one.second for one in flags)), default=0)
    N = asked.N
    needed = thresholds(N, lesson.settings.flags, options=options_of(asked.question)).T if N else 0
    return Timeline(asked.question.id, N, needed, seconds, tuple(kept), flags)


def _changes(flags: tuple[Flag, ...]) -> Iterator[Flag]:
    """Each time that the sign became another one; other counts under the same sign are no moment of their own."""
    before = ""
    for flag in flags:
        if flag.state != before:
            yield flag
        before = flag.state


def _moment(came: list[Answer], opened: int, state: str, n: int, k: int) -> FlagMoment:
    """A flag is said once the answers that it rests on have stood."""
    settled = [answer.at for answer in came if answer.is_settled]
    at = settled[min(n, len(settled)) - 1] if settled and n else opened
    return FlagMoment(max(0, at - opened) // SECOND_MS + STANDS_AFTER_SECONDS, state, n, k)
