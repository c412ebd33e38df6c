"""How screens, the wall and the door change."""

from __future__ import annotations

from dataclasses import replace

from boardsup.lesson.state import Lesson


def eyes(lesson: Lesson, *, up: bool) -> Lesson:
    """Every student's screen pauses, or goes on."""
    return replace(lesson, eyes_up=up)


def wall(lesson: Lesson, *, blank: bool) -> Lesson:
    """The wall is cleared, or shown again."""
    return replace(lesson, blank=blank)


def door(lesson: Lesson, *, joining: bool) -> Lesson:
    """Joining is open, or closed to those without a seat."""
    return replace(lesson, joining=joining)


def drawing(lesson: Lesson, *, on: bool) -> Lesson:
    """Boards have a place to draw, or their line only."""
    return replace(lesson, drawing=on)
