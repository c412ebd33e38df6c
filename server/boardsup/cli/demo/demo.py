"""The demo's story: a server, a teacher, thirty students, the sample lesson from the first tile to the last call."""

from __future__ import annotations

import asyncio
import random
import tempfile
from contextlib import suppress
from pathlib import Path

from boardsup.cli.demo.counting import count
from boardsup.cli.demo.minds import Mind
from boardsup.cli.demo.process import Running, serving
from boardsup.cli.demo.report import report
from boardsup.cli.signin import new_link
from boardsup.cli.simulated.pupil import Pupil
from boardsup.cli.simulated.teacher import ConsoleOperator
from boardsup.items.item import Question
from boardsup.lesson.events import EVENT_TYPES, Event
from boardsup.lesson.planned import segments_of
from boardsup.lesson.replaying import Difference, Recorded, replay
from boardsup.lesson.segments import questions_of
from boardsup.store.codec import EventCodec
from boardsup.store.database import open_database
from boardsup.store.journal import Journal
from boardsup.store.problems import load_lessons
from boardsup.web.settings import CHECKOUT

PLAN = "multi-step-equations"
SPEED = 8.0
"""How many times faster than people the simulated class is."""

STRENGTHS_FROM, STRENGTHS_TO = -1.0, 2.5
FREE_TILES = 2
"""Tiles left for visitors when the server is kept running."""


def demo(*, keep: bool) -> int:
    """Play it; 0 when every answer that a student saw as saved is in the journal exactly once."""
    with tempfile.TemporaryDirectory(prefix="boardsup-demo-") as folder, suppress(KeyboardInterrupt):
        return asyncio.run(_demo(Path(folder), keep=keep))
    return 0


async def _demo(data: Path, *, keep: bool) -> int:
    async with serving(data) as server:
        teacher = ConsoleOperator(server.here)
        code = await teacher.begin(server.signin, PLAN)
        print(f"Lesson {code} at {server.here}", flush=True)
        tiles = await teacher.students()
        pupils = _class(server, code, tiles[: len(tiles) - (FREE_TILES if keep else 0)])
        tasks = [asyncio.create_task(teacher.watch()), *(asyncio.create_task(_arrive(p)) for p in pupils)]
        try:
            await _teach(teacher, pupils)
            events = _events(data, code)
            lost_or_doubled = _say(events, pupils)
            if keep:
                _invite(server, data, code)
                await asyncio.Event().wait()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return 1 if lost_or_doubled else 0


def _class(server: Running, code: str, tiles: list[str]) -> list[Pupil]:
    """A student for each tile, from the weakest to the strongest, in no particular order of tiles."""
    questions = _questions()
    chance = random.Random(20261124)
    pupils = []
    for i, tile in enumerate(tiles):
        strength = STRENGTHS_FROM + (STRENGTHS_TO - STRENGTHS_FROM) * i / max(1, len(tiles) - 1)
        mind = Mind(strength, SPEED, random.Random(chance.random()))
        pupils.append(Pupil(server.here, code, tile, lambda form, mind=mind: mind.thinks(form, questions)))
    return pupils


def _questions() -> dict[str, Question]:
    """The questions of the sample lesson, by id."""
    plan = load_lessons(CHECKOUT / "problems")[PLAN]
    return {question.id: question for segment in segments_of(plan) for question in questions_of(segment)}


async def _arrive(pupil: Pupil) -> None:
    await asyncio.sleep(random.Random(pupil.student).random() * 3)
    await pupil.live()


async def _teach(teacher: ConsoleOperator, pupils: list[Pupil]) -> None:
    """The teacher's presses, each as soon as the console shows what it waits for."""
    await teacher.sees(lambda: teacher.says("console-head", rf"\b{len(pupils)} of \d+") is not None)
    print(f"{len(pupils)} students are here.", flush=True)
    while (segment := teacher.next_segment()) != "":
        await teacher.press("open", segment=segment)
        await teacher.sees(
            lambda segment=segment: teacher.page.form("open", segment=segment) is None or teacher.is_at(segment)
        )
        if teacher.offers("call_next"):
            await _call_three(teacher)
            continue
        await teacher.sees(lambda: teacher.everybody_is_in(), within=60)
        await teacher.press("reveal", segment=segment)
        await teacher.sees(lambda: not teacher.offers("reveal"))
        print(f"  {segment}: revealed", flush=True)


async def _call_three(teacher: ConsoleOperator) -> None:
    for _ in range(2):
        await teacher.press("call_next")
        await teacher.sees(lambda: teacher.offers("end_call", outcome="right") and teacher.is_named(), within=60)
        await teacher.press("end_call", outcome="right")
        await teacher.sees(lambda: teacher.offers("call_next"))
    print("  two cold calls", flush=True)


def _events(data: Path, code: str) -> list[Recorded]:
    database = open_database(data / "boardsup.sqlite3")
    try:
        return [Recorded(*entry) for entry in Journal(database, EventCodec(EVENT_TYPES)).load(code)]
    finally:
        database.close()


def _say(log: list[Recorded], pupils: list[Pupil]) -> int:
    """Print the report and the count."""
    replayed = replay(log)
    print()
    if isinstance(replayed, Difference):
        print(f"The journal differs from the rules at event {replayed.seq}.")
        return 1
    for line in report(replayed.lesson):
        print(line)
    events: list[Event] = [entry.event for entry in log]
    saved = [
        (p.student, question, n) for p in pupils for question, top in p.received.items() for n in range(1, top + 1)
    ]
    counted = count(saved, events)
    unseen = sum(1 for p in pupils for question in p.sent if not p.received.get(question))
    print(f"\n{counted.saved} hand-ins seen as saved, {unseen} sent and never confirmed")
    print(f"lost {counted.lost + unseen}, doubled {counted.doubled}", flush=True)
    return counted.lost + unseen + counted.doubled


def _invite(server: Running, data: Path, code: str) -> None:
    print("\nThe lesson stays open. Ctrl+C ends it.")
    print(f"  Console: {new_link(data, server.here)}  then  {server.here}/room/{code}/console")
    print(f"  Wall:    {server.here}/room/{code}/wall")
    print(f"  Student: {server.here}/room/{code}", flush=True)
