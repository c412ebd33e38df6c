"""Events never refuse: what comes after the fact, or twice, changes nothing; and a log that differs is found out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from acting import CLOCK, T0, TEACHER, WALL, asking, given, ids, seated, sees, started, when
from boardsup.lesson import commands as c
from boardsup.lesson import events as e
from boardsup.lesson.calling import drawn_at
from boardsup.lesson.languages import language_of
from boardsup.lesson.lesson import apply, decide
from boardsup.lesson.needs import Apart, Needs
from boardsup.lesson.regions import Answers, Me, QuestionPanel, ReviewPanel, Saved, Tallies
from boardsup.lesson.regions.wall import ReadyScene
from boardsup.lesson.replaying import Difference, Recorded, Replayed, replay
from boardsup.lesson.segments import Board, Diagnostic, Plan, questions_of
from boardsup.lesson.state import Lesson
from boardsup.lesson.views import view
from boardsup.lesson.who import Student, Visitor

STALE = [
    e.NameShown(9),
    e.CallEnded(9, "right"),
    e.StudentEnrolled("s01"),
    e.SeatWentAway("s09"),
    e.SeatOffPaper("s09"),
    e.PressUndone(),
    e.AnswerMarked("s01", "board.1", 7, "correct", "", ""),
    e.AnswerJudged("s01", "board.1", 7, "correct"),
    e.AnswersStood("board.1", (("s01", 7),)),
    e.SketchKept("s01", "board.1", 7, "M0 0"),
]


@pytest.mark.parametrize("event", STALE, ids=lambda event: type(event).__name__)
def test_what_comes_too_late_changes_nothing(event):
    lesson = asking("board", 3)
    assert apply(lesson, event) == lesson


def test_the_room_itself_looks_at_no_page():
    assert view(asking("board"), CLOCK, {}) == ()


def test_a_student_reads_what_they_chose_and_everybody_else_reads_english():
    lesson = when(asking("board", 2), "s01", c.ChooseLanguage("es"))
    assert [sees(lesson, student, Me).language for student in ids(2)] == ["es", "en"]
    assert language_of(lesson, WALL) == "en"
    assert when(lesson, "s01", c.ChooseLanguage("es")) == lesson


def test_no_call_is_drawn_where_none_is_made():
    assert drawn_at(asking("board"), T0) is None


def test_a_note_after_a_press_that_was_kept_and_one_after_none_both_stand():
    lesson = when(when(seated(3), TEACHER, c.Open("call")), TEACHER, c.CallNext("call"))
    student = lesson.call.student
    lesson = when(lesson, student, c.Reply(1, "pass"))
    lesson = apply(lesson, e.SegmentRevisited("call"))
    assert apply(lesson, e.ReturnWritten(student, T0)).written[0].wrote == ""


def test_a_leaning_flag_becomes_a_certain_one():
    lesson = asking("board", 30)
    for i, student in enumerate(ids(16)):
        lesson = when(lesson, student, c.Answer("board.1", 1, "x = 15/2" if i < 8 or i == 13 else "x = 4"))
        lesson = when(lesson, CLOCK, c.Tick(), T0 + 4_000)
        if i == 12:
            assert lesson.asked["board.1"].flag.state == "leaning_stop"
    assert lesson.asked["board.1"].flag.state == "stop"


def test_own_words_for_each_verdict_once_it_is_released():
    lesson = asking("board", 4)
    for student, text in (("s01", "x = 15/2"), ("s02", "30/4"), ("s03", "7 +")):
        lesson = when(lesson, student, c.Answer("board.1", 1, text))
    lesson = when(lesson, "s04", c.DontKnow("board.1", 1))
    assert sees(lesson, "s04", Saved).state == "idk"
    lesson = when(lesson, TEACHER, c.Reveal("board"))
    verdicts = [sees(lesson, student, ReviewPanel).results[0].verdict for student in ids(4)]
    assert verdicts[0] == "right"
    assert verdicts[2:] == ["", "idk"]


def test_groups_that_are_shown_before_there_is_a_plan_are_still_to_come():
    lesson = when(seated(2, plan=(Plan("plan", "check"),)), TEACHER, c.Open("plan"))
    assert sees(apply(lesson, e.GroupsShown()), WALL, ReadyScene)


def test_nobody_away_or_on_paper_keeps_extra_time():
    needs = tuple(Needs(student, extra_time=150) for student in ids(3))
    lesson = given(replace(started(3), needs=needs), *(e.SeatTaken(s, f"device-{s}", T0) for s in ids(3)))
    lesson = when(when(lesson, TEACHER, c.Open("board")), CLOCK, c.FellSilent("s01"))
    lesson = when(lesson, TEACHER, c.OnPaper("s02", "paper"))
    for _ in range(2):
        lesson = when(lesson, TEACHER, c.Close("board"), T0 + 60_000)
    assert set(lesson.extra) == {"s03"}


def test_extra_time_on_a_set_goes_on_with_what_is_left_and_ends_with_the_last_of_it():
    lesson = given(
        replace(started(3), needs=(Needs("s01", extra_time=200),)),
        *(e.SeatTaken(s, f"device-{s}", T0) for s in ids(3)),
    )
    lesson = when(when(lesson, TEACHER, c.Open("check")), "s01", c.Answer("check.1", 1, "9"))
    for _ in range(2):
        lesson = when(lesson, TEACHER, c.Close("check"), T0 + 60_000)
    assert sees(lesson, "s01", QuestionPanel).question == "check.2"
    lesson = when(lesson, "s01", c.Answer("check.2", 1, "-4"), T0 + 61_000)
    assert set(lesson.extra) == {"s01"}
    assert not when(lesson, CLOCK, c.Tick(), T0 + 120_000).extra


def test_a_text_without_a_key_is_collected_and_grouped():
    lesson = when(seated(3), TEACHER, c.Ask("Say one thing about triangles", ""))
    lesson = when(lesson, "s01", c.Answer("spot1.1", 1, "Three sides"))
    (group,) = sees(lesson, TEACHER, Answers).sheets[0].groups
    assert (group.kind, sees(lesson, TEACHER, Tallies).tallies[0].shared) == ("open", 1)


def played() -> tuple[Lesson, list[tuple[int, e.Event]]]:
    """A board with a call out of a group, then cold calls with a heads-up and a pass."""
    start = started(6)
    lesson, log = given(start), [(T0, start)]

    def happens(who, wish, at):
        nonlocal lesson
        for event in decide(lesson, who, wish, at):
            lesson = apply(lesson, event)
            log.append((at, event))

    for student in ids(6):
        happens(Visitor(f"device-{student}"), c.Sit(student), T0)
    happens(TEACHER, c.Open("board"), T0)
    for student in ids(6):
        happens(Student(student, f"device-{student}"), c.Answer("board.1", 1, "x = 4"), T0)
    happens(TEACHER, c.Reveal("board"), T0 + 9_000)
    happens(Student("s03", "device-s03"), c.Offer("board", "share"), T0 + 9_000)
    happens(TEACHER, c.PickFrom("board.1", "4"), T0 + 10_000)
    happens(TEACHER, c.EndCall(1, "right"), T0 + 40_000)
    happens(TEACHER, c.Open("call"), T0 + 41_000)
    happens(CLOCK, c.Tick(), T0 + 42_000)
    happens(TEACHER, c.CallNext("call"), T0 + 43_000)
    return lesson, log


def recorded(log: list[tuple[int, e.Event]]) -> list[Recorded]:
    return [Recorded(i, at, event) for i, (at, event) in enumerate(log, start=1)]


def test_every_heads_up_and_every_call_out_of_a_group_is_computed_again():
    lesson, log = played()
    found = replay(recorded(log))
    assert isinstance(found, Replayed)
    assert (found.lesson, found.calls) == (lesson, 2)


def test_a_heads_up_that_the_rules_would_not_give_is_found_out_at_its_place():
    _, log = played()
    place = next(i for i, (_, event) in enumerate(log) if isinstance(event, e.HeadsUpGiven))
    at, event = log[place]
    other = next(s for s in ids(6) if s != event.student)
    found = replay(recorded([*log[:place], (at, replace(event, student=other)), *log[place + 1 :]]))
    assert isinstance(found, Difference)
    assert found.seq == place + 1


def test_a_log_that_ends_before_what_follows_by_rule_is_found_out():
    _, log = played()
    place = next(i for i, (_, event) in enumerate(log) if isinstance(event, e.FlagChanged | e.CardDrawn))
    found = replay(recorded(log[:place]))
    assert isinstance(found, Difference)
    assert found.seq == place + 1


def test_the_plan_keeps_apart_who_is_kept_apart_and_lets_nobody_coach_who_does_not_want_to():
    asks = Diagnostic("check", questions_of(asking("check").segment))
    start = replace(
        started(10, (asks, Plan("plan", "check"))),
        needs=(Needs("s01", coaches=False),),
        apart=(Apart("s02", "s06"), Apart("s03", "s07")),
    )
    lesson = given(start, *(e.SeatTaken(s, f"device-{s}", T0) for s in ids(10)))
    lesson = when(lesson, TEACHER, c.Open("check"))
    for student in ids(10):
        for question, text in (("check.1", "9"), ("check.2", "-4"), ("check.3", "56/5" if student < "s06" else "5")):
            lesson = when(lesson, student, c.Answer(question, 1, text))
    lesson = when(lesson, TEACHER, c.Open("plan"), T0 + 60_000)
    together = [set(pair.students) for pair in lesson.plan.pairs]
    assert together
    assert all(pair.coach != "s01" for pair in lesson.plan.pairs)
    assert not any({"s02", "s06"} <= group or {"s03", "s07"} <= group for group in together)
    wished = when(lesson, CLOCK, c.SetNeeds((Needs("s02", coaches=False),), start.apart))
    assert all(pair.coach != "s02" for pair in wished.plan.pairs)
    assert isinstance(asking("board").segment, Board)
