"""A lesson is run by its class's settings, and by what the lessons before have left to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from acting import BOARD, CLOCK, DIAGNOSTIC, T0, TEACHER, given, ids, sees, started, when
from boardsup.items.item import Question
from boardsup.lesson import commands as c
from boardsup.lesson.calling import drawn_at
from boardsup.lesson.events import CallDrawn, SeatTaken, SegmentOpened
from boardsup.lesson.evidence import together
from boardsup.lesson.lately import Lately, Times, Together
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import HeadsUp, PlanCard, Tallies
from boardsup.lesson.segments import Board, ColdCall, Plan, Segment, Stations
from boardsup.lesson.settings import AS_SHIPPED, ClassSettings
from boardsup.lesson.state import Lesson

ANY_OF_FOUR = Board("pick", Question("pick.1", "Which is $x$?", "choice", "A", choices=("A", "B", "C", "D")))
RIGHT = {"board": "15/2", "pick": "A"}
STATIONS: tuple[Segment, ...] = (DIAGNOSTIC, Plan("plan", "check"), Stations("stations", "check", ()))


def running(plan: tuple[Segment, ...], count: int, **of: object) -> Lesson:
    """A class of `count`, all seated, with the first segment before it."""
    began = replace(started(count, plan), **of)
    seats = (SeatTaken(s, f"device-{s}", T0) for s in ids(count))
    return given(began, *seats, SegmentOpened(plan[0].id, ids(count), T0))


def flag_with(right: int, board: Board, settings: ClassSettings = AS_SHIPPED) -> str:
    """The flag of ten students once the question is closed, so many of them right."""
    lesson = running((board,), 10, settings=settings)
    for student in ids(10)[:right]:
        lesson = when(lesson, student, c.Answer(board.question.id, 1, RIGHT[board.id]))
    for _ in range(2):
        lesson = when(lesson, TEACHER, c.Close(board.id))
    return lesson.asked[board.question.id].flag.state


@pytest.mark.parametrize(("percent", "right", "says"), [(80, 8, "move_on"), (90, 8, "stop"), (90, 9, "move_on")])
def test_a_class_moves_on_from_the_share_that_its_teacher_has_set(percent: int, right: int, says: str):
    assert flag_with(right, BOARD, replace(AS_SHIPPED, flags=replace(AS_SHIPPED.flags, high=percent))) == says


def test_a_choice_among_four_needs_more_right_for_some_of_it_is_guessed():
    assert flag_with(8, BOARD) == "move_on"
    assert flag_with(8, ANY_OF_FOUR) == "stop"
    assert flag_with(9, ANY_OF_FOUR) == "move_on"


def test_the_reason_of_a_flag_names_the_threshold_that_was_set():
    settings = replace(AS_SHIPPED, flags=replace(AS_SHIPPED.flags, high=50, middle=40))
    lesson = running((BOARD,), 10, settings=settings)
    for student in ids(10)[:5]:
        lesson = when(lesson, student, c.Answer("board.1", 1, "15/2"))
    lesson = when(when(lesson, TEACHER, c.Close("board")), TEACHER, c.Close("board"))
    assert "5 are enough" in sees(lesson, TEACHER, Tallies).tallies[0].reason
    assert lesson.asked["board.1"].flag.state == "move_on"


def calling(**of: object) -> Lesson:
    return running((ColdCall("call", "Why?"),), 6, **of)


def test_without_heads_ups_in_its_settings_a_lesson_begins_without_them():
    assert not calling(settings=replace(AS_SHIPPED, heads_ups=False)).heads_ups
    assert calling().heads_ups


def test_where_nobody_may_pass_a_heads_up_offers_no_pass_and_a_pass_is_refused():
    none = replace(AS_SHIPPED, calls=replace(AS_SHIPPED.calls, passes_a_day=0))
    lesson = when(calling(settings=none), CLOCK, c.Tick(), T0 + 1_000)
    told = lesson.line[0].draw.student
    assert not sees(lesson, told, HeadsUp).can_pass
    with pytest.raises(Refused, match="passes for today"):
        when(lesson, told, c.Reply(lesson.line[0].number, "pass"))


def first_call(lesson: Lesson) -> str:
    # Without s06, whose key in round 1 is so small that no weight reaches it.
    found = drawn_at(replace(lesson, heads_ups=False, seats=lesson.seats.delete("s06")), T0 + 200_000)
    assert isinstance(found, CallDrawn)
    return found.student


def test_who_has_waited_longest_comes_forward_only_where_the_class_has_set_so():
    # Keys of round 1: s01 .339, s02 .837. Called today counts half, waiting for long counts double: .678 and .418.
    lately = Lately(waited=tuple(Times(s, {"s01": 0, "s02": 40}.get(s, 9)) for s in ids(6)))
    assert first_call(calling(lately=lately)) == "s01"
    assert first_call(calling(lately=lately, settings=replace(AS_SHIPPED, weighted=True))) == "s02"


def planned(*, coaches: int = 6, **of: object) -> Lesson:
    """Twelve in the check: so many have it all, the others miss the last question; the plan is before the class."""
    lesson = running(STATIONS, 12, **of)
    for i, student in enumerate(ids(12)):
        for question, text in zip(DIAGNOSTIC.questions, ("9", "-4", "56/5" if i < coaches else "28/5"), strict=True):
            lesson = when(lesson, student, c.Answer(question.id, 1, text))
    for _ in range(2):
        lesson = when(lesson, TEACHER, c.Close("check"))
    return when(lesson, TEACHER, c.Open("plan"))


def pairs_of(lesson: Lesson) -> set[tuple[str, str]]:
    return {(pair.coach, learner) for pair in lesson.plan.pairs for learner in pair.learners}


def test_who_worked_together_lately_is_not_paired_again():
    before = pairs_of(planned())
    again = planned(lately=Lately(pairs=tuple(Together(*pair, coached=True) for pair in before)))
    assert before
    assert not before & pairs_of(again)


def test_who_has_coached_twice_this_week_rests_where_somebody_else_can():
    tired = next(iter(pairs_of(planned(coaches=7))))[0]
    lesson = planned(coaches=7, lately=Lately(coached=(Times(tired, 2),)))
    assert len(pairs_of(lesson)) == 5
    assert tired not in {coach for coach, _ in pairs_of(lesson)}


def test_in_one_session_of_four_another_strength_leads():
    assert "warm-up" in sees(planned(lately=Lately(sessions=3)), TEACHER, PlanCard).leads
    assert not sees(planned(lately=Lately(sessions=4)), TEACHER, PlanCard).leads


def test_a_lesson_leaves_to_the_next_who_worked_together_once_the_class_went_to_its_stations():
    lesson = planned()
    assert together(lesson) == ()
    lesson = when(lesson, TEACHER, c.Open("stations"))
    assert {(one.one, one.other) for one in together(lesson) if one.coached} == pairs_of(lesson)


@pytest.mark.parametrize(("cap", "tables"), [(8, 1), (3, 2)])
def test_the_table_of_a_class_holds_as_many_as_its_teacher_has_set(cap: int, tables: int):
    lesson = running(STATIONS, 24, settings=replace(AS_SHIPPED, groups=replace(AS_SHIPPED.groups, cap=cap)))
    for i, student in enumerate(ids(24)):
        answers = ("9", "-4", "56/5") if i < 18 else ("8", "1", "2")
        for question, text in zip(DIAGNOSTIC.questions, answers, strict=True):
            lesson = when(lesson, student, c.Answer(question.id, 1, text))
    for _ in range(2):
        lesson = when(lesson, TEACHER, c.Close("check"))
    plan = when(lesson, TEACHER, c.Open("plan")).plan
    assert (plan.mode, len(plan.tables)) == ("stations", tables)
    assert max(len(table.students) for table in plan.tables) <= cap
