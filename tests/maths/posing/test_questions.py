"""What a teacher may type is read and solved as the table says; what is unclear says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardsup.maths.mark import mark, pose
from boardsup.maths.posing import NotPosed, Posed, pose_question
from boardsup.maths.prompt import Formula, read_prompt

ROWS = Path(__file__).with_name("questions.rows")


def rows() -> list[tuple[str, str, str]]:
    lines = ROWS.read_text(encoding="utf-8").splitlines()
    cells = (line.split(" ¦ ") for line in lines if line and not line.startswith("#"))
    return [(question, kind, answer) for question, kind, answer in cells]


@pytest.mark.parametrize(("question", "kind", "answer"), rows())
def test_a_question_is_read_and_solved(question: str, kind: str, answer: str):
    found = pose_question(question)
    assert isinstance(found, Posed)
    assert (found.kind, found.answer, found.text) == (kind, answer, question)
    key = pose(found.kind, found.answer, variables=frozenset(found.variables))
    assert mark(key, found.answer).outcome == "correct"


@pytest.mark.parametrize(("question", "kind", "answer"), rows())
def test_the_question_is_printed_as_it_was_read(question: str, kind: str, answer: str):
    """The mathematics between dollar signs can be read, and asks the same."""
    found = pose_question(question)
    assert isinstance(found, Posed)
    assert found.ask.count("$") % 2 == 0
    formulas = [part for part in read_prompt(found.ask) if isinstance(part, Formula)]
    assert len(formulas) == found.ask.count("$") // 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "pose.empty"),
        ("  \u200b ", "pose.empty"),
        ("x" * 201, "pose.too_long"),
        ("y = 2x + 3", "pose.unclear"),
        ("1/2x + 3 = 7", "read.ambiguous"),
        ("which way to the station", "read.unknown_word"),
        ("5 ÷ 0", "pose.undefined"),
        ("solve 2^x = 8", "pose.no_answer"),
        ("solve x^5 - x + 1 = 0", "pose.hard"),
        ("99999999^32", "pose.too_big"),
        ("evaluate 3x + y for x = 2", "pose.unclear"),
    ],
)
def test_what_is_no_question_says_why(text: str, code: str):
    found = pose_question(text)
    assert isinstance(found, NotPosed)
    assert found.code == code
    assert found.reason.endswith(".")
