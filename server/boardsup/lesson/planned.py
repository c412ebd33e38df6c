"""From a lesson plan of problems/lessons to the segments that a lesson runs through."""

from __future__ import annotations

from typing import assert_never

from boardsup.items import lesson_plan as plan
from boardsup.lesson.segments import Board, ColdCall, Diagnostic, Option, Segment, Warmup


def segments_of(lesson_plan: plan.LessonPlan) -> tuple[Segment, ...]:
    """The segments, in the plan's order."""
    return tuple(_segment(planned) for planned in lesson_plan.segments)


def _segment(planned: plan.PlannedSegment) -> Segment:
    match planned:
        case plan.Warmup():
            return Warmup(planned.id, planned.prompt, tuple(Option(o.label, o.text) for o in planned.options))
        case plan.Diagnostic():
            return Diagnostic(planned.id, tuple(planned.questions))
        case plan.Board():
            return Board(planned.id, planned.question)
        case plan.ColdCall():
            return ColdCall(planned.id, planned.prompt, planned.think_seconds)
        case _:
            assert_never(planned)
