"""`boardsup replay`: a lesson computed again from its journal, the same to the last byte, or the first difference."""

from __future__ import annotations

import asyncio
import sqlite3

from attending import Attended, lesson
from counting_up import replayed
from serving import Server

CLASS = 8
NAMES = "\n".join(f"Student {i}" for i in range(1, CLASS + 1))


async def taught(attended: Attended) -> None:
    """A board question with its flag, and a cold call that is skipped, so that somebody else is drawn."""
    devices = [await attended.sits(i) for i in range(CLASS)]
    await attended.teacher.open("board")
    for i, device in enumerate(devices):
        await device.is_asked("board.1")
        await device.hand_in({"do": "answer", "question": "board.1", "text": "x = 15/2" if i < 4 else "x = 30"})
    await attended.teacher.sees(lambda: "STOP" in attended.teacher.page.words("tallies"))
    await attended.teacher.press("reveal", segment="board")
    await attended.teacher.open("why")
    await attended.teacher.press("call_next")
    await attended.teacher.press("end_call", outcome="skip")
    await attended.teacher.sees(lambda: attended.teacher.offers("end_call", call="2"))


async def test_it_comes_out_the_same_every_time_and_through_a_restart(server: Server):
    async with lesson(server, NAMES) as attended:
        await taught(attended)
        first = await replayed(server, attended.code)
        await asyncio.to_thread(server.restart)
        second = await replayed(server, attended.code.lower())
        assert first.returncode == second.returncode == 0
        assert "2 calls: the same." in first.stdout
        assert first.stdout == second.stdout
        assert len(first.stdout.split("state ")[1].strip()) == 64


async def test_the_first_difference_is_named_and_the_exit_code_says_so(server: Server):
    async with lesson(server, NAMES) as attended:
        await taught(attended)
        server.stop()
        with sqlite3.connect(server.data / "boardsup.sqlite3") as connection:
            (seq,) = connection.execute("SELECT seq FROM event WHERE kind = 'FlagChanged'").fetchone()
            connection.execute("UPDATE event SET body = replace(body, '\"k\":', '\"k\":9') WHERE seq = ?", (seq,))
        connection.close()
        found = await replayed(server, attended.code)
        assert found.returncode == 1
        assert f"Event {seq} differs." in found.stderr


async def test_what_a_student_wrote_can_be_purged_and_the_lesson_still_replays(server: Server):
    async with lesson(server, NAMES) as attended:
        await taught(attended)
        server.stop()
        with sqlite3.connect(server.data / "boardsup.sqlite3") as connection:
            connection.execute("DELETE FROM writing")
        connection.close()
        assert (await replayed(server, attended.code)).returncode == 0


async def test_a_lesson_that_is_not_there_is_said_not_to_be(server: Server):
    found = await replayed(server, "XXXXX")
    assert found.returncode == 1
    assert "There is no lesson XXXXX here." in found.stderr
    assert "Traceback" not in found.stderr
