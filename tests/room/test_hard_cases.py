"""A room asks its workers, goes on meanwhile, and takes what they say as one more event."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest

from acting import TEACHER
from boardsup.items.item import Question
from boardsup.lesson.commands import Answer, Open
from boardsup.lesson.refused import Refused
from boardsup.lesson.segments import Board
from boardsup.lesson.who import Student
from boardsup.room.room import Room
from maths.marking.test_hostile_text import HOSTILE
from rooming import School, everybody_sits, look, school, shows, until

PLAN = (Board("board", Question("board.1", "Write $x * x$ as a power.", "expression", "x^2", ("x",))),)
HARD = Answer("board.1", 1, "sqrt(x^4)")


@pytest.fixture
async def kept(tmp_path: Path):
    async with school(tmp_path / "x.sqlite3") as found:
        yield found


def asking(kept: School, count: int = 2) -> tuple[Room, Student]:
    room = kept.begin(count, PLAN)
    everybody_sits(room)
    room.handle(TEACHER, Open("board"))
    id = room.lesson.roster[0]
    return room, Student(id, f"device-{id}")


def outcome(room: Room, student: Student) -> str:
    return room.lesson.asked["board.1"].answers[student.id].outcome


async def test_the_verdict_of_a_worker_is_an_event_and_is_shown(kept: School):
    room, student = asking(kept)
    console = look(room, "console")
    room.handle(student, HARD)
    await until(lambda: kept.workers.asked)
    assert outcome(room, student) == "check"
    kept.workers.say("equal")
    await shows(console, "right=1")
    await room.screens.until_durable()
    assert type(kept.journal.load(room.code)[-1].event).__name__ == "AnswerMarked"


async def test_the_room_goes_on_while_a_worker_thinks(kept: School):
    room, student = asking(kept)
    room.handle(student, HARD)
    other = room.lesson.roster[1]
    room.handle(Student(other, f"device-{other}"), Answer("board.1", 1, "x^2"))
    assert room.lesson.asked["board.1"].answers[other].outcome == "correct"


async def test_an_ordinary_answer_asks_nobody(kept: School):
    room, student = asking(kept)
    room.handle(student, Answer("board.1", 1, "x^3"))
    await room.screens.until_durable()
    assert kept.workers.asked == []


async def test_a_verdict_that_comes_while_nothing_can_be_saved_is_asked_for_again(kept: School):
    room, student = asking(kept)
    room.handle(student, HARD)
    await room.screens.until_durable()
    kept.disk.is_full = True
    room.handle(student, Answer("board.1", 2, "x^3"))
    await until(lambda: not room.is_saving)
    kept.workers.say("equal")
    kept.disk.is_full = False
    await until(lambda: room.is_saving and kept.workers.asked)
    kept.workers.say("equal")
    await until(lambda: outcome(room, student) == "correct")


async def test_after_a_restart_what_was_left_open_is_asked_again(tmp_path: Path):
    async with school(tmp_path / "y.sqlite3") as before:
        room, student = asking(before)
        room.handle(student, HARD)
        await room.screens.until_durable()

    async with school(tmp_path / "y.sqlite3") as after:
        again = await after.rooms.find(room.code)
        assert again is not None
        await until(lambda: after.workers.asked)
        after.workers.say("unequal")
        await until(lambda: outcome(again, student) == "incorrect")


@pytest.mark.parametrize(("kind", "answer"), [("expression", "x^2"), ("equation_solution", "x = 3"), ("number", "3/4")])
async def test_hostile_lines_that_arrive_together_hold_the_loop_up_for_no_more_than_20_ms(
    kept: School, kind: str, answer: str
):
    """Each line is one turn of the loop: the longest of this thread's own time is what everybody else waits for.

    Half a character, which the wire does not let in, is left out.
    """
    room = kept.begin(2, (Board("board", Question("board.1", "What is it?", kind, answer, ("x",))),))
    everybody_sits(room)
    room.handle(TEACHER, Open("board"))
    id = room.lesson.roster[0]
    turns = []
    for number, line in enumerate(HOSTILE, start=1):
        began = time.thread_time()
        with suppress(Refused):
            room.handle(
                Student(id, f"device-{id}"), Answer("board.1", number, line[:200].encode(errors="ignore").decode())
            )
        turns.append(time.thread_time() - began)
    assert max(turns) < 0.020, HOSTILE[turns.index(max(turns))]
    assert room.lesson.asked["board.1"].answers[id].outcome != "correct"
