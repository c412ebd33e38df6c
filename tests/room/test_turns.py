"""Taking turns: at once after a while, then at most so often, and the last wish is never forgotten."""

from __future__ import annotations

import asyncio

from boardsup.room.turns import OneByOne, Turn
from rooming import until


async def test_the_first_wish_is_done_at_once_and_many_more_are_done_as_one():
    done: list[float] = []
    loop = asyncio.get_running_loop()
    turn = Turn(0.05, lambda: done.append(loop.time()), OneByOne())
    for _ in range(100):
        turn.ask()
    await until(lambda: done)
    for _ in range(100):
        turn.ask()
    await until(lambda: len(done) == 2)
    assert done[1] - done[0] >= 0.05
    turn.cancel()


async def test_a_press_is_shown_now_whatever_was_shown_before():
    done: list[int] = []
    turn = Turn(60, lambda: done.append(1), OneByOne())
    turn.take()
    turn.take()
    assert done == [1, 1]


async def test_what_was_asked_for_can_be_forgotten():
    done: list[int] = []
    turn = Turn(0.0, lambda: done.append(1), OneByOne())
    turn.ask()
    turn.cancel()
    await asyncio.sleep(0.02)
    assert done == []


async def test_what_was_asked_for_and_then_taken_at_once_is_not_done_again():
    done: list[int] = []
    turn = Turn(0.0, lambda: done.append(1), OneByOne())
    turn.ask()
    turn.take()
    await asyncio.sleep(0.02)
    assert done == [1]


async def test_between_two_turns_the_loop_sees_to_everything_else():
    order: list[str] = []
    queue, loop = OneByOne(), asyncio.get_running_loop()

    def draw() -> None:
        order.append("drawn")
        loop.call_soon(order.append, "answered")

    for _ in range(3):
        queue.add(draw)
    await until(lambda: len(order) == 6)
    assert order == ["drawn", "answered"] * 3


async def test_a_turn_that_fails_stops_no_other():
    done: list[int] = []
    queue = OneByOne()
    queue.add(lambda: done.append(1 // 0))
    queue.add(lambda: done.append(2))
    await until(lambda: done == [2])
