"""Drawings as text: only ours are read, what comes out is made from numbers, and one never costs an answer."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acting import TEACHER, WALL, asking, ids, seated, sees, when
from boardsup.lesson.commands import Answer, Drawing, Judge, Reveal, ShowText
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import BoardsScene, QuestionPanel, RevealScene, ShownBoard
from boardsup.lesson.sketches import HEIGHT, LONGEST, WIDTH, BadSketch, kept_sketch, read_sketch
from boardsup.lesson.views.boards import boards

LINE = "p|a2 200 120 4 -3 2 0"


def test_a_drawing_is_its_ground_and_its_strokes():
    sketch = read_sketch("n|a1 10 10|c4 0 0 400 240")
    assert sketch.ground == "number-line"
    assert [(path.colour, path.width, path.d) for path in sketch.paths] == [
        ("a", 1, "M10 10h.01"),
        ("c", 4, "M0 0L400 240"),
    ]


def test_a_stroke_bends_from_middle_to_middle():
    assert read_sketch("-|a1 0 0 10 0 0 10 10 0").paths[0].d == "M0 0Q10 0 10 5Q10 10 15 10L20 10"


@pytest.mark.parametrize(
    "text",
    ["", "x|a1 0 0", "p|d1 0 0", "p|a5 0 0", "p|a1 0", "p|a1 0 0 1", "p|a1 401 0", "p|a1 0 0 0 241", "p|a1 0 -1",
     "p|a1 1e3 0", "p|a1 ٣ ٤", "p|a1 0 0\n", 'p|a1 0 0"/><script>', "p|a1  0 0", "-|" + "a1 0 0|" * LONGEST],
)  # fmt: skip
def test_what_is_no_drawing_of_ours_is_not_read(text: str):
    with pytest.raises(BadSketch):
        read_sketch(text)
    assert kept_sketch(text) == ""


@given(st.text(alphabet="-gnpabc1234567890| .\n<>\"'", max_size=60))
def test_whatever_comes_a_path_is_letters_of_ours_and_numbers_within_the_board(text: str):
    """Seen to fail when the points are not checked against the board."""
    try:
        sketch = read_sketch(text)
    except BadSketch:
        return
    for path in sketch.paths:
        assert re.fullmatch(r"[MQLh0-9. ]+", path.d)
        xs_and_ys = [float(number) for number in re.findall(r"[0-9.]+", path.d.replace("h.01", ""))]
        assert all(0 <= x <= WIDTH for x in xs_and_ys[::2])
        assert all(0 <= y <= HEIGHT for y in xs_and_ys[1::2])


def test_a_drawing_stands_beside_its_answer_on_ones_own_board_and_goes_with_the_next_hand_in():
    drawn = when(asking("board"), "s01", Answer("board.1", 1, "x = 15/2", sketch=LINE))
    assert drawn.asked["board.1"].answers["s01"].is_right
    assert sees(drawn, "s01", QuestionPanel).sketch == LINE
    again = when(drawn, "s01", Answer("board.1", 2, "x = 4"))
    assert sees(again, "s01", QuestionPanel).sketch == ""


def test_a_drawing_that_cannot_be_read_costs_no_answer():
    lesson = when(asking("board"), "s01", Answer("board.1", 1, "x = 15/2", sketch="<svg>"))
    answer = lesson.asked["board.1"].answers["s01"]
    assert answer.is_right
    assert answer.sketch == ""


def test_a_drawing_alone_waits_for_the_teacher_to_look():
    lesson = when(asking("board"), "s01", Answer("board.1", 1, "", sketch=LINE))
    assert lesson.asked["board.1"].answers["s01"].outcome == "check"
    judged = when(lesson, TEACHER, Judge("board.1", "s01", "right"))
    assert judged.asked["board.1"].answers["s01"].is_right


def test_nothing_at_all_is_still_no_answer():
    with pytest.raises(Refused, match="nothing on your board"):
        when(asking("board"), "s01", Answer("board.1", 1, " ", sketch="p"))


def test_with_drawing_off_boards_have_their_line_only():
    lesson = when(asking("board"), TEACHER, Drawing("off"))
    assert not sees(lesson, "s01", QuestionPanel).draws
    handed_in = when(lesson, "s01", Answer("board.1", 1, "x = 4", sketch=LINE))
    assert handed_in.asked["board.1"].answers["s01"].sketch == ""
    assert sees(when(handed_in, TEACHER, Drawing("on")), "s02", QuestionPanel).draws


def test_a_drawing_comes_on_the_wall_by_a_press_after_the_reveal():
    lesson = when(asking("board"), "s01", Answer("board.1", 1, "", sketch=LINE))
    revealed = when(lesson, TEACHER, Reveal("board"))
    assert sees(revealed, WALL, RevealScene).questions[0].boards == ()
    shown = when(revealed, TEACHER, ShowText("board.1", "s01"))
    assert sees(shown, WALL, BoardsScene).boards == (ShownBoard("", LINE),)


def test_the_boards_hold_what_is_being_drawn_until_it_is_handed_in():
    names = {student: student.upper() for student in ids(3)}
    lesson = when(asking("board"), "s01", Answer("board.1", 1, "x = 4", sketch=LINE))
    found = {b.student: b for b in boards(lesson, names, {"s02": ("board.1", "g|a1 1 1"), "s03": ("old", LINE)}).boards}
    assert (found["s01"].sketch, found["s01"].kind) == (LINE, "not_yet")
    assert (found["s02"].sketch, found["s02"].kind) == ("g|a1 1 1", "")
    assert found["s03"].sketch == ""
    assert boards(seated(), names, {}).boards == ()
