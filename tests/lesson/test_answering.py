"""Answering: marked once, kept by number, changeable until the close, asked again when unreadable."""

from __future__ import annotations

import pytest

from acting import CLOCK, T0, TEACHER, asking, sees, when
from boardsup.lesson.commands import Answer, Close, DontKnow, Judge, Open, Reveal, Share, Tick, Turn, UndoClose
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import QuestionPanel, Receipt, ReviewPanel, Saved, Tallies, WarmupPanel


def tally(lesson):
    return sees(lesson, TEACHER, Tallies).tallies[0]


def test_a_right_answer_counts_as_right_however_it_is_written():
    lesson = asking("board")
    for student, text in {"s01": "x = 7.5", "s02": "15/2", "s03": "7 1/2", "s04": "7.50"}.items():
        lesson = when(lesson, student, Answer("board.1", 1, text))
    assert (tally(lesson).right, tally(lesson).not_yet) == (4, 0)


def test_a_higher_number_replaces_the_answer():
    lesson = when(asking("board"), "s01", Answer("board.1", 1, "7"))
    lesson = when(lesson, "s01", Answer("board.1", 2, "7.5"))
    assert (tally(lesson).right, tally(lesson).not_yet) == (1, 0)


@pytest.mark.parametrize("number", [1, 2])
def test_a_number_that_was_heard_before_changes_nothing(number):
    lesson = when(asking("board"), "s01", Answer("board.1", 2, "7.5"))
    assert when(lesson, "s01", Answer("board.1", number, "9")) == lesson


def test_the_receipt_names_the_number_and_what_was_written():
    lesson = when(asking("board"), "s01", Answer("board.1", 1, "15/2"))
    saved = sees(lesson, "s01", Saved)
    assert saved.receipts == (Receipt("board.1", 1),)
    assert (saved.state, saved.value) == ("saved", "15/2")


def test_what_cannot_be_read_is_asked_again_and_is_no_attempt():
    lesson = when(asking("board"), "s01", Answer("board.1", 1, "7 +"))
    saved = sees(lesson, "s01", Saved)
    assert saved.state == "unread"
    assert saved.message
    assert tally(lesson).check == 1


def test_what_cannot_be_read_never_replaces_a_readable_answer():
    lesson = when(asking("board"), "s01", Answer("board.1", 1, "7.5"))
    lesson = when(lesson, "s01", Answer("board.1", 2, "7 +"))
    assert tally(lesson).right == 1
    assert sees(lesson, "s01", Saved).value == "7.5"


def test_the_teacher_settles_what_could_not_be_read():
    lesson = when(asking("board"), "s01", Answer("board.1", 1, "seven and a half-ish"))
    lesson = when(lesson, TEACHER, Judge("board.1", "s01", "right"))
    assert (tally(lesson).right, tally(lesson).check) == (1, 0)


def test_a_marked_answer_cannot_be_judged_by_hand():
    lesson = when(asking("board"), "s01", Answer("board.1", 1, "7.5"))
    with pytest.raises(Refused, match="marked already"):
        when(lesson, TEACHER, Judge("board.1", "s01", "not_yet"))


def test_i_dont_know_yet_counts_as_not_yet_and_is_counted_apart():
    lesson = when(asking("board"), "s01", DontKnow("board.1", 1))
    assert (tally(lesson).not_yet, tally(lesson).idk) == (1, 1)


def test_an_empty_board_is_refused_with_a_sentence():
    with pytest.raises(Refused, match="nothing on your board"):
        when(asking("board"), "s01", Answer("board.1", 1, "   "))


def test_an_answer_queued_while_offline_is_refused_once_the_class_has_moved_on():
    lesson = when(asking("board"), TEACHER, Open("call"))
    with pytest.raises(Refused, match="moved on"):
        when(lesson, "s01", Answer("board.1", 1, "7.5"))


def test_an_answer_after_the_close_is_refused():
    lesson = when(when(asking("board"), TEACHER, Close("board")), TEACHER, Close("board"))
    with pytest.raises(Refused, match="already closed"):
        when(lesson, "s01", Answer("board.1", 1, "7.5"))


