"""The bench's story: the maths; then ours and the bare server side by side, taking turns; pass or short."""

from __future__ import annotations

import asyncio
import json
import resource
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import uvloop

from boardsup.cli.bench.bare import Bare, bare
from boardsup.cli.bench.deciding import deciding
from boardsup.cli.bench.floor import Sockets
from boardsup.cli.bench.marking import marking, maths_rows
from boardsup.cli.bench.ours import burst, pushed, saturated
from boardsup.cli.bench.posing import posing
from boardsup.cli.bench.reach import Line, noise, ratio
from boardsup.cli.demo.process import serving
from boardsup.cli.load.figures import table
from boardsup.cli.load.hall import Hall, Target, hall
from boardsup.cli.load.load import counted, signed_in
from boardsup.cli.load.machine import cpu_seconds
from boardsup.cli.load.scenarios import Figures, Pace, answers, join_storm, slow_consumers
from boardsup.store.database import FILE

PUSHES, TURNS = 20, 3
"""Pushes of a turn, there and back, and turns of a repeat: a system counts CPU in hundredths of a second."""


@dataclass(frozen=True, slots=True)
class Size:
    """Lessons at once and students in each, students of the one large lesson, of the whole crowd, and repeats."""

    classes: int = 33
    size: int = 30
    hall: int = 1_000
    crowd: int = 5_000
    repeats: int = 3


def bench(out: Path, size: Size | None) -> int:
    """Measure, print tables, write JSON to `out`; 1 when anything was lost or doubled. No size: the maths alone."""
    found: Figures = {"maths": {"marking": marking(), "posing": posing()}}
    print("\n".join(table(maths_rows(found["maths"]))), end="\n\n", flush=True)
    if size is not None:
        found |= {"size": asdict(size), "rules_ms": deciding()} | _under_load(size)
        print("\n".join(table([("", "figure", "limit", ""), *(line.row() for line in found["lines"])])), end="\n\n")
        print(f"The repeats of a ratio's parts differ by up to {max(found['noise_percent'].values())} %.")
        found["lines"] = [line.kept() for line in found["lines"]]
    out.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(f"Full figures: {out}")
    return 1 if found.get("faults") else 0


