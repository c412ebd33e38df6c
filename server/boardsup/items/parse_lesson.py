"""From the text of a lesson file to a `LessonPlan`, or to the one thing that its author should mend first.

The format is documented for teachers in problems/README.md.
"""

from __future__ import annotations

from dataclasses import replace

from boardsup.items.fields import Fields
from boardsup.items.item import Prediction, Question
from boardsup.items.lesson_plan import Board, ColdCall, Diagnostic, LessonPlan, Option, PlannedSegment, Warmup
from boardsup.items.parse_shape import kind_of_answer
from boardsup.items.sheet import sheet

MOST_QUESTIONS = 3
"""Questions of a diagnostic: the source text asks at most three."""

LETTERS = "ABCDEF"
THINK_SECONDS = 10
LEAST_THINKING, MOST_THINKING = 3, 120
"""Seconds: students need at least three to think (decision-rules.md 3.6)."""


def parse_lesson(text: str, *, file: str) -> LessonPlan:
    """The plan that a lesson file states; raises `Unusable`."""
    fields = Fields(sheet(text, file=file), file=file, inside="the file")
    plan = LessonPlan(
        id=fields.identity("lesson"),
        title=fields.text("title"),
        segments=fields.each("segments", _segment, is_needed=True),
    )
    fields.done()
    ids = [segment.id for segment in plan.segments]
    for id in ids:
        if ids.count(id) > 1:
            fields.stop(fields.line, f"two segments are called “{id}”", "give each its own name")
    return plan


def _segment(fields: Fields) -> PlannedSegment:
    id = fields.identity("id")
    line, kind = fields.line_and_text("segment")
    match kind:
        case "warm-up":
            return Warmup(id, fields.text("prompt"), _options(fields))
        case "diagnostic":
            return _diagnostic(fields, id)
        case "board":
            return Board(id, _question(fields, f"{id}.1"))
        case "cold call":
            return ColdCall(id, fields.text("prompt"), _seconds(fields))
        case _:
            return fields.stop(line, f"no segment is a “{kind}”", "write warm-up, diagnostic, board or cold call")


def _options(fields: Fields) -> tuple[Option, ...]:
    texts = fields.words("options", is_needed=True)
    if not 2 <= len(texts) <= len(LETTERS):
        fields.stop(fields.line, f"there are {len(texts)} options", f"write two to {len(LETTERS)}")
    return tuple(Option(letter, text) for letter, text in zip(LETTERS, texts, strict=False))


def _diagnostic(fields: Fields, id: str) -> Diagnostic:
    questions = fields.each("questions", lambda inner: _question(inner, ""), is_needed=True)
    if not 1 <= len(questions) <= MOST_QUESTIONS:
        fields.stop(fields.line, f"there are {len(questions)} questions", f"ask at most {MOST_QUESTIONS}")
    return Diagnostic(id, tuple(_numbered(q, f"{id}.{i}") for i, q in enumerate(questions, start=1)))


def _question(fields: Fields, id: str) -> Question:
    return Question(
        id=id,
        ask=fields.text("ask"),
        kind=kind_of_answer(fields),
        answer=fields.text("answer"),
        variables=fields.words("variables"),
        predictions=fields.each("mistakes", _mistake),
        skill=fields.text("skill", ""),
    )


def _numbered(question: Question, id: str) -> Question:
    return replace(question, id=id)


def _mistake(fields: Fields) -> Prediction:
    return Prediction(value=fields.text("value"), ids=fields.words("id", is_needed=True), says=fields.text("says"))


def _seconds(fields: Fields) -> int:
    line, text = fields.line_and_text("think_seconds", str(THINK_SECONDS))
    is_number = text.isascii() and text.isdigit() and len(text) < 4
    if not is_number or not LEAST_THINKING <= int(text) <= MOST_THINKING:
        fields.stop(line, f"“{text}” is no time to think", f"write {LEAST_THINKING} to {MOST_THINKING} seconds")
    return int(text)
