"""The plan of a class after its diagnostic: made by rule, changed by hand, shown without a word about why."""

from __future__ import annotations

import pytest

from acting import T0, TEACHER, WALL, ids, seated, sees, someone, when
from boardsup.items.item import Question
from boardsup.lesson import commands as c
from boardsup.lesson.events import LessonStarted
from boardsup.lesson.lesson import apply, decide
from boardsup.lesson.materials import PracticeSet
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import GetReady, Grid, GroupsScene, OwnGroup, PlanCard, QuestionPanel
from boardsup.lesson.replaying import Recorded, Replayed, replay
from boardsup.lesson.segments import Diagnostic, Plan, Stations
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import Visitor
from boardsup.teaching.pick import EMPTY_BAG

ASKS = ("one-step", "two-step", "brackets")
CHECK = Diagnostic("check", tuple(Question(f"check.{i}", ask, "number", str(i)) for i, ask in enumerate(ASKS, start=1)))
SETS = tuple(
    PracticeSet(ask, ask, (Question(f"set.{ask}", f"Practise {ask}", "number", "1"),), coach=(f"Why, in {ask}?",))
    for ask in (*ASKS, "more")
)
PLAN = (CHECK, Plan("plan", "check"), Stations("stations", "check", SETS))
PATTERNS = ["111"] * 7 + ["110"] * 9 + ["100"] * 7 + ["000"] * 4 + ["101", "010"]


def checked(patterns: list[str] = PATTERNS, absent: int = 0) -> Lesson:
    """A class that answered the check in these patterns, with the plan before it; the last ones are not here."""
    lesson = when(seated(len(patterns), len(patterns) + absent, PLAN), TEACHER, c.Open("check"))
    for student, pattern in zip(ids(len(patterns)), patterns, strict=True):
        for i, mark in enumerate(pattern, start=1):
            lesson = when(lesson, student, c.Answer(f"check.{i}", 1, str(i) if mark == "1" else "99"))
    return when(lesson, TEACHER, c.Open("plan"), T0 + 60_000)


def test_a_mixed_class_gets_stations_with_tables_pairs_and_a_studio():
    card = sees(checked(), TEACHER, PlanCard)
    assert card.title == "Stations"
    tables = [place for place in card.places if place.to.startswith("table")]
    assert sorted(len(place.students) for place in tables) == [4, 7]
    assert [place.note for place in tables] == ["one-step", "two-step"]
    assert len(card.confirm) == 2


def test_a_class_that_mostly_misses_the_first_question_starts_there_together():
    card = sees(checked(["000"] * 20 + ["100"] * 6 + ["111"] * 4), TEACHER, PlanCard)
    assert (card.title, card.start) == ("Whole class first", "one-step")


def test_a_class_that_has_it_goes_on():
    assert sees(checked(["111"] * 25 + ["110"] * 5), TEACHER, PlanCard).title.startswith("Go on")


def test_until_the_groups_are_shown_a_student_only_gets_ready():
    lesson = checked()
    assert sees(lesson, "s24", GetReady)
    lesson = when(lesson, TEACHER, c.ShowGroups("shown"))
    own = sees(lesson, "s24", OwnGroup)
    assert own.label.startswith("Table")
    assert len(own.mates) == 3
    assert sees(lesson, WALL, GroupsScene)
    assert sees(when(lesson, TEACHER, c.ShowGroups("hidden")), "s24", GetReady)


def test_a_student_who_is_moved_stays_there_and_the_others_are_grouped_around():
    lesson = when(checked(), TEACHER, c.MoveStudent("s24", "studio"))
    assert lesson.plan is not None
    assert "s24" in lesson.plan.studio
    assert sorted(len(table.students) for table in lesson.plan.tables) == [3, 7]
    with pytest.raises(Refused, match="no such group"):
        when(lesson, TEACHER, c.MoveStudent("s24", "table:9"))


def test_at_the_stations_each_practises_what_they_need_and_sees_how_it_went_at_once():
    lesson = when(checked(), TEACHER, c.Open("stations"), T0 + 90_000)
    assert sees(lesson, "s24", QuestionPanel).ask == "Practise one-step"
    assert sees(lesson, "s17", QuestionPanel).ask == "Practise two-step"
    lesson = when(lesson, "s24", c.Answer("set.one-step", 1, "1"), T0 + 91_000)
    squares = {square.student: square.done for square in sees(lesson, TEACHER, Grid).squares}
    assert (squares["s24"], squares["s25"]) == (1, 0)


def test_a_plan_is_computed_again_in_a_replay():
    started = LessonStarted("QRTKM", "Title", "alg1-p3", ids(3), PLAN, EMPTY_BAG, T0)
    log, lesson = [Recorded(1, T0, started)], apply(Lesson(), started)
    commands = [("s01", c.Sit("s01")), (TEACHER, c.Open("check")), ("s01", c.Answer("check.1", 1, "1"))]
    for who, command in [*commands, (TEACHER, c.Open("plan"))]:
        asker = Visitor("device-s01") if isinstance(command, c.Sit) else someone(who)
        for event in decide(lesson, asker, command, T0):
            log.append(Recorded(len(log) + 1, T0, event))
            lesson = apply(lesson, event)
    assert lesson.plan is not None
    assert isinstance(replay(log), Replayed)


def test_a_student_is_put_at_a_table_or_with_somebody_and_nowhere_that_is_not_there():
    lesson = checked()
    assert "s01" in when(lesson, TEACHER, c.MoveStudent("s01", "table:0")).plan.tables[0].students
    paired = when(lesson, TEACHER, c.MoveStudent("s28", "with:s08"))
    assert any({"s28", "s08"} <= set(pair.students) for pair in paired.plan.pairs)
    for student, to, says in (("s01", "table:9", "no such group"), ("s99", "studio", "not on the list")):
        with pytest.raises(Refused, match=says):
            when(lesson, TEACHER, c.MoveStudent(student, to))


def test_where_the_whole_class_starts_together_everybody_practises_that_question():
    lesson = checked(["000"] * 20 + ["100"] * 6 + ["111"] * 4)
    lesson = when(lesson, TEACHER, c.Open("stations"))
    assert {sees(lesson, student, QuestionPanel).ask for student in ("s01", "s30")} == {"Practise one-step"}


def test_before_there_is_a_plan_nobody_has_a_set():
    lesson = when(seated(2, plan=PLAN), TEACHER, c.Open("stations"))
    assert sees(lesson, "s01", QuestionPanel) is None


def test_each_of_a_pair_reads_the_label_and_the_names_of_the_others():
    lesson = when(checked(), TEACHER, c.ShowGroups("shown"))
    pair = lesson.plan.pairs[0]
    for student in pair.students:
        own = sees(lesson, student, OwnGroup)
        assert own.label == pair.label
        assert set(own.mates) == {f"Name {other}" for other in pair.students if other != student}
