"""The certain flags of a board question: when they come, what they count, and how one can go."""

from __future__ import annotations

from acting import CLOCK, T0, TEACHER, asking, ids, seated, sees, when
from boardsup.lesson.commands import Answer, Ask, Close, DontKnow, FellSilent, Judge, Open, Sit, Tick, UndoClose
from boardsup.lesson.regions import Tallies
from boardsup.lesson.who import Visitor

STOOD = T0 + 3_000


def tally(lesson):
    return sees(lesson, TEACHER, Tallies).tallies[0]


def flag(lesson):
    return (tally(lesson).flag, tally(lesson).kind)


def answered(lesson, students, text, *, number=1, at=T0):
    for student in students:
        lesson = when(lesson, student, Answer("board.1", number, text), at)
    return lesson


def right(lesson, students, **more):
    return answered(lesson, students, "x = 7.5", **more)


def not_yet(lesson, students, **more):
    return answered(lesson, students, "x = 30", **more)


def ticked(lesson, at=STOOD):
    return when(lesson, CLOCK, Tick(), at)


def test_move_on_is_certain_once_enough_right_answers_have_stood_for_three_seconds():
    lesson = right(asking("board", 10), ids(10)[:8])
    assert flag(ticked(lesson, STOOD - 1)) == ("", "")
    assert flag(ticked(lesson)) == ("move_on", "")
    assert tally(ticked(lesson)).reason == "8 of 10 right. 8 are enough to move on."


def test_one_right_answer_fewer_is_not_enough():
    assert flag(ticked(right(asking("board", 10), ids(10)[:7]))) == ("", "")


def test_stop_is_certain_once_enough_can_no_longer_be_right():
    lesson = not_yet(asking("board", 10), ids(10)[:2])
    assert flag(ticked(lesson)) == ("", "")
    assert tally(ticked(not_yet(lesson, ["s03"]))).flag == "stop"


def test_i_dont_know_yet_counts_towards_stop():
    lesson = asking("board", 10)
    for student in ids(10)[:3]:
        lesson = when(lesson, student, DontKnow("board.1", 1))
    assert tally(ticked(lesson)).flag == "stop"


def test_stop_says_how_far_the_class_is_when_that_is_certain():
    assert flag(ticked(not_yet(asking("board", 10), ids(10)[:8]))) == ("stop", "reteach")
    lesson = right(not_yet(asking("board", 10), ids(10)[:3]), ids(10)[3:])
    assert flag(ticked(lesson)) == ("stop", "nearly")
    lesson = right(not_yet(asking("board", 10), ids(10)[:4]), ids(10)[4:8])
    assert flag(ticked(lesson)) == ("stop", "discuss")


def test_an_answer_changed_within_three_seconds_never_counted():
    lesson = not_yet(asking("board", 10), ids(10)[:3])
    lesson = right(lesson, ["s01"], number=2, at=T0 + 2_000)
    assert flag(ticked(lesson)) == ("", "")
    assert flag(ticked(ticked(lesson), T0 + 5_000)) == ("", "")


def test_a_changed_answer_takes_a_certain_flag_back_and_the_console_says_why():
    lesson = ticked(not_yet(asking("board", 10), ids(10)[:3]))
    lesson = right(lesson, ["s01"], number=2, at=T0 + 4_000)
    assert flag(lesson) == ("", "")
    assert "changed" in tally(lesson).reason


def test_nothing_else_takes_a_certain_flag_back():
    lesson = ticked(not_yet(asking("board", 10), ids(10)[:3]))
    lesson = when(lesson, CLOCK, FellSilent("s09"))
    lesson = right(lesson, ids(10)[3:], at=T0 + 4_000)
    lesson = when(ticked(lesson, T0 + 8_000), TEACHER, Close("board"), T0 + 8_000)
    assert tally(lesson).flag == "stop"


def test_the_reason_keeps_the_counts_that_caused_the_flag():
    lesson = ticked(not_yet(asking("board", 10), ids(10)[:3]))
    before = tally(lesson).reason
    assert tally(ticked(right(lesson, ids(10)[3:5], at=T0 + 4_000), T0 + 8_000)).reason == before


def test_fewer_than_six_have_no_flag():
    assert flag(ticked(right(asking("board", 5), ids(5)))) == ("", "")


def test_who_comes_after_the_question_opened_never_moves_its_flag():
    lesson = when(seated(9, of=10), TEACHER, Open("board"))
    lesson = when(lesson, Visitor("device-s10"), Sit("s10"))
    lesson = right(lesson, [*ids(10)[:7], "s10"])
    assert flag(ticked(lesson)) == ("", "")


def test_what_cannot_be_read_is_neither_right_nor_not_yet_until_the_teacher_has_looked():
    lesson = asking("board", 10)
    lesson = answered(lesson, ids(10)[:3], "x = = 3")
    assert flag(ticked(lesson)) == ("", "")
    for student in ids(10)[:3]:
        lesson = when(lesson, TEACHER, Judge("board.1", student, "not_yet"))
    assert tally(lesson).flag == "stop"


def test_at_the_close_the_unanswered_count_and_undo_takes_that_back():
    lesson = right(asking("board", 10), ids(10)[:7])
    shut = when(when(lesson, TEACHER, Close("board")), TEACHER, Close("board"))
    assert flag(shut) == ("stop", "nearly")
    again = when(shut, TEACHER, UndoClose("board"))
    assert flag(again) == ("", "")
    assert tally(again).reason == ""


def test_a_flag_that_stood_before_the_close_stands_after_it_is_undone():
    lesson = ticked(right(asking("board", 10), ids(10)[:8]))
    shut = when(when(lesson, TEACHER, Close("board")), TEACHER, Close("board"))
    assert flag(when(shut, TEACHER, UndoClose("board"))) == ("move_on", "")


def test_a_set_at_ones_own_pace_and_a_warm_up_have_no_flag():
    for segment in ("warm", "check"):
        assert all(t.flag == "" for t in sees(asking(segment), TEACHER, Tallies).tallies)


def test_what_is_never_marked_has_no_flag():
    lesson = when(seated(10), TEACHER, Ask("How do you know?", ""))
    for student in ids(10):
        lesson = when(lesson, student, Answer("spot1.1", 1, "because"))
    assert flag(when(ticked(lesson), TEACHER, Close("spot1"))) == ("", "")
