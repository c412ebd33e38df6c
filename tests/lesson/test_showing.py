"""What the console and the wall make of the answers: counts, groups, squares."""

from __future__ import annotations

from acting import CLOCK, TEACHER, WALL, asking, given, ids, sees, started, when
from boardsup.items.item import Prediction, Question
from boardsup.lesson.commands import Answer, DontKnow, FellSilent, Reveal, Share
from boardsup.lesson.events import SeatTaken, SegmentOpened
from boardsup.lesson.regions import Answers, Grid, RevealScene, Tallies, WallCount
from boardsup.lesson.segments import Board


def answered(lesson, texts, question="board.1"):
    for student, text in texts.items():
        command = DontKnow(question, 1) if text == "idk" else Answer(question, 1, text)
        lesson = when(lesson, student, command)
    return lesson


MIXED = dict(zip(ids(8), ("x = 7.5", "15/2", "7 1/2", "30", "x = 30", "3", "idk", "7 +"), strict=True))


def test_every_student_of_n_is_in_exactly_one_count():
    lesson = when(answered(asking("board", 10), MIXED), CLOCK, FellSilent("s10"))
    tally = sees(lesson, TEACHER, Tallies).tallies[0]
    counts = (tally.counted, tally.right, tally.not_yet, tally.idk, tally.check, tally.working, tally.away)
    assert counts == (10, 3, 4, 1, 1, 1, 1)
    assert tally.counted == tally.right + tally.not_yet + tally.check + tally.working + tally.away


def test_equal_answers_are_one_group_however_they_were_written():
    lesson = answered(asking("board", 10), MIXED)
    groups = sees(lesson, TEACHER, Answers).sheets[0].groups
    assert [(g.kind, len(g.members)) for g in groups] == [
        ("right", 3), ("not_yet", 2), ("not_yet", 1), ("check", 1), ("idk", 1),
    ]  # fmt: skip
    assert [member.wrote for member in groups[0].members] == ["x = 7.5", "15/2", "7 1/2"]


def test_the_console_names_the_procedure_that_gives_exactly_this_answer():
    predicted = (Prediction("x = 30", ("eq-dist/stops-early",), "Did not divide by 4."),)
    question = Question("board.1", "Solve $4(x - 3) = 18$", "equation_solution", "x = 15/2", ("x",), predicted)
    board = Board("board", question)
    seats = [SeatTaken(s, f"device-{s}", 0) for s in ids(3)]
    lesson = given(started(3, (board,)), *seats, SegmentOpened("board", ids(3), 0))
    lesson = answered(lesson, {"s01": "30", "s02": "x = 60/2", "s03": "x = 31"})
    groups = sees(lesson, TEACHER, Answers).sheets[0].groups
    said = {member.student: group.says for group in groups for member in group.members}
    assert said == {"s01": ("Did not divide by 4.",), "s02": ("Did not divide by 4.",), "s03": ()}


def test_the_grid_has_a_square_for_everybody():
    lesson = when(answered(asking("board", 10), {"s01": "7.5", "s02": "7 +"}), CLOCK, FellSilent("s03"))
    states = {square.student: square.state for square in sees(lesson, TEACHER, Grid).squares}
    assert [states[s] for s in ids(4)] == ["in", "check", "away", "working"]


def test_nobody_is_working_on_what_has_been_revealed():
    lesson = when(answered(asking("board", 3), {"s01": "7.5"}), TEACHER, Reveal("board"))
    states = {square.student: square.state for square in sees(lesson, TEACHER, Grid).squares}
    assert states == {"s01": "in", "s02": "here", "s03": "here"}


def test_a_pick_of_a_warm_up_says_on_both_screens_what_stands_on_it():
    lesson = asking("warm", 3)
    for student in ids(3):
        lesson = when(lesson, student, Share("warm.1", 1, "B", "why"))
    lesson = when(lesson, TEACHER, Reveal("warm"))
    (group,) = sees(lesson, TEACHER, Answers).sheets[0].groups
    (shown,) = sees(lesson, WALL, RevealScene).questions[0].groups
    assert group.ask == shown.ask == lesson.segment.options[1].ask


def test_before_the_reveal_the_wall_counts_and_says_nothing_else():
    lesson = answered(asking("board", 10), MIXED)
    assert sees(lesson, WALL, WallCount) == WallCount(handed_in=7, counted=10, asking=True)
    assert sees(lesson, WALL, RevealScene) is None


def test_after_the_reveal_small_groups_are_merged_and_nothing_private_is_shown():
    lesson = when(answered(asking("board", 10), MIXED), TEACHER, Reveal("board"))
    (question,) = sees(lesson, WALL, RevealScene).questions
    assert [(g.kind, g.count, g.right) for g in question.groups] == [("value", 3, True), ("other", 3, False)]
    assert not any(value in repr(question) for value in ("30", "I don't know", "7 +"))


def test_one_or_two_other_ideas_are_not_even_counted():
    texts = {"s01": "7.5", "s02": "7.5", "s03": "7.5", "s04": "30", "s05": "3"}
    (question,) = sees(when(answered(asking("board", 5), texts), TEACHER, Reveal("board")), WALL, RevealScene).questions
    assert [(g.kind, g.count) for g in question.groups] == [("value", 3), ("other", 0)]


def test_a_warm_up_shows_picks_and_neither_right_nor_wrong():
    lesson = asking("warm", 6)
    for student, pick in zip(ids(6), "CCCCAA", strict=True):
        lesson = when(lesson, student, Share("warm.1", 1, pick, "why"))
    (question,) = sees(when(lesson, TEACHER, Reveal("warm")), WALL, RevealScene).questions
    assert [(g.kind, g.value, g.count, g.right) for g in question.groups] == [
        ("choice", "C", 4, False), ("other", "", 0, False),
    ]  # fmt: skip


def test_a_set_counts_those_who_have_handed_in_all_of_it():
    lesson = asking("check", 3)
    lesson = answered(lesson, {"s01": "9"}, "check.1")
    lesson = answered(lesson, {"s01": "-4"}, "check.2")
    assert sees(lesson, WALL, WallCount).handed_in == 0
    assert sees(answered(lesson, {"s01": "56/5"}, "check.3"), WALL, WallCount).handed_in == 1
