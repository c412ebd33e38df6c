"""The bench's story: the maths alone, an echo, a bare durable write, 33 classes of 30, one hall of 500; tables."""

from __future__ import annotations

import asyncio
import json
import resource
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from websockets.asyncio.client import connect

from boardsup.cli.bench.bursts import saturated, within_a_second
from boardsup.cli.bench.classes import Classroom
from boardsup.cli.bench.deciding import deciding
from boardsup.cli.bench.durable import durable_writes
from boardsup.cli.bench.echo import Echo, echoing
from boardsup.cli.bench.figures import milliseconds, table
from boardsup.cli.bench.machine import cpu_seconds, resident_bytes
from boardsup.cli.bench.marking import marking, maths_rows
from boardsup.cli.bench.posing import posing
from boardsup.cli.demo.counting import HandIn, count
from boardsup.cli.demo.process import Running, serving
from boardsup.cli.simulated.browser import Browser
from boardsup.cli.simulated.teacher import ConsoleOperator
from boardsup.lesson.events import EVENT_TYPES
from boardsup.store.codec import EventCodec
from boardsup.store.database import FILE, open_database
from boardsup.store.journal import Journal

PLAN, SEGMENT, QUESTION = "multi-step-equations", "board", "board.1"
ROUNDS = 10
"""Answers of each socket while saturated; a seat's limit lets through 60 at once."""

LOADS = ("classes", "hall")
Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Load:
    """Lessons at once, students in each, and students of the one large lesson."""

    classes: int
    size: int
    hall: int


def bench(out: Path, load: Load | None) -> int:
    """Measure, print tables, write JSON to `out`; 1 when anything was lost or doubled. No load: the maths alone."""
    found: Figures = {"maths": {"marking": marking(), "posing": posing()}}
    tables = [maths_rows(found["maths"])]
    if load is not None:
        found |= _under(load)
        tables.append(_rows(found))
    out.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    for rows in tables:
        print("\n".join(table(rows)), end="\n\n")
    print(f"Full figures: {out}")
    return 1 if load is not None and any(found[one][bad] for one in LOADS for bad in ("lost", "doubled")) else 0


