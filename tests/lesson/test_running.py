"""The teacher's presses: open, close, undo, reveal, pause, blank, end; and presses that come late or twice."""

from __future__ import annotations

import pytest

from acting import CLOCK, T0, TEACHER, WALL, asking, ids, seated, sees, when
from boardsup.lesson.commands import (
    Answer,
    Blank,
    CallNext,
    Close,
    DontKnow,
    End,
    EyesUp,
    FellSilent,
    HeardAgain,
    HideText,
    Open,
    Reveal,
    Share,
    ShowText,
    Sit,
    Tick,
    UndoClose,
)
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import (
    Agenda,
    BlankScene,
    ConsoleHead,
    EndScene,
    JoinScene,
    Over,
    Paused,
    QuestionPanel,
    QuestionScene,
    RevealScene,
    ReviewPanel,
    Saved,
    ShownBoard,
    Stage,
    Tallies,
    Waiting,
    WallCount,
)
from boardsup.lesson.state import Phase
from boardsup.lesson.who import Visitor


def tally(lesson):
    return sees(lesson, TEACHER, Tallies).tallies[0]


def closed(lesson, segment="board"):
    return when(when(lesson, TEACHER, Close(segment)), TEACHER, Close(segment))


def everybody_answers(lesson, count, text="x = 7.5"):
    for student in ids(count):
        lesson = when(lesson, student, Answer("board.1", 1, text))
    return lesson


def test_before_the_first_segment_students_wait_and_the_wall_invites():
    assert sees(seated(3), "s01", Waiting)
    assert sees(seated(3), WALL, JoinScene).code == "QRTKM"


def test_opening_a_segment_puts_its_question_before_everybody():
    lesson = when(seated(3), TEACHER, Open("board"))
    assert sees(lesson, "s01", QuestionPanel).question == "board.1"
    assert sees(lesson, WALL, QuestionScene).ask == "Solve $4(x - 3) = 18$"
    assert sees(lesson, TEACHER, Stage).segment == "board"


def test_opening_what_is_open_changes_nothing():
    lesson = asking("board")
    assert when(lesson, TEACHER, Open("board")) == lesson


def test_opening_something_that_is_not_on_the_agenda_is_refused():
    with pytest.raises(Refused, match="not on the agenda"):
        when(seated(3), TEACHER, Open("nonsense"))


def test_opening_the_next_segment_closes_what_is_open():
    lesson = when(asking("board"), TEACHER, Open("call"))
    assert lesson.courses["board"].phase is Phase.CLOSED


def test_going_back_shows_a_segment_as_it_was_left():
    lesson = when(everybody_answers(asking("board", 3), 3), TEACHER, Reveal("board"))
    back = when(when(lesson, TEACHER, Open("call")), TEACHER, Open("board"))
    assert sees(back, WALL, RevealScene) == sees(lesson, WALL, RevealScene)
    assert back.courses["board"] == lesson.courses["board"]


def test_the_close_comes_at_once_when_nobody_is_left_to_wait_for():
    lesson = when(everybody_answers(asking("board", 3), 3), TEACHER, Close("board"))
    assert lesson.courses["board"].phase is Phase.CLOSED


def test_the_close_waits_five_seconds_for_those_who_are_still_working():
    lesson = when(asking("board", 3), TEACHER, Close("board"))
    assert lesson.courses["board"].phase is Phase.CLOSING
    assert when(lesson, CLOCK, Tick(), T0 + 4_999).courses["board"].phase is Phase.CLOSING
    assert when(lesson, CLOCK, Tick(), T0 + 5_000).courses["board"].phase is Phase.CLOSED


def test_the_close_waits_for_nobody_who_is_away():
    lesson = when(everybody_answers(asking("board", 3), 2), CLOCK, FellSilent("s03"))
    assert when(lesson, TEACHER, Close("board")).courses["board"].phase is Phase.CLOSED


def test_an_unreadable_hand_in_is_still_waited_for():
    lesson = when(everybody_answers(asking("board", 3), 2), "s03", Answer("board.1", 1, "7 +"))
    assert when(lesson, TEACHER, Close("board")).courses["board"].phase is Phase.CLOSING


def test_a_second_press_closes_at_once():
    assert closed(asking("board")).courses["board"].phase is Phase.CLOSED


