"""The command: a server of its own or one that is named, one scenario after the other, and the count at the end."""

from __future__ import annotations

import asyncio
import json
import resource
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import uvloop

from boardsup.cli.demo.process import serving
from boardsup.cli.load.figures import table
from boardsup.cli.load.hall import Hall, Target, hall
from boardsup.cli.load.scenarios import SCENARIOS, Figures, Pace
from boardsup.cli.load.soak import soak
from boardsup.cli.load.truth import Truth, against_journal, sent_and_seen
from boardsup.cli.simulated.browser import Browser
from boardsup.cli.simulated.teacher import ConsoleOperator
from boardsup.lesson.events import EVENT_TYPES
from boardsup.store.codec import EventCodec
from boardsup.store.database import FILE, open_database
from boardsup.store.journal import Journal

MOST_STUDENTS = 20_000
"""Devices of one load; a machine has no more ports for one address than about three times as many."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be done: which scenarios, how many classes of how many, at what pace; how many read nothing.

    `minutes` above 0 asks for a soak instead.
    """

    scenarios: tuple[str, ...] = tuple(SCENARIOS)
    classes: int = 1
    size: int = 200
    pace: Pace = field(default_factory=Pace)
    slow: int = 1
    minutes: float = 0.0


@dataclass(frozen=True, slots=True)
class There:
    """A server that runs already: its address, a one-time link, its processes, and its database where that is here."""

    here: str
    signin: str
    pids: tuple[int, ...] = ()
    database: str | Path | None = None


def load(out: Path, asked: Asked, there: There | None) -> int:
    """Run, print a table, write JSON to `out`; 1 when a hand-in was lost, doubled, crossed, or not counted."""
    if asked.classes * asked.size > MOST_STUDENTS:
        raise SystemExit(f"More than {MOST_STUDENTS} students are too many for one load.")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            found = runner.run(run(asked, there))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    out.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    for name, figures in found.items():
        print(f"{name}: {asked.classes} × {asked.size}")
        print("\n".join(table(_rows(figures))), end="\n\n")
    faults = sum(figures["faults"] for figures in found.values())
    print(f"{faults or 'Nothing'} lost, doubled, crossed or left uncounted. Full figures: {out}")
    return 1 if faults else 0


async def run(asked: Asked, there: There | None) -> dict[str, Figures]:
    """The figures of each scenario, by its name."""
    found: dict[str, Figures] = {}
    async with _target(there) as (target, database):
        for name in ("soak",) if asked.minutes else asked.scenarios:
            slow = asked.slow if name == "slow" else 0
            async with hall(target, asked.classes, asked.size, slow=slow) as lessons:
                figures = await _play(name, asked, lessons)
                truth = await counted(lessons, database) + await lessons.end()
                found[name] = figures | asdict(truth) | {"faults": truth.faults}
    return found


async def counted(lessons: Hall, database: str | Path | None) -> Truth:
    """What became of every hand-in: by the devices, the consoles, and the journal where it can be opened here."""
    uncounted = await lessons.until_shown()
    truth = sent_and_seen(lessons.seen) + Truth(uncounted=uncounted)
    return truth if database is None else truth + await asyncio.to_thread(_journals, database, lessons)


async def _play(name: str, asked: Asked, lessons: Hall) -> Figures:
    if name != "join-storm":
        await lessons.seat()
        await lessons.ask()
    if name == "soak":
        return await soak(lessons, 60 * asked.minutes, asked.pace.rate or 100.0)
    figures = await SCENARIOS[name](lessons, asked.pace)
    if name == "join-storm":
        await lessons.ask()
        await SCENARIOS["burst"](lessons, Pace())
    return figures


@asynccontextmanager
async def _target(there: There | None) -> AsyncIterator[tuple[Target, str | Path | None]]:
    """Where the load goes, signed in, and the database to look into: a server of our own, unless one is named."""
    if there is not None:
        if there.database is not None:
            # Rather now than when a soak of an hour is over.
            (await asyncio.to_thread(open_database, there.database)).close()
        yield await signed_in(there.here, there.signin, there.pids), there.database
        return
    with tempfile.TemporaryDirectory(prefix="boardsup-load-") as folder:
        async with serving(Path(folder)) as server:
            yield await signed_in(server.here, server.signin, (server.pid,)), Path(folder) / FILE


async def signed_in(here: str, link: str, pids: tuple[int, ...]) -> Target:
    """A browser that opened this one-time link."""
    parts = urlsplit(link)
    browser = Browser(here.rstrip("/"))
    await ConsoleOperator(browser).sign_in(parts.path + (f"?{parts.query}" if parts.query else ""))
    return Target(browser, pids)


def _journals(where: str | Path, lessons: Hall) -> Truth:
    """Compare with the journals of these lessons. Blocks."""
    database = open_database(where)
    try:
        journal = Journal(database, EventCodec(EVENT_TYPES))
        stored = ((lesson.code, one.event) for lesson in lessons.lessons for one in journal.load(lesson.code))
        return against_journal(lessons.seen.hand_ins, stored)
    finally:
        database.close()


def _rows(figures: dict[str, Any]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for name, value in figures.items():
        if isinstance(value, dict):
            rows += [(f"{name.removesuffix('_ms')} {of}, ms".replace("_", " "), str(one)) for of, one in value.items()]
        elif not isinstance(value, list):
            rows.append((name.replace("_", " "), str(value)))
    return rows
