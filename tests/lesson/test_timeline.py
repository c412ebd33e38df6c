"""How the answers to a question came in: every count at its second, and the moment of each flag."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given as for_all
from hypothesis import strategies as st

from acting import BOARD, CLOCK, T0, TEACHER, asking, ids, sees, when
from boardsup.lesson import commands as c
from boardsup.lesson.regions import Arrival, Timeline
from boardsup.lesson.views.timeline import MOST_POINTS
from boardsup.web.charts import HEIGHT, WIDTH, charted

SECOND = 1_000


def answered(texts: list[str], every: int = 2):
    """A class of so many, one answer every so many seconds."""
    lesson = asking("board", len(texts))
    for i, (student, text) in enumerate(zip(ids(len(texts)), texts, strict=True), start=1):
        lesson = when(lesson, student, c.Answer("board.1", 1, text), T0 + i * every * SECOND)
        lesson = when(lesson, CLOCK, c.Tick(), T0 + i * every * SECOND)
    return when(lesson, CLOCK, c.Tick(), T0 + (len(texts) * every + 4) * SECOND)


def test_each_answer_stands_at_its_second_with_the_counts_so_far():
    found = sees(answered(["15/2", "4", "15/2"]), TEACHER, Timeline)
    assert found.arrivals == (Arrival(2, 1, 1), Arrival(4, 2, 1), Arrival(6, 3, 2))
    assert (found.N, found.needed) == (3, 3)


def test_a_flag_stands_where_the_answers_that_it_rests_on_had_stood_for_three_seconds():
    found = sees(answered(["4", "4", "4", *["15/2"] * 7]), TEACHER, Timeline)
    certain = next(flag for flag in found.flags if flag.state == "stop")
    assert (certain.n - certain.k, certain.second) == (3, 9)


def test_every_flag_that_stood_is_kept_in_order():
    found = sees(answered(["15/2"] * 20), TEACHER, Timeline)
    assert [flag.state for flag in found.flags] == ["leaning_move_on", "move_on"]


def test_other_counts_under_the_same_sign_are_no_moment_of_their_own():
    lesson = answered(["4"] * 4 + ["15/2"] * 6)
    again = when(lesson, "s10", c.Answer("board.1", 2, "4"), T0 + 40 * SECOND)
    again = when(again, CLOCK, c.Tick(), T0 + 44 * SECOND)
    states = [flag.state for flag in sees(again, TEACHER, Timeline).flags]
    assert all(one != other for one, other in pairwise(states))
    assert len(again.asked["board.1"].flags) > len(states)


def test_a_changed_answer_stands_at_its_last_second():
    lesson = when(answered(["4", "15/2"]), "s01", c.Answer("board.1", 2, "15/2"), T0 + 30 * SECOND)
    assert sees(lesson, TEACHER, Timeline).arrivals == (Arrival(4, 1, 1), Arrival(30, 2, 2))


def test_of_a_hall_there_are_few_points_and_the_last_is_whole():
    found = sees(answered(["15/2"] * 200, every=1), TEACHER, Timeline)
    assert len(found.arrivals) <= MOST_POINTS
    assert found.arrivals[-1] == Arrival(200, 200, 200)


def test_there_is_none_for_what_is_not_marked_and_for_sets():
    assert sees(asking("warm"), TEACHER, Timeline) == Timeline()
    assert sees(asking("check"), TEACHER, Timeline) == Timeline()
    opened = asking("board")
    asked = opened.asked["board.1"]
    unmarked = replace(BOARD, question=replace(asked.question, kind="open"))
    lesson = replace(opened, segments=tuple(unmarked if s.id == "board" else s for s in opened.segments))
    assert sees(lesson, TEACHER, Timeline) == Timeline()


@for_all(st.lists(st.tuples(st.integers(0, 5_000), st.booleans()), min_size=1, max_size=60), st.integers(0, 60))
def test_whatever_comes_in_the_lines_stay_inside_the_picture_and_never_fall(came, needed):
    """Seen to fail with a height that is counted from the top."""
    came.sort()
    right = [sum(is_right for _, is_right in came[:i]) for i in range(1, len(came) + 1)]
    arrivals = tuple(Arrival(at, i, k) for i, ((at, _), k) in enumerate(zip(came, right, strict=True), start=1))
    chart = charted(Timeline("q", len(came), min(needed, len(came)), came[-1][0], arrivals))
    for line in (chart.handed_in, chart.right):
        heights = [float(step.split("H")[0]) for step in line.split("V")[1:]]
        places = [float(step.split("V")[0]) for step in line.split("H")[1:]]
        assert all(0 <= height <= HEIGHT for height in heights)
        assert all(0 <= place <= WIDTH for place in places)
        assert heights == sorted(heights, reverse=True)
        assert places == sorted(places)
    assert 0 <= chart.enough <= HEIGHT