def test_drafts_are_still_taken_in_the_last_call():
    lesson = when(asking("board"), TEACHER, Close("board"))
    assert sees(lesson, "s01", QuestionPanel).closing
    assert tally(when(lesson, "s01", Answer("board.1", 1, "7.5"))).right == 1


def test_the_last_call_ends_after_five_seconds():
    lesson = when(asking("board"), TEACHER, Close("board"))
    assert sees(when(lesson, CLOCK, Tick(), T0 + 4_999), "s01", QuestionPanel)
    assert sees(when(lesson, CLOCK, Tick(), T0 + 5_000), "s01", ReviewPanel)


def test_undo_close_opens_the_question_again_until_it_is_revealed():
    closed = when(when(asking("board"), TEACHER, Close("board")), TEACHER, Close("board"))
    assert sees(when(closed, TEACHER, UndoClose("board")), "s01", QuestionPanel)
    with pytest.raises(Refused, match="revealed"):
        when(when(closed, TEACHER, Reveal("board")), TEACHER, UndoClose("board"))


def test_students_learn_how_it_went_only_after_the_reveal():
    lesson = when(asking("board"), "s01", Answer("board.1", 1, "7.5"))
    closed = when(when(lesson, TEACHER, Close("board")), TEACHER, Close("board"))
    assert sees(closed, "s01", ReviewPanel).results[0].verdict == ""
    revealed = when(closed, TEACHER, Reveal("board"))
    assert sees(revealed, "s01", ReviewPanel).results[0].verdict == "right"


def test_a_set_goes_on_to_the_next_question_by_itself():
    lesson = when(asking("check"), "s01", Answer("check.1", 1, "9"))
    assert sees(lesson, "s01", QuestionPanel).question == "check.2"
    assert [step.state for step in sees(lesson, "s01", QuestionPanel).steps] == ["done", "now", "todo"]


def test_a_student_can_turn_back_and_change_an_answer_of_the_set():
    lesson = when(asking("check"), "s01", Answer("check.1", 1, "19"))
    lesson = when(lesson, "s01", Turn("check.1"))
    assert sees(lesson, "s01", QuestionPanel).question == "check.1"
    lesson = when(lesson, "s01", Answer("check.1", 2, "9"))
    assert sees(lesson, "s01", QuestionPanel).question == "check.2"


def test_turning_to_a_question_of_another_segment_is_refused():
    with pytest.raises(Refused, match="moved on"):
        when(asking("check"), "s01", Turn("board.1"))


def test_a_warmup_takes_a_pick_and_a_reason_and_marks_nothing():
    lesson = when(asking("warm"), "s01", Share("warm.1", 1, "C", "it has two steps"))
    assert sees(lesson, "s01", WarmupPanel).chosen == "C"
    assert (tally(lesson).marked, tally(lesson).shared, tally(lesson).right) == (False, 1, 0)


def test_a_pick_that_is_not_on_a_card_is_refused():
    with pytest.raises(Refused, match="one of the cards"):
        when(asking("warm"), "s01", Share("warm.1", 1, "E", ""))


@pytest.mark.parametrize("press", [Open("call"), Close("board")])
def test_a_resend_of_what_was_saved_is_told_so_even_when_the_class_has_moved_on(press):
    lesson = asking("board", 1)
    lesson = when(when(lesson, "s01", Answer("board.1", 1, "7.5")), TEACHER, press)
    with pytest.raises(Refused, match="Your answer was saved"):
        when(lesson, "s01", Answer("board.1", 1, "7.5"))
    with pytest.raises(Refused, match=r"^(The class|This question)"):
        when(lesson, "s01", Answer("board.1", 2, "8"))


def test_an_answer_to_a_question_that_never_was_is_refused():
    with pytest.raises(Refused, match="moved on"):
        when(asking("board"), "s01", Answer("nonsense", 1, "7.5"))


def test_what_one_wrote_before_stays_on_ones_own_page():
    lesson = asking("board")
    for number, text in enumerate(("x = 4", "x = 5", "x = = 6", "x = 4", "7.5"), start=1):
        lesson = when(lesson, "s01", Answer("board.1", number, text))
    assert sees(lesson, "s01", Saved).tries == ("x = 5", "x = 4")
    assert sees(lesson, "s02", Saved).tries == ()
