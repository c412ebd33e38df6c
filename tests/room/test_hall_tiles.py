"""The tiles of a hall are looked at anew at most twice a second; those of a class always."""

from __future__ import annotations

from functools import reduce

import pytest

from acting import PLAN, T0, started
from boardsup.lesson.events import JoiningClosed, SeatTaken
from boardsup.lesson.lesson import apply
from boardsup.lesson.regions import DoorClosed, Tiles
from boardsup.lesson.state import Lesson
from boardsup.lesson.who import Visitor
from boardsup.room.hall_tiles import HALL, HallTiles, rest

VISITOR = Visitor("device")


def taken(tiles: HallTiles, lesson: Lesson) -> int:
    """How many tiles somebody at the door sees as taken."""
    names = {student: student for student in lesson.roster}
    (task,) = [region for region in tiles.of(lesson, VISITOR, names) if isinstance(region, Tiles)]
    return sum(tile.state == "taken" for tile in task.tiles)


@pytest.mark.parametrize(("size", "seen"), [(HALL - 1, 1), (HALL, 0)], ids=["a class", "a hall"])
def test_a_tile_that_is_taken_is_seen_at_once_in_a_class_and_soon_in_a_hall(size: int, seen: int):
    tiles, lesson = HallTiles(), apply(Lesson(), started(size, PLAN))
    assert taken(tiles, lesson) == 0
    lesson = apply(lesson, SeatTaken(lesson.roster[0], "another", T0))
    assert taken(tiles, lesson) == seen
    assert taken(HallTiles(), lesson) == 1


def test_a_closed_door_is_never_behind_old_tiles():
    tiles, lesson = HallTiles(), apply(Lesson(), started(HALL, PLAN))
    assert taken(tiles, lesson) == 0
    closed = reduce(apply, (JoiningClosed(),), lesson)
    names = {student: student for student in lesson.roster}
    assert any(isinstance(region, DoorClosed) for region in tiles.of(closed, VISITOR, names))


def test_the_more_are_shown_to_the_more_the_longer_is_the_rest():
    assert rest(30, 30) < 0.01
    assert rest(1_000, 1_000) == 5.0
