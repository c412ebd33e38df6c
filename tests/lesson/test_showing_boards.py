"""Boards that the teacher chose, on the wall: side by side in that order, without a name, and back in one press."""

from __future__ import annotations

import pytest

from acting import TEACHER, WALL, asking, ids, seated, sees, when
from boardsup.lesson.commands import Answer, End, HideText, Reveal, Share, ShowBoards, ShowText
from boardsup.lesson.events import TextHidden, TextShown
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import BoardsScene, EndScene, JoinScene, Learned, RevealScene
from boardsup.lesson.state import Lesson
from boardsup.lesson.views.boards import boards
from boardsup.lesson.wishes.showing import SIDE_BY_SIDE, show_boards


def answered() -> Lesson:
    """A board question of eight, each with an answer of their own."""
    lesson = asking("board", 8)
    for student in ids(8):
        lesson = when(lesson, student, Answer("board.1", 1, f"x = {student[1:]}"))
    return lesson


def revealed() -> Lesson:
    return when(answered(), TEACHER, Reveal("board"))


def on_the_wall(lesson: Lesson) -> list[str]:
    return [board.text for board in sees(lesson, WALL, BoardsScene).boards]


def test_chosen_boards_stand_side_by_side_in_the_order_of_the_choice_and_without_a_name():
    shown = when(revealed(), TEACHER, ShowBoards("board.1", "s03 s01 s02"))
    assert on_the_wall(shown) == ["x = 03", "x = 01", "x = 02"]
    assert "Name s0" not in repr(sees(shown, WALL, BoardsScene))
    assert [b.shown for b in boards(shown, {}, {}).boards] == [2, 3, 1, 0, 0, 0, 0, 0]


def test_another_choice_takes_the_place_of_the_one_before():
    shown = when(revealed(), TEACHER, ShowBoards("board.1", "s03 s01"))
    assert on_the_wall(when(shown, TEACHER, ShowBoards("board.1", "s01 s04"))) == ["x = 01", "x = 04"]
    assert show_boards(shown, ShowBoards("board.1", "s03 s01 s01")) == ()


def test_one_press_takes_all_of_them_back_and_the_answers_are_there_again():
    shown = when(revealed(), TEACHER, ShowBoards("board.1", "s03 s01"))
    assert sees(when(shown, TEACHER, ShowBoards("board.1")), WALL, RevealScene)
    assert on_the_wall(when(shown, TEACHER, HideText("board.1", "s03"))) == ["x = 01"]


def test_before_the_reveal_nothing_is_shown_and_nothing_changes():
    with pytest.raises(Refused, match="Reveal first"):
        when(answered(), TEACHER, ShowBoards("board.1", "s01 s02"))
    assert show_boards(answered(), ShowBoards("board.1")) == ()
    assert show_boards(answered(), ShowBoards("nothing.1")) == ()


@pytest.mark.parametrize("students", ["s01 nobody", "nobody"])
def test_where_one_of_them_has_nothing_to_show_none_is_shown(students: str):
    with pytest.raises(Refused, match="nothing to show"):
        when(revealed(), TEACHER, ShowBoards("board.1", students))


def test_more_than_can_be_read_side_by_side_are_not_shown():
    lesson = revealed()
    with pytest.raises(Refused, match="side by side"):
        when(lesson, TEACHER, ShowBoards("board.1", " ".join(ids(SIDE_BY_SIDE + 1))))
    full = when(lesson, TEACHER, ShowBoards("board.1", " ".join(ids(SIDE_BY_SIDE))))
    with pytest.raises(Refused, match="Take one back"):
        when(full, TEACHER, ShowText("board.1", "s08"))


def test_what_happened_is_told_in_the_words_of_single_boards():
    shown = when(revealed(), TEACHER, ShowText("board.1", "s05"))
    assert show_boards(shown, ShowBoards("board.1", "s02")) == (
        TextHidden("board.1", "s05"),
        TextShown("board.1", "s02"),
    )


def test_reasons_stand_with_the_option_that_they_speak_of_and_options_in_their_own_order():
    lesson = asking("warm", 8)
    picks = dict(zip(ids(8), "CCCDAAAA", strict=True))
    for student, pick in picks.items():
        lesson = when(lesson, student, Share("warm.1", 1, pick, f"because of {student}"))
    shown = when(when(lesson, TEACHER, Reveal("warm")), TEACHER, ShowBoards("warm.1", "s02 s04 s06 s01"))
    groups = sees(shown, WALL, RevealScene).questions[0].groups
    assert [(g.kind, g.value, [r.text for r in g.reasons]) for g in groups] == [
        ("choice", "A", ["because of s06"]),
        ("choice", "C", ["because of s02", "because of s01"]),
        ("other", "", ["because of s04"]),
    ]


def test_the_joining_wall_counts_who_is_still_to_come():
    assert sees(seated(3, of=8), WALL, JoinScene) == JoinScene("QRTKM", 3, 5)
    assert sees(seated(8), WALL, JoinScene).missing == 0


def test_at_the_end_the_wall_brings_back_what_was_asked_and_answered():
    assert sees(when(answered(), TEACHER, End()), WALL, EndScene).learned == ()
    ended = sees(when(revealed(), TEACHER, End()), WALL, EndScene)
    (learned,) = ended.learned
    assert isinstance(learned, Learned)
    assert learned.answer
    assert ended.title
