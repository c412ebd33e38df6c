"""A part put into a running lesson: another one each time, until there are no more."""

from __future__ import annotations

import pytest

from acting import asking
from boardsup.lesson.lesson import apply, decide
from boardsup.lesson.segments import ColdCall, Community, Discuss, Notice, Warmup
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import Teacher
from boardsup.web.putting_in import put_in
from boardsup.web.wire import PutIn
from checkout import ROOT

PROBLEMS = ROOT / "problems"


def after(lesson: Lesson, part: str) -> Lesson:
    command = put_in(lesson, PutIn(part), PROBLEMS)
    assert command is not None
    for event in decide(lesson, Teacher(), command, 0):
        lesson = apply(lesson, event)
    return lesson


@pytest.mark.parametrize(
    ("part", "kind"), [("call", ColdCall), ("talk", Discuss), ("warm", Warmup | Notice), ("community", Community)]
)
def test_it_stands_right_behind_what_is_before_the_class_and_waits(part, kind):
    lesson = after(asking("check"), part)
    place = [segment.id for segment in lesson.segments].index("check")
    assert isinstance(lesson.segments[place + 1], kind)
    assert lesson.now == "check"


@pytest.mark.parametrize(("part", "there_are"), [("warm", 18), ("community", 12)])
def test_each_time_it_is_another_one_until_there_are_no_more(part, there_are):
    lesson = asking("check")
    for _ in range(there_are):
        lesson = after(lesson, part)
    new = {
        (one.ask, getattr(one, "options", ()), getattr(one, "picture", ""))
        for one in lesson.segments
        if one.id.startswith(f"{part}-")
    }
    assert len(new) == there_are
    assert put_in(lesson, PutIn(part), PROBLEMS) is None
