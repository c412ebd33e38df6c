"""Answers in groups: equal values together, whoever gave them and however they were written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from boardsup.lesson.segments import picks_a_card
from boardsup.lesson.state import Answer, Asked
from boardsup.lesson.who import StudentId


@dataclass(frozen=True, slots=True)
class Cluster:
    """Equal answers: right · not_yet · idk · check · open · choice, the value they share, and who gave them."""

    kind: str
    value: str
    students: tuple[StudentId, ...]
    misconceptions: tuple[str, ...] = ()


ORDER = ("right", "choice", "open", "not_yet", "check", "idk")
"""Kinds in the order in which they are listed; within one, the larger group first."""


def clusters(asked: Asked, students: Iterable[StudentId]) -> tuple[Cluster, ...]:
    """The present answers of these students, grouped."""
    found: defaultdict[tuple[str, str, tuple[str, ...]], list[StudentId]] = defaultdict(list)
    for student in students:
        answer = asked.answers.get(student)
        if answer is not None:
            found[_group(asked, answer)].append(student)
    groups = (Cluster(kind, value, tuple(who), ids) for (kind, value, ids), who in found.items())
    return tuple(sorted(groups, key=lambda g: (ORDER.index(g.kind), -len(g.students), g.value)))


def _group(asked: Asked, answer: Answer) -> tuple[str, str, tuple[str, ...]]:
    if picks_a_card(asked.question):
        return "choice", answer.value, ()
    match answer.outcome:
        case "correct" | "equivalent_not_simplified":
            return "right", answer.value or asked.question.answer, ()
        case "incorrect":
            return "not_yet", answer.value, answer.misconceptions
        case "idk":
            return "idk", "", ()
        case "check":
            return "check", "", ()
        case "collected":
            return "open", answer.value, ()
        case _:
            assert_never(answer.outcome)
