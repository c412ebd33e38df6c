"""What the class sees after the reveal: equal answers together, boards that the teacher chose, and at the end what it
has learned. No name, no score, and no group so small that somebody could be picked out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boardsup.lesson.regions import Answered, BoardsScene, EndScene, Group, Learned, RevealScene, ShownBoard
from boardsup.lesson.segments import Board, Notice, Segment, Warmup, questions_of
from boardsup.lesson.state import Answer, Asked, Lesson, Phase
from boardsup.lesson.views.groups import Cluster, clusters

SMALLEST_GROUP = 3
"""Groups with fewer answers are merged on the wall, so that nobody can be picked out (decision-rules.md 3.9)."""

_WORD = re.compile(r"[^\W\d_]{2}")

LEARNED = 2
"""Questions that the last scene brings back to mind."""


def revealed(lesson: Lesson, segment: Segment) -> RevealScene | BoardsScene:
    """The groups; or, as long as some are chosen, boards side by side. Reasons stand with the option they speak of."""
    asked = tuple(lesson.asked[question.id] for question in questions_of(segment))
    if not isinstance(segment, Warmup | Notice):
        chosen = [one for one in asked if one.shown]
        if chosen:
            ask = chosen[0].question.ask if len(chosen) == 1 else ""
            return BoardsScene(ask, tuple(board for one in chosen for board in _boards(one)))
    return RevealScene(tuple(_answered(one, segment) for one in asked))


def the_end(lesson: Lesson) -> EndScene:
    """What was taught, and the last questions of it that the class has seen answered."""
    seen = [
        segment.question
        for segment in lesson.segments
        if isinstance(segment, Board)
        and segment.question.answer
        and segment.id in lesson.courses
        and lesson.courses[segment.id].phase is Phase.REVEALED
    ]
    return EndScene(lesson.title, tuple(Learned(one.ask, one.answer) for one in seen[-LEARNED:]))


def _answered(asked: Asked, segment: Segment) -> Answered:
    """The groups, with what is too small to stand alone merged; texts only where the teacher chose them.

    "I don't know yet", what could not be read and what is never marked make no group here. Of a warm-up the options
    stand in their own order: none is better than another.
    """
    ask = asked.question.ask
    found = [c for c in clusters(asked, asked.answers) if c.kind in ("right", "not_yet", "choice")]
    large = [c for c in found if len(c.students) >= SMALLEST_GROUP]
    if not isinstance(segment, Warmup):
        groups = [Group(c.value, len(c.students), _kind(c), c.kind == "right") for c in large]
        return Answered(ask, (*groups, *_others(found, large, ())), tuple(_boards(asked)))
    options = {option.label: option.ask for option in segment.options}
    large.sort(key=lambda c: c.value)
    groups = [Group(c.value, len(c.students), "choice", False, options.get(c.value, ""), _of(asked, c)) for c in large]
    reasons = tuple(board for c in found if c not in large for board in _of(asked, c))
    return Answered(ask, (*groups, *_others(found, large, reasons)))


def _others(found: list[Cluster], large: list[Cluster], reasons: tuple[ShownBoard, ...]) -> tuple[Group, ...]:
    others = sum(len(c.students) for c in found if c not in large)
    count = others if others >= SMALLEST_GROUP else 0
    return (Group("", count, "other", reasons=reasons),) if others else ()


def _of(asked: Asked, cluster: Cluster) -> tuple[ShownBoard, ...]:
    """What was chosen of those who are in this group, in the order of the choice."""
    return tuple(_shown(asked.answers[s]) for s in asked.shown if s in cluster.students)


def _boards(asked: Asked) -> Iterator[ShownBoard]:
    return (_shown(asked.answers[s]) for s in asked.shown if s in asked.answers)


def _shown(answer: Answer) -> ShownBoard:
    """What stands on a board; typeset where it is mathematics, and as it is where it has a word in it."""
    text = answer.wrote or answer.unread or ""
    is_math = bool(answer.wrote) and answer.outcome != "collected" and not _WORD.search(text)
    return ShownBoard(text, answer.sketch, is_math)


def _kind(cluster: Cluster) -> str:
    return "choice" if cluster.kind == "choice" else "value"
