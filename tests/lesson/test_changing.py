"""A frozen value with some of its fields changed is what `dataclasses.replace` makes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from acting import asking
from boardsup.lesson.changing import changed


def test_the_fields_that_are_named_change_and_no_other():
    lesson = asking("board")
    assert changed(lesson, eyes_up=True, now="warm") == replace(lesson, eyes_up=True, now="warm")
    asked = lesson.asked["board.1"]
    assert changed(asked, n=3) == replace(asked, n=3)


def test_nothing_changed_is_an_equal_value():
    assert changed(asking("board")) == asking("board")


def test_a_field_that_is_none_of_it_is_an_error():
    with pytest.raises(KeyError):
        changed(asking("board"), nonsense=1)
