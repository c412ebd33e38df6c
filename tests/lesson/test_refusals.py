"""Whatever is refused is refused with a sentence: short, kind, about the lesson and never about the child."""

from __future__ import annotations

import ast
import re

import pytest

from acting import BOARD, CLOCK, T0, TEACHER, WARMUP, asking, ids, seated, sees, when
from boardsup.items.item import Prediction, Question
from boardsup.lesson import commands as c
from boardsup.lesson import refused
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import QuestionPanel
from boardsup.lesson.segments import Board, Discuss, Exit
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import Visitor
from boardsup.lesson.wishes.agenda import MOST_SEGMENTS
from boardsup.lesson.wishes.seating import MOST_WAITING
from checkout import files

EXIT = Exit("exit", (Question("exit.1", "Solve $x = 1$", "number", "1"), Question("exit.2", "Solve", "number", "2")))


def over() -> Lesson:
    return when(asking("board", 2), TEACHER, c.End())


def at_a_full_door() -> Lesson:
    lesson = seated(1)
    for i in range(MOST_WAITING):
        lesson = when(lesson, Visitor(f"waiting {i}"), c.Sit("s01"))
    return lesson


def with_a_full_agenda() -> Lesson:
    lesson = seated(1)
    for i in range(MOST_SEGMENTS - len(lesson.segments)):
        lesson = when(lesson, TEACHER, c.Put(Discuss(f"talk {i}", "Why?"), 0, "wait"))
    return lesson


def explained() -> Lesson:
    known = Prediction("x = 30", ("eq-dist/stops-early",), "Did not divide by 4.")
    asked = Question("board.1", BOARD.question.ask, "equation_solution", "x = 15/2", ("x",), (known,))
    lesson = when(seated(2, plan=(Board("board", asked),)), TEACHER, c.Open("board"))
    return when(lesson, "s01", c.Answer("board.1", 1, "x = 30"))


def passed_twice() -> Lesson:
    lesson = when(seated(1), TEACHER, c.Open("call"))
    for number in (1, 2):
        lesson = when(when(lesson, TEACHER, c.CallNext("call")), "s01", c.Reply(number, "pass"))
    return when(lesson, CLOCK, c.Tick())


REFUSED = [
    (over, TEACHER, c.Ask("1 + 1", "2"), "ended"),
    (over, TEACHER, c.Put(Discuss("talk", "Why?"), 0, "wait"), "ended"),
    (over, TEACHER, c.EyesUp("up"), "ended"),
    (over, TEACHER, c.Joining("closed"), "ended"),
    (over, TEACHER, c.Undo(), "ended"),
    (with_a_full_agenda, TEACHER, c.Put(Discuss("one more", "Why?"), 0, "wait"), "agenda is full"),
    (lambda: seated(1), TEACHER, c.Move("nothing", 0), "not on the agenda"),
    (lambda: seated(1), TEACHER, c.Open("nothing"), "not on the agenda"),
    (lambda: asking("board"), TEACHER, c.GiveBack("board"), "no results to give back"),
    (lambda: asking("board"), TEACHER, c.NextLine("board", 0), "moved on"),
    (lambda: asking("warm", 2), "s01", c.Answer("warm.1", 1, "x = 1"), "pick one of the cards"),
    (lambda: asking("warm", 2), "s01", c.Share("warm.1", 1, "E", ""), "pick one of the cards"),
    (at_a_full_door, Visitor("one more"), c.Sit("s01"), "Many are waiting"),
    (explained, TEACHER, c.NameAnswer("board.1", "30", "It stops early"), "has a name already"),
    (passed_twice, "s01", c.Reply(3, "pass"), "The passes"),
    (lambda: asking("board", 2), TEACHER, c.MoveStudent("s01", "studio"), "moved on"),
    (lambda: asking("board", 2), TEACHER, c.ShowGroups("shown"), "no groups to show"),
]


@pytest.mark.parametrize(("state", "who", "wish", "says"), REFUSED, ids=lambda of: type(of).__name__)
def test_a_refusal_says_why(state, who, wish, says):
    with pytest.raises(Refused, match=says):
        when(state(), who, wish, T0 + 60_000)


@pytest.mark.parametrize(
    ("lesson", "who", "wish"),
    [
        (asking("board"), TEACHER, c.Drop("nothing")),
        (asking("board"), TEACHER, c.Blank("shown")),
        (asking("board"), TEACHER, c.HideText("board.1", "s01")),
        (asking("board"), TEACHER, c.UndoClose("board")),
        (seated(2), TEACHER, c.Admit("s01", "nobody", "allow")),
        (seated(2), CLOCK, c.FellSilent("s09")),
        (seated(2), CLOCK, c.HeardAgain("s01")),
        (seated(2), CLOCK, c.Enrol("s01")),
    ],
    ids=lambda of: type(of).__name__,
)
def test_what_is_so_already_changes_nothing_and_says_nothing(lesson, who, wish):
    assert when(lesson, who, wish) == lesson


def test_every_refusal_is_a_sentence_that_names_no_fault_of_anybody():
    said = list(sentences())
    assert len(said) > 30
    for text in said:
        assert re.fullmatch(r"[A-Z][^\n]*[.!?]", text), text
        assert not re.search(r"\b(wrong|failed|invalid|error|illegal)\b", text, re.IGNORECASE), text
        assert len(text.split()) <= 16, text
    assert refused.MOVED_ON == "The class has moved on."


def sentences():
    """Every text that a refusal is made of, in the lesson."""
    for file in files(".py", under="server/boardsup/lesson"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            is_refusal = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refused"
            if is_refusal:
                yield from (a.value for a in node.args if isinstance(a, ast.Constant))
    yield from (refused.MOVED_ON, refused.CLOSED, refused.ENDED)


def test_a_handed_in_part_of_a_final_set_is_marked_final_and_a_blank_one_is_not():
    lesson = when(seated(2, plan=(WARMUP, EXIT)), TEACHER, c.Open("exit"))
    lesson = when(lesson, "s01", c.Answer("exit.1", 1, "1"))
    assert [step.state for step in sees(lesson, "s01", QuestionPanel).steps] == ["final", "now"]
    assert ids(2) == ("s01", "s02")
