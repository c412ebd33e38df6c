"""A question that the teacher types while the class waits."""

from __future__ import annotations

import pytest

from acting import TEACHER, WALL, asking, ids, seated, sees, when
from boardsup.lesson.commands import Answer, Ask, Reveal, ShowText
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import Agenda, BoardsScene, QuestionPanel, QuestionScene, RevealScene, ShownBoard, Tallies
from boardsup.lesson.spot import typeset


def tally(lesson):
    return sees(lesson, TEACHER, Tallies).tallies[0]


def asked(ask, answer="", count=3):
    return when(seated(count), TEACHER, Ask(ask, answer))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("3/4 + 1/8", "$3/4 + 1/8$"),
        ("2x + 3 = 11", "$2x + 3 = 11$"),
        ("Solve 2x + 3 = 11", "Solve $2x + 3 = 11$"),
        ("What is 7 * 8?", "What is $7 * 8$?"),
        ("How do you know?", "How do you know?"),
        ("Why is $x = 4$?", "Why is $x = 4$?"),
    ],
)
def test_what_is_math_is_typeset(typed: str, shown: str):
    assert typeset(typed) == shown


@pytest.mark.parametrize(
    ("ask", "answer", "right", "not_yet"),
    [
        ("2x + 3 = 11", "x = 4", "4", "5"),
        ("2x + 3 = 11", "4", "x = 4", "x = 5"),
        ("3/4 + 1/8", "7/8", "0.875", "4/12"),
        ("What is 7 * 8?", "56", "56", "54"),
    ],
)
def test_with_its_answer_beside_it_it_is_marked(ask: str, answer: str, right: str, not_yet: str):
    lesson = asked(ask, answer)
    lesson = when(lesson, "s01", Answer("spot1.1", 1, right))
    lesson = when(lesson, "s02", Answer("spot1.1", 1, not_yet))
    assert (tally(lesson).right, tally(lesson).not_yet, tally(lesson).working) == (1, 1, 1)


def test_without_an_answer_it_is_collected_and_shown_and_not_marked():
    lesson = asked("How do you know?")
    for student in ids(3):
        lesson = when(lesson, student, Answer("spot1.1", 1, f"because of {student}"))
    assert (tally(lesson).marked, tally(lesson).shared, tally(lesson).flag) == (False, 3, "")
    revealed = when(lesson, TEACHER, Reveal("spot1"))
    assert sees(revealed, WALL, RevealScene).questions[0].groups == ()
    shown = when(revealed, TEACHER, ShowText("spot1.1", "s02"))
    assert sees(shown, WALL, BoardsScene).boards == (ShownBoard("because of s02"),)


def test_it_comes_right_after_what_is_before_the_class():
    lesson = when(asking("check"), TEACHER, Ask("1 + 1", "2"))
    assert [e.segment for e in sees(lesson, TEACHER, Agenda).entries] == ["warm", "check", "spot1", "board", "call"]
    assert sees(lesson, "s01", QuestionPanel).ask == "$1 + 1$"
    assert sees(lesson, WALL, QuestionScene).ask == "$1 + 1$"


def test_each_has_an_id_of_its_own():
    lesson = when(asked("1 + 1", "2"), TEACHER, Ask("2 + 2", "4"))
    assert sees(lesson, "s01", QuestionPanel).question == "spot2.1"


@pytest.mark.parametrize(
    ("ask", "answer", "sentence"),
    [("  ", "", "Type a question first"), ("1 + 1", "2 +", "cannot be read")],
)
def test_what_cannot_be_asked_is_refused_with_a_sentence(ask: str, answer: str, sentence: str):
    with pytest.raises(Refused, match=sentence):
        asked(ask, answer)


HOSTILE = ["__import__('os')", "<script>alert(1)</script>", "{{ 7 * 7 }}", "$", "$$", "$x", "9**9**9", "(" * 200]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_a_question_like_any_other(hostile: str):
    shown = sees(asked(hostile), "s01", QuestionPanel).ask
    assert shown.replace("$", "") == hostile.replace("$", "")