def _under_load(size: Size) -> Figures:
    """The figures under load, with as many open files as the system allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            return runner.run(_side_by_side(size))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


async def _side_by_side(size: Size) -> Figures:
    found: Figures = {"lines": [], "noise_percent": {}, "faults": 0}
    with tempfile.TemporaryDirectory(prefix="boardsup-bench-") as folder:
        async with bare() as floor:
            bench = _Bench(Path(folder), floor, size, found)
            await bench.answers()
            await bench.large()
            await bench.slow()
            await bench.crowd()
    return found


class _Bench:
    """One run: each part on a fresh server of ours, beside the same bare one."""

    def __init__(self, folder: Path, floor: Bare, size: Size, found: Figures) -> None:
        self.folder, self.floor, self.size, self.found = folder, floor, size, found

    async def answers(self) -> None:
        """Many classes: the cost of an answer, saturated, beside an echo for as many sockets."""
        ours, echo = [], []
        async with self._lessons("classes", self.size.classes, self.size.size) as lessons:
            await self._seat(lessons)
            self.found["classes"] = [await burst(lessons, self.folder) for _ in range(self.size.repeats)]
            sockets = Sockets(self.floor, "/echo")
            await sockets.open(len(lessons.clickers))
            for _ in range(self.size.repeats):
                echo.append(await sockets.echoes(10))
                ours.append(await saturated(lessons))
            await sockets.close()
        self._ratio("CPU of an answer, saturated, of a bare echo's", ours, echo, 3.0)
        self._reach("frames an answer, many classes", _middle(self.found["classes"], "frames_per_answer"), 1.5, "")

    async def large(self) -> None:
        """One large lesson: joining, memory, a burst, a push."""
        async with self._lessons("large", 1, self.size.hall) as lessons:
            await self._join(lessons)
            await lessons.ask()
            bursts = self.found["large"] = [await burst(lessons, self.folder) for _ in range(self.size.repeats)]
            await self._push(lessons)
        sync = _middle(bursts, "sync_ms")
        self._reach("saved p50, one large lesson", _middle(bursts, "saved_ms", "p50"), 2 * sync + 5, "ms")
        self._reach("saved last, one large lesson", _middle(bursts, "saved_ms", "max"), 4 * sync + 80, "ms")
        self._reach("console complete after the last answer", _middle(bursts, "console_ms"), 150, "ms")
        self._reach("frames an answer, one large lesson", _middle(bursts, "frames_per_answer"), 1.5, "")
        small = [one["cpu_us"] for one in self.found["classes"]]
        self._ratio(
            "CPU of an answer, one large lesson, of many classes'", [one["cpu_us"] for one in bursts], small, 1.3
        )

    async def slow(self) -> None:
        """A class of 200, then one of 200 in which one reads nothing."""
        size = min(200, self.size.hall)
        for name, slow in (("all_read", 0), ("one_reads_nothing", 1)):
            async with self._lessons(name, 1, size, slow=slow) as lessons:
                await self._seat(lessons)
                self.found[name] = await slow_consumers(lessons, Pace())
        all_read, one = self.found["all_read"], self.found["one_reads_nothing"]
        for what, key, of in (("saved p99", "saved_ms", "p99"), ("push to the last", "pushed_ms", "p50")):
            self._reach(f"{what}, one of 200 reads nothing", one[key][of], round(1.5 * all_read[key][of] + 10, 1), "ms")

    async def crowd(self) -> None:
        """As many as one process is to hold, with answers at a steady rate."""
        classes = max(1, self.size.crowd // self.size.size)
        async with self._lessons("crowd", classes, self.size.size) as lessons:
            await self._seat(lessons)
            found = self.found["crowd"] = await answers(lessons, Pace(10.0, min(500.0, self.size.crowd / 10)))
            found["students"] = len(lessons.clickers)
        self._reach(f"saved p99, {found['students']} connected", found["saved_ms"]["p99"], 100, "ms")

    async def _join(self, lessons: Hall) -> None:
        empty = lessons.memory()
        storm = self.found["join_storm"] = await join_storm(lessons, Pace())
        kib = round((lessons.memory() - empty) / len(lessons.clickers) / 1024, 1)
        before = cpu_seconds(self.floor.pid)
        sockets = Sockets(self.floor, "/echo")
        await sockets.open(len(lessons.clickers), with_page=True)
        bare_us = 1e6 * (cpu_seconds(self.floor.pid) - before) / len(lessons.clickers)
        await sockets.close()
        storm["bare_us"] = round(bare_us, 1)
        self._reach("a join storm, from one address", storm["all_seated_s"], 5, "s")
        self._ratio("CPU of a join, of a bare page and accept", [storm["cpu_us"]], [bare_us], 3.0)
        self._reach("memory a connected student", kib, 45, "KiB")

    async def _push(self, lessons: Hall) -> None:
        sockets = Sockets(self.floor, "/broadcast")
        await sockets.open(len(lessons.clickers))
        ours, plain = [], []
        for _ in range(TURNS * self.size.repeats):
            seconds, lengths = await pushed(lessons, PUSHES)
            ours.append(seconds)
            plain.append(await sockets.broadcasts(PUSHES, lengths))
        await sockets.close()
        self._ratio("CPU of a push, of a plain broadcast's", ours, plain, 1.0)

    async def _seat(self, lessons: Hall) -> None:
        await lessons.seat()
        await lessons.ask()

    def _ratio(self, what: str, ours: list[float], floor: list[float], limit: float) -> None:
        self.found["noise_percent"][what] = max(noise(ours), noise(floor))
        self._reach(what, ratio(ours, floor), limit, "×")

    def _reach(self, what: str, figure: float, limit: float, unit: str) -> None:
        line = Line(what, figure, round(limit, 2), unit)
        self.found["lines"].append(line)
        print("  ".join(line.row()), flush=True)

    @asynccontextmanager
    async def _lessons(self, name: str, classes: int, size: int, *, slow: int = 0) -> AsyncIterator[Hall]:
        """Lessons on a server of their own; at the end their hand-ins are counted against the journal."""
        async with serving(self.folder / name) as server:
            target: Target = await signed_in(server.here, server.signin, (server.pid,))
            async with hall(target, classes, size, slow=slow) as lessons:
                yield lessons
                await lessons.until_settled()
                truth = await counted(lessons, self.folder / name / FILE)
                self.found["faults"] += truth.faults
                self._reach(f"lost, doubled or crossed of {truth.sent}", truth.faults, 0, "")


def _middle(found: list[Figures], *keys: str) -> float:
    """The median of one figure over the repeats."""
    values = []
    for one in found:
        value: Any = one
        for key in keys:
            value = value[key]
        values.append(value)
    return float(sorted(values)[len(values) // 2])


__all__ = ["Size", "bench"]
