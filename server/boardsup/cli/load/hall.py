"""Lessons at once on one server, each with a console, a wall and its students: what a scenario puts its load on."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from websockets.exceptions import WebSocketException

from boardsup.cli.load.clicker import Clicker
from boardsup.cli.load.hand_ins import Seen
from boardsup.cli.load.line import Address, Line, address_of, open_line
from boardsup.cli.load.machine import cpu_seconds, resident_bytes
from boardsup.cli.load.truth import Truth, against_export
from boardsup.cli.simulated.browser import Browser
from boardsup.cli.simulated.teacher import ConsoleOperator

PLAN, SEGMENT, QUESTION = "multi-step-equations", "board", "board.1"
"""The sample lesson, and its question to the whole class."""

BEAT_EVERY = 3.0
"""Seconds between two signs of life of one device, as the page sends them."""

JOINING_AT_ONCE = 50
"""Devices that join at the same time where it is not the joining that is measured."""

CONSOLE_BACK_AFTER = 0.5
"""Seconds until a console whose line was lost is opened again."""

SHOWN_WITHIN = 10.0
"""Seconds that a console has to show every answer before those missing count as a fault."""

_WORKING = re.compile(r"(\d+) (?:working|away)")


@dataclass(frozen=True, slots=True)
class Target:
    """A server: a browser that is signed in there, and the processes whose CPU time counts."""

    browser: Browser
    pids: tuple[int, ...] = ()


@dataclass
class Lesson:
    """One class in its lesson."""

    teacher: ConsoleOperator
    clickers: list[Clicker]
    names: dict[str, str]
    watching: asyncio.Task[None]
    wall: Line | None = None

    def missing(self) -> int:
        """How many of those who handed in does the console not count?"""
        awaited = sum(int(found) for found in _WORKING.findall(self.teacher.page.words("tallies")))
        handed_in = len(
            {key[1] for clicker in self.clickers[:1] for key in clicker.seen.hand_ins if key[0] == self.code}
        )
        return max(0, awaited - (len(self.clickers) - handed_in))

    def is_shown(self) -> bool:
        """Does the console count everybody who handed in?"""
        return not self.missing()

    def is_over(self) -> bool:
        """Has the lesson ended?"""
        return "has ended" in self.teacher.page.words("console-head")

    @property
    def code(self) -> str:
        """The lesson's code."""
        return self.teacher.code


@dataclass
class Hall:
    """All lessons of a load, and everything that its devices saw."""

    target: Target
    where: Address
    lessons: list[Lesson]
    seen: Seen = field(default_factory=Seen)
    shared_frames: int = 0

    @property
    def clickers(self) -> list[Clicker]:
        """Every device, class after class."""
        return [clicker for lesson in self.lessons for clicker in lesson.clickers]

    @property
    def frames(self) -> int:
        """Frames that the server has sent so far, heartbeats aside, to students, consoles and walls."""
        return self.seen.frames + self.shared_frames + sum(lesson.teacher.frames for lesson in self.lessons)

    def cpu(self) -> float:
        """CPU seconds of the server so far; 0 where its processes are not known."""
        return sum(cpu_seconds(pid) for pid in self.target.pids)

    def memory(self) -> int:
        """Bytes of the server in RAM."""
        return sum(resident_bytes(pid) for pid in self.target.pids)

    async def seat(self, at_once: int = JOINING_AT_ONCE) -> list[float]:
        """Everybody joins; the seconds that each needed from its first request until its tile was taken."""
        gate = asyncio.Semaphore(at_once)

        async def join(clicker: Clicker) -> float:
            async with gate:
                began = time.perf_counter()
                async with asyncio.timeout(60):
                    await clicker.join()
                return time.perf_counter() - began

        # Class after class would have one room busy and the others idle.
        turns = sorted(enumerate(self.clickers), key=lambda one: one[0] % max(1, len(self.lessons[0].clickers)))
        return await asyncio.gather(*(join(clicker) for _, clicker in turns))

    async def ask(self) -> None:
        """Put the question before every class, and wait until every device that reads has it."""
        before = {clicker: clicker.tasks for clicker in self.clickers if not clicker.is_slow}
        for lesson in self.lessons:
            await lesson.teacher.press("open", segment=SEGMENT)
        await until(lambda: all(clicker.tasks > tasks for clicker, tasks in before.items()), within=60)

    async def until_settled(self, within: float = 30.0) -> None:
        """Wait until every hand-in has its receipt or its refusal; what has none after that time is counted."""
        hand_ins = self.seen.hand_ins.values()
        with suppress(TimeoutError):
            await until(lambda: all(one.saved or one.is_refused for one in hand_ins), within=within)

    async def until_shown(self) -> int:
        """Wait until the consoles count everybody who handed in; how many they still miss after their time."""
        for lesson in self.lessons:
            with suppress(TimeoutError):
                await lesson.teacher.sees(lesson.is_shown, within=SHOWN_WITHIN)
        return sum(lesson.missing() for lesson in self.lessons)

    async def end(self) -> Truth:
        """End every lesson, and compare what the desk gives out of each class with what was seen as saved."""
        found = Truth()
        for lesson in self.lessons:
            await lesson.teacher.type({"do": "end"})
            await lesson.teacher.sees(lesson.is_over)
            status, text = await lesson.teacher.browser.get(f"{lesson.teacher.class_path}/data/export.json")
            if status != 200:
                raise LookupError(f"the class's export answered {status}")
            hand_ins = {key: one for key, one in self.seen.hand_ins.items() if key[0] == lesson.code}
            found += against_export(hand_ins, lesson.names, json.loads(text)["answers"])
        return found

    async def leave(self) -> None:
        """Everybody goes."""
        await asyncio.gather(*(clicker.leave() for clicker in self.clickers))
        for lesson in self.lessons:
            lesson.watching.cancel()
            await lesson.teacher.leave()
            if lesson.wall is not None:
                await lesson.wall.close()
        await asyncio.gather(*(lesson.watching for lesson in self.lessons), return_exceptions=True)