def test_a_press_that_comes_after_the_class_has_moved_on_is_refused():
    lesson = when(asking("board"), TEACHER, Open("call"))
    for press in (Close("board"), UndoClose("board"), Reveal("board")):
        with pytest.raises(Refused, match="moved on"):
            when(lesson, TEACHER, press)


def test_undo_close_works_in_the_last_call_too():
    lesson = when(asking("board"), TEACHER, Close("board"))
    assert when(lesson, TEACHER, UndoClose("board")).courses["board"].phase is Phase.ANSWERING


def test_after_undo_close_answers_are_taken_again():
    lesson = when(closed(asking("board")), TEACHER, UndoClose("board"))
    assert tally(when(lesson, "s01", Answer("board.1", 1, "7.5"))).right == 1


def test_reveal_closes_first():
    lesson = when(asking("board"), TEACHER, Reveal("board"))
    assert lesson.courses["board"].phase is Phase.REVEALED
    with pytest.raises(Refused, match="already closed"):
        when(lesson, "s01", Answer("board.1", 1, "7.5"))


def test_revealing_twice_changes_nothing():
    lesson = when(asking("board"), TEACHER, Reveal("board"))
    assert when(lesson, TEACHER, Reveal("board")) == lesson


def test_closing_what_is_revealed_changes_nothing():
    lesson = when(asking("board"), TEACHER, Reveal("board"))
    assert when(lesson, TEACHER, Close("board")) == lesson


def test_those_who_are_away_without_an_answer_leave_the_count_at_the_close_and_come_back_with_undo():
    lesson = asking("board", 3)
    lesson = when(when(lesson, CLOCK, FellSilent("s03")), CLOCK, FellSilent("s02"))
    lesson = when(when(lesson, CLOCK, HeardAgain("s02")), "s01", Answer("board.1", 1, "7.5"))
    shut = closed(lesson)
    assert (tally(lesson).counted, tally(shut).counted) == (3, 2)
    assert tally(when(shut, TEACHER, UndoClose("board"))).counted == 3


def test_someone_away_who_has_answered_stays_in_the_count():
    lesson = when(asking("board", 3), "s01", Answer("board.1", 1, "7.5"))
    shut = closed(when(lesson, CLOCK, FellSilent("s01")))
    assert (tally(shut).counted, tally(shut).right) == (3, 1)


def test_a_late_joiner_answers_and_is_counted_apart():
    lesson = when(seated(2, of=3), TEACHER, Open("board"))
    lesson = when(lesson, Visitor("device-s03"), Sit("s03"), T0 + 1)
    lesson = when(lesson, "s03", Answer("board.1", 1, "7.5"), T0 + 2)
    assert (tally(lesson).counted, tally(lesson).right, tally(lesson).late) == (2, 0, 1)


def test_in_a_set_at_ones_own_pace_a_late_joiner_counts():
    lesson = when(seated(2, of=3), TEACHER, Open("check"))
    lesson = when(lesson, Visitor("device-s03"), Sit("s03"), T0 + 1)
    lesson = when(lesson, "s03", Answer("check.1", 1, "9"), T0 + 2)
    assert (tally(lesson).counted, tally(lesson).right, tally(lesson).late) == (3, 1, 0)


def test_blanks_count_as_not_yet_once_it_is_closed():
    lesson = closed(when(asking("board", 3), "s01", Answer("board.1", 1, "7.5")))
    assert (tally(lesson).right, tally(lesson).not_yet, tally(lesson).working) == (1, 2, 0)


def test_eyes_up_pauses_every_student_and_nobody_else():
    lesson = when(asking("board", 3), TEACHER, EyesUp("up"))
    assert all(sees(lesson, student, Paused) for student in ids(3))
    assert sees(lesson, WALL, QuestionScene)
    assert sees(when(lesson, TEACHER, EyesUp("down")), "s01", QuestionPanel)


def test_an_answer_from_a_paused_screen_still_counts():
    lesson = when(asking("board", 3), TEACHER, EyesUp("up"))
    assert tally(when(lesson, "s01", Answer("board.1", 1, "7.5"))).right == 1


def test_pausing_twice_changes_nothing():
    lesson = when(asking("board", 3), TEACHER, EyesUp("up"))
    assert when(lesson, TEACHER, EyesUp("up")) == lesson


