"""Misconceptions over time: how often each could have shown in a lesson, how often it did, and no more than that.

A change is named only where the 95 % intervals of the first and the last lesson with enough answers lie apart; where
too few answers could show it, that is what is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from boardsup.teaching.intervals import wilson

FEWEST = 8
"""Answers of a lesson below which it is not compared."""

LATELY = 4
"""Lessons whose counts decide what comes first."""

Change = Literal["fewer", "more", "no_change", "too_few"]


@dataclass(frozen=True, slots=True)
class Seen:
    """A misconception at one question of one lesson: it showed in so many of the answers that could."""

    misconception: str
    times: int
    settled: int


@dataclass(frozen=True, slots=True)
class Point:
    """One lesson: its place in the order of time, how often it showed, in how many answers it could."""

    lesson: int
    times: int
    settled: int

    @property
    def is_enough(self) -> bool:
        """Are there answers enough to compare it?"""
        return self.settled >= FEWEST


@dataclass(frozen=True, slots=True)
class Course:
    """A misconception through the lessons in which it could show."""

    misconception: str
    points: tuple[Point, ...]
    change: Change

    @property
    def times(self) -> int:
        """How often it showed in all."""
        return sum(point.times for point in self.points)


def courses(lessons: Sequence[Iterable[Seen]]) -> tuple[Course, ...]:
    """Every misconception that showed at all, the one that showed most often lately first."""
    counts: dict[str, dict[int, list[int]]] = {}
    for place, lesson in enumerate(lessons):
        for seen in lesson:
            of = counts.setdefault(seen.misconception, {}).setdefault(place, [0, 0])
            of[0] += seen.times
            of[1] += seen.settled
    found = [_course(id, by_lesson) for id, by_lesson in counts.items()]
    since = len(lessons) - LATELY
    shown = [course for course in found if course.times]
    return tuple(sorted(shown, key=lambda course: (-_lately(course, since), -course.times, course.misconception)))


def change(points: Sequence[Point]) -> Change:
    """From the first lesson with enough answers to the last one."""
    enough = [point for point in points if point.is_enough]
    if len(enough) < 2:
        return "too_few"
    first, last = (wilson(point.times, point.settled) for point in (enough[0], enough[-1]))
    if last.high < first.low:
        return "fewer"
    return "more" if last.low > first.high else "no_change"


def _course(id: str, by_lesson: dict[int, list[int]]) -> Course:
    points = tuple(Point(place, *counts) for place, counts in sorted(by_lesson.items()))
    return Course(id, points, change(points))


def _lately(course: Course, since: int) -> int:
    return sum(point.times for point in course.points if point.lesson >= since)
