"""The demo's story: a server, a teacher, thirty students, the sample lesson from the first tile to the last call."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from boardsup.cli.demo.counting import count
from boardsup.cli.demo.minds import Mind
from boardsup.cli.demo.process import Running, serving
from boardsup.cli.demo.report import report
from boardsup.cli.signin import new_link
from boardsup.cli.simulated.browser import Browser
from boardsup.cli.simulated.device import Device
from boardsup.cli.simulated.pupil import Pupil
from boardsup.cli.simulated.teacher import ConsoleOperator
from boardsup.items.item import Question
from boardsup.lesson.events import EVENT_TYPES
from boardsup.lesson.planned import segments_of
from boardsup.lesson.replaying import Difference, Recorded, replay
from boardsup.lesson.segments import questions_of
from boardsup.store.codec import EventCodec
from boardsup.store.database import FILE, open_database
from boardsup.store.journal import Journal
from boardsup.store.problems import load_lessons
from boardsup.web.settings import CHECKOUT

PLAN = "multi-step-equations"
STRENGTHS_FROM, STRENGTHS_TO = -1.0, 2.5
ARRIVE_WITHIN = 3.0
CALLS = 2
FREE_TILES = 2
"""Tiles left for visitors when the server is kept running."""


def demo(*, keep: bool, speed: float) -> int:
    """Play it; 0 when every answer that a student saw as saved is in the journal exactly once."""
    with tempfile.TemporaryDirectory(prefix="boardsup-demo-") as folder, suppress(KeyboardInterrupt):
        try:
            return asyncio.run(_demo(Path(folder), keep=keep, speed=speed))
        except (ExceptionGroup, OSError) as trouble:
            print(f"The demo stopped in the middle: {next(_causes(trouble))!r}", flush=True)
            return 1
    return 0


def _causes(trouble: BaseException) -> Iterator[BaseException]:
    """What went wrong, without the groups around it."""
    if isinstance(trouble, BaseExceptionGroup):
        for inner in trouble.exceptions:
            yield from _causes(inner)
    else:
        yield trouble


async def _demo(data: Path, *, keep: bool, speed: float) -> int:
    async with serving(data) as server:
        teacher = ConsoleOperator(Browser(server.here))
        await teacher.sign_in(server.signin)
        code = await teacher.start(PLAN)
        print(f"Lesson {code} at {server.here}", flush=True)
        if keep:
            _invite(server, data, code)
        tiles = await teacher.students()
        pupils = _class(server, code, tiles[: len(tiles) - (FREE_TILES if keep else 0)], speed)
        async with asyncio.TaskGroup() as people:
            tasks = [people.create_task(teacher.watch()), *(people.create_task(_arrive(p)) for p in pupils)]
            await _teach(teacher, pupils)
            lost_or_doubled = _say(_log(data, code), pupils)
            if keep:
                _invite(server, data, code)
                await asyncio.Event().wait()
            for task in tasks:
                task.cancel()
    return 1 if lost_or_doubled else 0


def _class(server: Running, code: str, tiles: list[str], speed: float) -> list[Pupil]:
    """A student for each tile, from the weakest to the strongest, in no particular order of tiles."""
    questions = _questions()
    chance = random.Random(20261124)
    pupils = []
    for i, tile in enumerate(tiles):
        strength = STRENGTHS_FROM + (STRENGTHS_TO - STRENGTHS_FROM) * i / max(1, len(tiles) - 1)
        mind = Mind(strength, speed, random.Random(chance.random()), questions)
        pupils.append(Pupil(Device(server.here, code, tile), mind.thinks))
    return pupils


def _questions() -> dict[str, Question]:
    """The questions of the sample lesson, by id."""
    plan = load_lessons(CHECKOUT / "problems")[PLAN]
    return {question.id: question for segment in segments_of(plan) for question in questions_of(segment)}


async def _arrive(pupil: Pupil) -> None:
    await asyncio.sleep(random.Random(pupil.device.student).random() * ARRIVE_WITHIN)
    await pupil.live()


async def _teach(teacher: ConsoleOperator, pupils: list[Pupil]) -> None:
    """The teacher's presses, each as soon as the console shows what it waits for."""
    await asyncio.gather(*(pupil.device.sits() for pupil in pupils))
    await teacher.sees(lambda: len(teacher.segments()) > 0)
    print(f"{len(pupils)} students are here.", flush=True)
    for segment in teacher.segments():
        began = time.monotonic()
        await teacher.open(segment)
        if teacher.offers("call_next"):
            await _call(teacher)
            continue
        await teacher.sees(lambda: teacher.working() == 0, within=60)
        await teacher.press("reveal", segment=segment)
        await teacher.sees(lambda: not teacher.offers("reveal"))
        print(f"  {segment}: everybody in after {time.monotonic() - began:.0f} s, revealed", flush=True)


async def _call(teacher: ConsoleOperator) -> None:
    for _ in range(CALLS):
        await teacher.press("call_next")
        await teacher.sees(teacher.is_named)
        await teacher.press("end_call", outcome="right")
        await teacher.sees(lambda: teacher.offers("call_next"))
    print(f"  {CALLS} cold calls", flush=True)


def _log(data: Path, code: str) -> list[Recorded]:
    database = open_database(data / FILE)
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
    devices = [pupil.device for pupil in pupils]
    counted = count(((d.student, *hand_in) for d in devices for hand_in in d.seen), (entry.event for entry in log))
    unsaved = sum(device.unsaved + len(device.given_up) for device in devices)
    print(f"\n{counted.saved} hand-ins seen as saved, {unsaved} sent and never confirmed")
    print(f"lost {counted.lost + unsaved}, doubled {counted.doubled}", flush=True)
    return counted.lost + unsaved + counted.doubled


def _invite(server: Running, data: Path, code: str) -> None:
    print("\nThe lesson stays open. Ctrl+C ends it.")
    print(f"  Console: {new_link(data / FILE, server.here)}  then  {server.here}/room/{code}/console")
    print(f"  Wall:    {server.here}/room/{code}/wall")
    print(f"  Student: {server.here}/room/{code}", flush=True)