def _under(load: Load) -> Figures:
    """The figures under load, with as many open files as the system allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    found = asyncio.run(_bench(load.classes, load.size, load.hall))
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return found


async def _bench(classes: int, size: int, hall: int) -> Figures:
    with tempfile.TemporaryDirectory(prefix="boardsup-bench-") as folder:
        async with echoing() as echo:
            found: Figures = {"echo": await _echo(echo, classes * size)}
        writes = await asyncio.to_thread(durable_writes, Path(folder))
        found["durable_write_ms"] = milliseconds(writes)
        found["rules_ms"] = await asyncio.to_thread(deciding)
        found["classes"] = await _load(Path(folder) / "classes", classes, size)
        found["hall"] = await _load(Path(folder) / "hall", 1, hall)
    for load in LOADS:
        found[load]["saturated_ratio"] = round(found[load]["saturated_cpu_us"] / found["echo"]["saturated_cpu_us"], 2)
        found[load]["arrival_ratio"] = round(found[load]["cpu_us"] / found["echo"]["cpu_us"], 2)
    return found


async def _echo(echo: Echo, sockets: int) -> Figures:
    lines = [await connect(echo.uri, compression=None, ping_interval=None) for _ in range(sockets)]

    async def ask(i: int, text: str) -> float:
        began = time.perf_counter()
        await lines[i].send(json.dumps({"do": "answer", "question": QUESTION, "number": "1", "text": text}))
        await lines[i].recv()
        return time.perf_counter() - began

    before = cpu_seconds(echo.pid)
    arrival = await within_a_second(sockets, ask)
    between = cpu_seconds(echo.pid)
    await saturated(sockets, ROUNDS, ask)
    after = cpu_seconds(echo.pid)
    for line in lines:
        await line.close()
    return {
        "sockets": sockets,
        "cpu_us": round(1e6 * (between - before) / sockets, 1),
        "saturated_cpu_us": round(1e6 * (after - between) / (sockets * ROUNDS), 1),
        "echoed_ms": milliseconds(arrival),
    }


async def _load(data: Path, classes: int, size: int) -> Figures:
    async with serving(data) as server:
        empty = resident_bytes(server.pid)
        rooms = await _rooms(server, classes, size)
        devices = [device for room in rooms for device in room.devices]
        full = resident_bytes(server.pid)
        found: Figures = {"classes": classes, "students": len(devices)}
        found["memory_kb_per_student"] = round((full - empty) / len(devices) / 1024, 1)
        found["pushed_ms"] = await _push(rooms)

        async def ask(i: int, text: str) -> float:
            return await devices[i].hand_in({"do": "answer", "question": QUESTION, "text": text})

        before = cpu_seconds(server.pid)
        saved = await within_a_second(len(devices), ask)
        answered = time.perf_counter()
        await asyncio.gather(*(_until_shown(room) for room in rooms))
        found["console_ms"] = round(1_000 * (time.perf_counter() - answered), 1)
        between = cpu_seconds(server.pid)
        await saturated(len(devices), ROUNDS, ask)
        after = cpu_seconds(server.pid)
        found["cpu_us"] = round(1e6 * (between - before) / len(devices), 1)
        found["saturated_cpu_us"] = round(1e6 * (after - between) / (len(devices) * ROUNDS), 1)
        found["saved_ms"] = milliseconds(saved)
        hand_ins = [(device.student, *hand_in) for device in devices for hand_in in device.seen]
        found |= _counted(data, [room.teacher.code for room in rooms], hand_ins)
        await asyncio.gather(*(room.leave() for room in rooms))
    return found


async def _rooms(server: Running, classes: int, size: int) -> list[Classroom]:
    """The lessons, with everybody in them."""
    browser = Browser(server.here)
    await ConsoleOperator(browser).sign_in(server.signin)
    rooms = []
    for _ in range(classes):
        teacher = ConsoleOperator(browser)
        await teacher.start(PLAN, "\n".join(f"Student {i}" for i in range(1, size + 1)))
        room = Classroom(teacher)
        await room.seat(size)
        rooms.append(room)
    return rooms


async def _push(rooms: list[Classroom]) -> dict[str, float]:
    """Open the board question everywhere at once; from each press until each student has it."""
    pressed: dict[str, float] = {}
    for room in rooms:
        pressed[room.teacher.code] = time.perf_counter()
        await room.teacher.press("open", segment=SEGMENT)
    devices = [device for room in rooms for device in room.devices]
    await asyncio.gather(*(device.is_asked(QUESTION) for device in devices))
    return milliseconds([device.asked_at[QUESTION] - pressed[device.code] for device in devices])


async def _until_shown(room: Classroom) -> None:
    """Wait until the console counts every answer."""
    await room.teacher.sees(lambda: room.teacher.working() == 0)


def _counted(data: Path, codes: list[str], saved: list[HandIn]) -> Figures:
    database = open_database(data / FILE)
    try:
        journal = Journal(database, EventCodec(EVENT_TYPES))
        counted = count(saved, (entry.event for code in codes for entry in journal.load(code)))
    finally:
        database.close()
    return {"saved": counted.saved, "lost": counted.lost, "doubled": counted.doubled}


def _rows(found: Figures) -> list[tuple[str, ...]]:
    loads = [found["classes"], found["hall"]]

    def each(name: str, key: str, of: str = "") -> tuple[str, ...]:
        return (name, *(str(load[key][of] if of else load[key]) for load in loads))

    return [
        ("", *(f"{load['classes']} × {load['students'] // load['classes']}" for load in loads)),
        each("CPU of an answer at this arrival rate, µs", "cpu_us"),
        each("  times a bare echo", "arrival_ratio"),
        each("CPU of an answer, saturated, µs", "saturated_cpu_us"),
        each("  times a bare echo", "saturated_ratio"),
        each("push to the last student, ms", "pushed_ms", "max"),
        each("answer to saved p50, ms", "saved_ms", "p50"),
        each("answer to saved p99, ms", "saved_ms", "p99"),
        each("answer to saved max, ms", "saved_ms", "max"),
        ("bare durable write p99, ms", *[str(found["durable_write_ms"]["p99"])] * 2),
        each("last answer to console, ms", "console_ms"),
        ("a flag after an answer, ms", str(found["rules_ms"]["flag_32"]), str(found["rules_ms"]["flag_500"])),
        ("a recommendation at the close, ms", str(found["rules_ms"]["card_32"]), str(found["rules_ms"]["card_500"])),
        each("memory a student, kB", "memory_kb_per_student"),
        each("hand-ins saved", "saved"),
        each("lost", "lost"),
        each("doubled", "doubled"),
    ]


__all__ = ["Load", "bench"]
