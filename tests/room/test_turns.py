"""Taking turns: at once after a while, then at most so often, and the last wish is never forgotten."""

from __future__ import annotations

import asyncio

from boardsup.room.turns import Turn
from rooming import until


async def test_the_first_wish_is_done_at_once_and_many_more_are_done_as_one():
    done: list[float] = []
    loop = asyncio.get_running_loop()
    turn = Turn(0.05, lambda: done.append(loop.time()))
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
    turn = Turn(60, lambda: done.append(1))
    turn.take()
    turn.take()
    assert done == [1, 1]


async def test_what_was_asked_for_can_be_forgotten():
    done: list[int] = []
    turn = Turn(0.0, lambda: done.append(1))
    turn.ask()
    turn.cancel()
    await asyncio.sleep(0.02)
    assert done == []
