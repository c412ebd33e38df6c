"""A lesson file is read as it stands, or refused with the line and how to mend it."""

from __future__ import annotations

import pytest

from boardsup.items.lesson_plan import Board, ColdCall
from boardsup.items.parse_lesson import parse_lesson
from boardsup.items.sheet import Unusable

LESSON = """\
lesson: halves
title: Halves
segments:
  - id: board
    segment: board
    ask: Half of $3$?
    kind: number
    answer: 3/2
    mistakes:
      - {value: 6, id: frac.doubled, says: Doubled instead of halving.}
  - id: why
    segment: cold call
    prompt: Why?
"""


def test_a_lesson_file_is_read_in_its_order():
    board, call = parse_lesson(LESSON, file="halves.yaml").segments
    assert isinstance(board, Board)
    assert isinstance(call, ColdCall)
    assert board.question.predictions[0].ids == ("frac.doubled",)


def test_a_student_gets_ten_seconds_to_think_where_the_author_says_nothing():
    _, call = parse_lesson(LESSON, file="halves.yaml").segments
    assert isinstance(call, ColdCall)
    assert call.think_seconds == 10


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("segment: board", "segment: bored", "halves.yaml:5: no segment is a “bored”"),
        ("kind: number", "kind: nummer", "halves.yaml:7: no answer is of the kind “nummer”"),
        ("prompt: Why?", "promt: Why?", "halves.yaml:11: an entry of segments has no “prompt” (add prompt:)"),
        ("prompt: Why?", "prompt: Why?\n    think_seconds: 2", "halves.yaml:14: “2” is no time to think"),
        ("id: why", "id: board", "two segments are called “board”"),
        ("lesson: halves", "lesson: ../halves", "halves.yaml:1: “../halves” cannot be a name"),
        ("answer: 3/2", "answer: 3/2\n    hint: Cut it.", "halves.yaml:9: an entry of segments has no entry “hint”"),
    ],
)
def test_a_mistake_in_a_lesson_file_is_said_with_its_line(old: str, new: str, finding: str):
    assert old in LESSON
    with pytest.raises(Unusable) as refused:
        parse_lesson(LESSON.replace(old, new), file="halves.yaml")
    assert finding in str(refused.value)


def test_a_diagnostic_asks_at_most_three_questions():
    question = "      - {ask: One?, kind: number, answer: 1}\n"
    text = "lesson: l\ntitle: T\nsegments:\n  - id: check\n    segment: diagnostic\n    questions:\n" + question * 4
    with pytest.raises(Unusable, match="there are 4 questions"):
        parse_lesson(text, file="l.yaml")