async def until(is_so: Callable[[], bool], *, within: float) -> None:
    """Look again and again until it is so. Raises TimeoutError after `within` seconds."""
    async with asyncio.timeout(within):
        while not is_so():  # noqa: ASYNC110 - a thousand devices would each have to say that something came
            await asyncio.sleep(0.002)


@asynccontextmanager
async def hall(target: Target, classes: int, size: int, *, slow: int = 0) -> AsyncIterator[Hall]:
    """The lessons with their consoles and walls, nobody in them yet; everybody goes when the block ends."""
    found = Hall(target, address_of(target.browser.origin), [])
    for _ in range(classes):
        found.lessons.append(await _lesson(found, target.browser, size, slow))
    beating = asyncio.create_task(_beat(found.clickers))
    try:
        yield found
    finally:
        beating.cancel()
        await found.leave()


async def _lesson(of: Hall, browser: Browser, size: int, slow: int) -> Lesson:
    teacher = ConsoleOperator(browser)
    names = [f"S{i}" for i in range(1, size + 1)]
    await teacher.start(PLAN, "\n".join(names))
    tiles = await teacher.students()
    clickers = [Clicker(of.where, teacher.code, tile, of.seen, slow=i < slow) for i, tile in enumerate(tiles)]
    watching = asyncio.create_task(_watch(teacher))
    await teacher.sees(lambda: bool(teacher.segments()))
    lesson = Lesson(teacher, clickers, dict(zip(tiles, names, strict=True)), watching)

    def hear(frame: bytes) -> None:
        of.shared_frames += frame != b"."

    lesson.wall = Line(hear, lambda code: None)
    await open_line(lesson.wall, f"/room/{teacher.code}/live?v=1&page=wall", of.where, browser.cookie_header())
    return lesson


async def _watch(teacher: ConsoleOperator) -> None:
    """Keep the console open, and open it again when its line is lost."""
    while True:
        with suppress(OSError, WebSocketException, TimeoutError):
            await teacher.watch()
        await asyncio.sleep(CONSOLE_BACK_AFTER)


async def _beat(clickers: Sequence[Clicker]) -> None:
    """Signs of life, spread evenly over the time between two of one device."""
    turns, apart = 30, BEAT_EVERY / 30
    while True:
        for turn in range(turns):
            for clicker in clickers[turn::turns]:
                clicker.beat()
            await asyncio.sleep(apart)