def test_blank_clears_the_wall_alone():
    lesson = when(asking("board", 3), TEACHER, Blank("blank"))
    assert sees(lesson, WALL, BlankScene)
    assert sees(lesson, WALL, WallCount) == WallCount()
    assert sees(lesson, "s01", QuestionPanel)
    assert sees(lesson, TEACHER, ConsoleHead).blank
    assert sees(when(lesson, TEACHER, Blank("shown")), WALL, QuestionScene)


def test_a_students_own_words_come_on_the_wall_by_a_press_after_the_reveal_and_without_a_name():
    lesson = when(asking("warm", 3), "s01", Share("warm.1", 1, "C", "it has two steps"))
    with pytest.raises(Refused, match="Reveal first"):
        when(lesson, TEACHER, ShowText("warm.1", "s01"))
    shown = when(when(lesson, TEACHER, Reveal("warm")), TEACHER, ShowText("warm.1", "s01"))
    scene = sees(shown, WALL, RevealScene)
    assert scene.questions[0].groups[0].reasons == (ShownBoard("it has two steps"),)
    assert "Name s01" not in repr(scene)
    assert sees(when(shown, TEACHER, HideText("warm.1", "s01")), WALL, RevealScene).questions[0].groups[0].reasons == ()


def test_there_is_nothing_to_show_of_a_student_who_wrote_nothing():
    lesson = when(when(asking("board", 3), "s01", DontKnow("board.1", 1)), TEACHER, Reveal("board"))
    for student in ("s01", "s02", "nobody"):
        with pytest.raises(Refused, match="nothing to show"):
            when(lesson, TEACHER, ShowText("board.1", student))


def test_the_agenda_says_what_is_done_what_is_now_and_what_is_ahead():
    lesson = when(asking("warm"), TEACHER, Open("check"))
    states = [entry.state for entry in sees(lesson, TEACHER, Agenda).entries]
    assert states == ["done", "now", "ahead", "ahead"]


def test_the_console_offers_what_makes_sense_now():
    lesson = asking("board")
    assert sees(lesson, TEACHER, Stage).can == ("close", "reveal", "next")
    assert sees(when(lesson, TEACHER, Close("board")), TEACHER, Stage).can == ("close", "undo_close", "reveal", "next")
    assert sees(closed(lesson), TEACHER, Stage).can == ("reveal", "undo_close", "next")
    assert sees(when(lesson, TEACHER, Reveal("board")), TEACHER, Stage).can == ("next",)
    assert sees(asking("call"), TEACHER, Stage).can == ("call_next",)


def test_the_end_is_the_end_for_everybody():
    lesson = when(asking("board", 3), TEACHER, End())
    assert lesson.courses["board"].phase is Phase.CLOSED
    assert sees(lesson, "s01", Over)
    assert sees(lesson, WALL, EndScene)
    assert sees(lesson, TEACHER, Stage).can == ()
    assert sees(lesson, Visitor("new"), Over)
    assert when(lesson, TEACHER, End()) == lesson


@pytest.mark.parametrize(
    ("who", "wish"),
    [
        ("s01", Answer("board.1", 1, "7.5")),
        ("s01", DontKnow("board.1", 1)),
        (TEACHER, Open("warm")),
        (TEACHER, EyesUp("up")),
        (TEACHER, CallNext("call")),
        (Visitor("new"), Sit("s02")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_nothing_can_be_done_in_a_lesson_that_has_ended(who, wish):
    lesson = when(asking("board", 3), TEACHER, End())
    with pytest.raises(Refused, match="has ended"):
        when(lesson, who, wish)


def test_at_the_close_a_student_looks_back_on_their_own_answer_without_a_verdict():
    lesson = closed(when(asking("board", 3), "s01", Answer("board.1", 1, "x = 30/4")))
    result = sees(lesson, "s01", ReviewPanel).results[0]
    assert (result.value, result.verdict, result.answer) == ("x = 30/4", "", "")


def test_receipts_stay_on_the_page_after_the_close():
    lesson = closed(when(asking("board", 3), "s01", Answer("board.1", 4, "7.5")))
    assert [(r.question, r.number) for r in sees(lesson, "s01", Saved).receipts] == [("board.1", 4)]
