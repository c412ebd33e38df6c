"""Who counts: on paper, on a lent device, excused, with extra time; nobody is lost, nobody holds the class up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from acting import CLOCK, PLAN, T0, TEACHER, WALL, asking, given, ids, sees, someone, started, when
from boardsup.lesson import commands as c
from boardsup.lesson.events import SeatTaken
from boardsup.lesson.needs import NO_END, Needs
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import Answers, Grid, Me, Paused, QuestionPanel, Saved, Tallies, Tally
from boardsup.lesson.segments import Plan
from boardsup.lesson.state import Lesson
from boardsup.lesson.views import view
from boardsup.lesson.who import Visitor


def with_needs(*needs: Needs, count: int = 4) -> Lesson:
    lesson = given(replace(started(count, PLAN), needs=needs), *(SeatTaken(s, f"device-{s}", T0) for s in ids(count)))
    return when(lesson, TEACHER, c.Open("board"))


def tally(lesson: Lesson) -> Tally:
    return sees(lesson, TEACHER, Tallies).tallies[0]


def closed(lesson: Lesson, at: int = T0 + 60_000) -> Lesson:
    return when(when(lesson, TEACHER, c.Close("board"), at), TEACHER, c.Close("board"), at)


def test_a_student_on_paper_counts_as_the_teacher_marks():
    lesson = when(asking("board", 6), TEACHER, c.OnPaper("s06", "paper"))
    assert {s.student: s.state for s in sees(lesson, TEACHER, Grid).squares}["s06"] == "paper"
    lesson = when(lesson, TEACHER, c.Mark("board.1", "s06", "right"))
    assert (tally(lesson).right, tally(lesson).counted) == (1, 6)
    lesson = when(lesson, TEACHER, c.Mark("board.1", "s06", "not_yet"))
    assert (tally(lesson).right, tally(lesson).not_yet) == (0, 1)


def test_only_a_student_on_paper_is_marked_by_hand():
    with pytest.raises(Refused, match="on paper"):
        when(asking("board", 6), TEACHER, c.Mark("board.1", "s01", "right"))


def test_a_student_on_paper_may_take_a_device_again_without_asking():
    lesson = when(asking("board", 2), TEACHER, c.OnPaper("s02", "paper"))
    assert "device-s02" not in lesson.devices
    assert when(lesson, "s02", c.Sit("s02")).devices["device-s02"] == "s02"


def test_an_excused_student_is_out_of_the_count_and_may_come_back():
    lesson = when(asking("board", 6), "s01", c.Answer("board.1", 1, "x = 15/2"))
    lesson = when(lesson, CLOCK, c.Tick(), T0 + 4_000)
    out = when(lesson, TEACHER, c.Excuse("board.1", "s01", "out"))
    assert (out.asked["board.1"].N, out.asked["board.1"].k) == (5, 0)
    back = when(out, TEACHER, c.Excuse("board.1", "s01", "in"))
    assert (back.asked["board.1"].N, back.asked["board.1"].k) == (6, 1)


def test_a_lent_device_shows_one_student_at_a_time_and_hides_the_first_answer():
    lesson = given(started(2, PLAN), SeatTaken("s01", "device-s01", T0))
    lesson = when(lesson, TEACHER, c.Lend("s02", "s01"))
    lesson = when(lesson, TEACHER, c.Open("board"))
    lesson = when(lesson, "s01", c.Answer("board.1", 1, "x = 4"))
    assert [tile.student for tile in sees(lesson, "s01", Me).beside] == ["s02"]
    assert sees(lesson, "s01", Saved).state == "hidden"
    assert "x = 4" not in repr(view(lesson, someone("s01"), {}))
    handed = when(lesson, "s01", c.HandOver("s02"))
    assert handed.devices["device-s01"] == "s02"
    assert "x = 4" not in repr(sees(handed, "s02", QuestionPanel))
    assert handed.asked["board.1"].N == 2


def test_extra_time_goes_on_after_the_close_on_a_page_of_its_own_and_counts_when_handed_in():
    lesson = closed(with_needs(Needs("s01", extra_time=150)))
    assert sees(lesson, "s01", QuestionPanel).extra
    assert (lesson.asked["board.1"].N, lesson.extra["s01"]) == (3, T0 + 60_000 + 30_000)
    lesson = when(lesson, TEACHER, c.Open("call"), T0 + 61_000)
    lesson = when(lesson, "s01", c.Answer("board.1", 1, "x = 15/2"), T0 + 70_000)
    assert lesson.asked["board.1"].N == 4
    assert "s01" not in lesson.extra


def test_extra_time_that_runs_out_counts_as_for_everybody():
    lesson = closed(with_needs(Needs("s01", extra_time=150)))
    lesson = when(lesson, CLOCK, c.Tick(), T0 + 60_000 + 30_000)
    assert lesson.asked["board.1"].N == 4
    with pytest.raises(Refused):
        when(lesson, "s01", c.Answer("board.1", 1, "x = 4"), T0 + 60_000 + 30_001)


def test_time_without_an_end_ends_when_the_student_goes_on():
    lesson = closed(with_needs(Needs("s01", extra_time=NO_END)))
    lesson = when(lesson, CLOCK, c.Tick(), T0 + 3_600_000)
    assert sees(lesson, "s01", QuestionPanel).extra
    assert sees(when(lesson, "s01", c.GoOn()), "s01", QuestionPanel) is None


def test_eyes_up_pauses_extra_time_too():
    lesson = closed(with_needs(Needs("s01", extra_time=200)))
    assert sees(when(lesson, TEACHER, c.EyesUp("up")), "s01", Paused)


def test_a_student_on_paper_who_is_not_marked_yet_is_unknown_at_the_close_and_waits_for_a_look():
    lesson = when(asking("board", 10), TEACHER, c.OnPaper("s10", "paper"))
    for student in ids(8):
        lesson = when(lesson, student, c.Answer("board.1", 1, "x = 15/2" if student < "s08" else "x = 4"))
    lesson = closed(lesson)
    counts = tally(lesson)
    assert (counts.right, counts.not_yet, counts.check, counts.counted) == (7, 2, 1, 10)
    assert lesson.asked["board.1"].flag is None  # 7 of 10, and the tenth may still be the eighth
    assert when(lesson, TEACHER, c.Mark("board.1", "s10", "right")).asked["board.1"].flag.state == "move_on"
    assert when(lesson, TEACHER, c.Mark("board.1", "s10", "not_yet")).asked["board.1"].flag.state == "stop"


def test_a_right_answer_on_paper_stands_with_the_others_of_its_value():
    lesson = when(asking("board", 2), TEACHER, c.OnPaper("s02", "paper"))
    lesson = when(when(lesson, "s01", c.Answer("board.1", 1, "x = 7.5")), TEACHER, c.Mark("board.1", "s02", "right"))
    (group,) = sees(lesson, TEACHER, Answers).sheets[0].groups
    assert len(group.members) == 2


def test_a_mark_comes_too_late_once_the_class_is_elsewhere():
    lesson = when(asking("board", 2), TEACHER, c.OnPaper("s02", "paper"))
    with pytest.raises(Refused, match="moved on"):
        when(when(lesson, TEACHER, c.Open("call")), TEACHER, c.Mark("board.1", "s02", "right"))


def test_a_certain_flag_is_not_undone_by_an_answer_in_extra_time():
    lesson = with_needs(Needs("s01", extra_time=150), count=10)
    for student in ids(10)[1:]:
        lesson = when(lesson, student, c.Answer("board.1", 1, "x = 15/2" if student < "s10" else "x = 4"))
    lesson = closed(lesson)
    flag = lesson.asked["board.1"].flag
    assert (flag.state, flag.N, flag.n, flag.k) == ("move_on", 10, 9, 8)
    assert tally(lesson).counted == 10
    late = when(lesson, "s01", c.Answer("board.1", 1, "x = 4"), T0 + 70_000)
    assert late.asked["board.1"].flag.state == "move_on"


def test_a_late_answer_moves_the_flag_and_the_card_of_the_board_before_the_class():
    lesson = with_needs(Needs("s01", extra_time=150), count=10)
    for student in ids(10)[1:]:
        lesson = when(lesson, student, c.Answer("board.1", 1, "x = 15/2" if student < "s09" else "x = 4"))
    lesson = closed(lesson)
    assert (lesson.asked["board.1"].flag, lesson.asked["board.1"].taken_back) == (None, False)
    assert lesson.cards["board.1"].action == "nearly"
    late = when(lesson, "s01", c.Answer("board.1", 1, "x = 15/2"), T0 + 70_000)
    assert late.asked["board.1"].flag.state == "move_on"
    assert late.cards["board.1"].action == "move_on"


def test_the_class_is_not_held_up_and_nothing_shows_who_has_extra_time():
    lesson = closed(with_needs(Needs("s01", extra_time=150)))
    revealed = when(lesson, TEACHER, c.Reveal("board"), T0 + 61_000)
    assert sees(revealed, "s01", QuestionPanel).extra
    assert not sees(revealed, "s01", QuestionPanel).closing
    for who in (WALL, "s02"):
        assert "extra=True" not in repr(view(revealed, someone(who), {}))
    assert "extra" in {s.student: s.signs for s in sees(revealed, TEACHER, Grid).squares}["s01"]


def test_answers_in_extra_time_change_the_plan_of_the_class():
    plan = (*PLAN, Plan("plan", "check"))
    lesson = given(
        replace(started(8, plan), needs=(Needs("s01", extra_time=150),)),
        *(SeatTaken(s, f"device-{s}", T0) for s in ids(8)),
    )
    lesson = when(lesson, TEACHER, c.Open("check"))
    for student in ids(8)[1:]:
        for question, text in (("check.1", "9"), ("check.2", "-4"), ("check.3", "5" if student < "s05" else "56/5")):
            lesson = when(lesson, student, c.Answer(question, 1, text))
    lesson = when(lesson, TEACHER, c.Open("plan"), T0 + 60_000)
    assert lesson.plan.unknown == ("s01",)
    for question, text in (("check.1", "9"), ("check.2", "-4"), ("check.3", "56/5")):
        lesson = when(lesson, "s01", c.Answer(question, 1, text), T0 + 70_000)
    assert lesson.plan.unknown == ()


def test_who_is_silent_for_a_while_is_away_for_the_teacher_alone_and_leaves_the_count_at_the_close():
    lesson = when(asking("board", 6), CLOCK, c.FellSilent("s06"))
    assert {s.student: s.state for s in sees(lesson, TEACHER, Grid).squares}["s06"] == "away"
    assert (tally(lesson).away, lesson.asked["board.1"].N) == (1, 6)
    assert lesson == when(lesson, CLOCK, c.FellSilent("s06"))
    assert closed(lesson).asked["board.1"].N == 5
    back = when(lesson, CLOCK, c.HeardAgain("s06"))
    assert closed(back).asked["board.1"].N == 6


def test_a_tile_that_was_left_for_another_one_is_in_no_count_after_the_close():
    lesson = when(asking("board", 3), Visitor("device-s03"), c.Sit("s03"))
    lesson = when(given_roster(lesson), Visitor("device-s03"), c.Sit("s04"))
    assert "s03" not in lesson.seats
    assert closed(lesson).asked["board.1"].N == 2


def given_roster(lesson: Lesson) -> Lesson:
    """One more tile."""
    return when(lesson, CLOCK, c.Enrol("s04"))


def test_who_joins_after_the_question_opened_answers_and_is_saved_but_is_in_no_count_of_it():
    lesson = when(asking("board", 6), CLOCK, c.Enrol("s07"))
    lesson = when(lesson, Visitor("device-s07"), c.Sit("s07"))
    lesson = when(lesson, "s07", c.Answer("board.1", 1, "x = 15/2"))
    assert (tally(lesson).counted, tally(lesson).right, tally(lesson).late) == (6, 0, 1)
    assert {s.student: s.state for s in sees(lesson, TEACHER, Grid).squares}["s07"] == "in"
    assert closed(lesson).asked["board.1"].N == 6


REFUSED = [
    (c.OnPaper("s99", "paper"), "not on the list"),
    (c.Lend("s01", "s01"), "choose two students"),
    (c.Lend("s02", "s03"), "no device to share"),
    (c.Excuse("nothing", "s01", "out"), "moved on"),
]


@pytest.mark.parametrize(("wish", "says"), REFUSED, ids=lambda of: type(of).__name__)
def test_what_cannot_be_is_refused_with_a_sentence(wish, says):
    lesson = when(asking("board", 3), TEACHER, c.OnPaper("s03", "paper"))
    with pytest.raises(Refused, match=says):
        when(lesson, TEACHER, wish)


def test_what_is_so_already_changes_nothing():
    lesson = when(asking("board", 3), TEACHER, c.OnPaper("s03", "paper"))
    lesson = when(lesson, TEACHER, c.Lend("s02", "s01"))
    lesson = when(lesson, TEACHER, c.Excuse("board.1", "s01", "out"))
    for wish in (c.OnPaper("s03", "paper"), c.OnPaper("s01", "off"), c.Lend("s02", "s01"),
                 c.Excuse("board.1", "s01", "out"), c.Excuse("board.1", "s02", "in")):  # fmt: skip
        assert when(lesson, TEACHER, wish) == lesson
    assert when(lesson, "s01", c.GoOn()) == lesson
    with pytest.raises(Refused, match="ended"):
        when(when(lesson, TEACHER, c.End()), TEACHER, c.OnPaper("s02", "paper"))


def test_only_a_shared_device_is_handed_over():
    lesson = asking("board", 3)
    with pytest.raises(Refused, match="not shared"):
        when(lesson, "s01", c.HandOver("s02"))
