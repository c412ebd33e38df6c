"""The answers on the console: grouped by value, with the misconception that gives exactly that value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from boardsup.lesson.calling import kindly
from boardsup.lesson.regions import AnswerGroup, Member, Sheet
from boardsup.lesson.segments import PRIVATE, Segment, Warmup
from boardsup.lesson.state import Asked, Lesson, Phase
from boardsup.lesson.views.groups import Cluster, clusters
from boardsup.lesson.who import StudentId
from boardsup.teaching.purpose import SMALLEST_GROUP


def sheets(
    lesson: Lesson, names: Mapping[StudentId, str], labelled: tuple[tuple[str, Asked], ...]
) -> tuple[Sheet, ...]:
    """One sheet a question of the segment before the class."""
    options = _options(lesson.segment)
    return tuple(
        Sheet(
            question=asked.question.id,
            ask=asked.question.ask,
            label=label,
            groups=tuple(
                replace(_group(asked, cluster, names, options), willing=_willing(lesson, asked, cluster))
                for cluster in clusters(asked, _answered(lesson, asked))
            ),
        )
        for label, asked in labelled
    )


def _willing(lesson: Lesson, asked: Asked, cluster: Cluster) -> int:
    """How many can be called on out of this group; none while it is open, or too small."""
    course = lesson.courses[asked.segment]
    is_over = course.phase in (Phase.CLOSED, Phase.REVEALED) and not isinstance(lesson.segment, PRIVATE)
    if not is_over or cluster.kind not in ("right", "not_yet") or len(cluster.students) < SMALLEST_GROUP:
        return 0
    return len(kindly(lesson, asked.question.id, cluster.students))


def _options(segment: Segment | None) -> dict[str, str]:
    """What stands on the options of a warm-up, by their letters."""
    return {option.label: option.ask for option in segment.options} if isinstance(segment, Warmup) else {}


def _answered(lesson: Lesson, asked: Asked) -> Iterator[StudentId]:
    """Who has handed something in, in the roster's order, whatever order a map has."""
    return (student for student in lesson.roster if student in asked.answers)


def _group(asked: Asked, cluster: Cluster, names: Mapping[StudentId, str], options: Mapping[str, str]) -> AnswerGroup:
    members = tuple(_member(asked, student, names) for student in cluster.students)
    ask = options.get(cluster.value, "") if cluster.kind == "choice" else ""
    return AnswerGroup(cluster.kind, cluster.value, members, says(asked, cluster), ask)


def _member(asked: Asked, student: StudentId, names: Mapping[StudentId, str]) -> Member:
    answer = asked.answers[student]
    wrote = answer.unread if answer.unread is not None and not answer.readable else answer.wrote
    return Member(student, names.get(student, ""), wrote or "", student in asked.shown, answer.sketch)


def says(asked: Asked, cluster: Cluster) -> tuple[str, ...]:
    """In words for the teacher; where two procedures agree, both."""
    if not cluster.misconceptions:
        return ()
    ids = set(cluster.misconceptions)
    return tuple(dict.fromkeys(p.says for p in asked.question.predictions if ids & set(p.ids)))
