"""A segment once more: a board with its next twin, anything else as it was, under an id of its own."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from boardsup.items.item import Question
from boardsup.lesson.segments import Board, Diagnostic, Exit, Quiz, Segment, Stations


def again(segment: Segment, taken: Set[str]) -> Segment:
    """The segment under the first free id, its questions renamed, so that no answer is mistaken for an earlier one."""
    id = free_id(segment.id, taken)
    match segment:
        case Board():
            following = segment.twins[0] if segment.twins else segment.question
            question = replace(following, id=f"{id}.1")
            return replace(segment, id=id, question=question, twins=segment.twins[1:], cycle=segment.cycle + 1)
        case Diagnostic() | Exit():
            return replace(segment, id=id, questions=_renamed(segment.questions, id))
        case Quiz(_, questions, probe):
            old = [question.id for question in questions]
            renamed = _renamed(questions, id)
            return Quiz(id, renamed, renamed[old.index(probe)].id if probe in old else "")
        case Stations():
            sets = (
                replace(practice, questions=_renamed(practice.questions, f"{id}.{i}"))
                for i, practice in enumerate(segment.sets, start=1)
            )
            return replace(segment, id=id, sets=tuple(sets))
        case _:
            return replace(segment, id=id)


def _renamed(questions: tuple[Question, ...], id: str) -> tuple[Question, ...]:
    return tuple(replace(question, id=f"{id}.{i}") for i, question in enumerate(questions, start=1))


def free_id(id: str, taken: Set[str]) -> str:
    """The next name: board → board-2 → board-3 …, the first that is not taken."""
    stem, _, number = id.rpartition("-")
    base = stem if stem and number.isdecimal() else id
    return next(name for n in range(2, len(taken) + 3) if (name := f"{base}-{n}") not in taken)
