"""What two processes give beside one: the last part of `make bench`, on a real PostgreSQL, behind a real Caddy.

Twice as many answers a second need twice as many free cores; where load, database and proxy share them, as here, CPU of
the servers for an answer stands for it: at most 1 / 0.9 of one process's makes 1.8 times the answers.
"""

from __future__ import annotations

import asyncio
import resource
import tempfile
import time
from pathlib import Path

import uvloop

import fronting
import postgres
from boardsup.cli.bench.ours import saturated
from boardsup.cli.bench.reach import Line, ratio
from boardsup.cli.load.hall import hall
from boardsup.cli.load.load import counted, signed_in

CLASSES, SIZE, ROUNDS, REPEATS = 33, 30, 20, 3
MOST = 1.11


async def answered(database: str, processes: int, folder: Path) -> tuple[float, float, int]:
    """CPU seconds of the servers for an answer, answers a second, and how many were lost, doubled or crossed."""
    front = await asyncio.to_thread(fronting.several, [database] * processes, folder)
    try:
        target = await signed_in(front.here, front.sign_in, tuple(server.pid for server in front.servers))
        async with hall(target, CLASSES, SIZE) as lessons:
            await lessons.seat()
            await lessons.ask()
            await saturated(lessons, ROUNDS)
            began = time.perf_counter()
            cpu = await saturated(lessons, ROUNDS)
            rate = ROUNDS * len(lessons.clickers) / (time.perf_counter() - began)
            await lessons.until_settled()
            return cpu, rate, (await counted(lessons, database)).faults
    finally:
        front.stop()


async def compared() -> tuple[Line, Line]:
    """One and two take turns, each on a database of its own."""
    found: dict[int, list[tuple[float, float, int]]] = {1: [], 2: []}
    with postgres.running() as server, tempfile.TemporaryDirectory(prefix="boardsup-two-") as name:
        for repeat in range(REPEATS):
            for processes, several in found.items():
                folder = Path(name) / f"{repeat}-{processes}"
                folder.mkdir()
                several.append(await answered(server.new_database(), processes, folder))
    rates = {processes: sorted(rate for _, rate, _ in several)[REPEATS // 2] for processes, several in found.items()}
    print(f"answers a second, all on the same cores: one process {rates[1]:.0f}, two {rates[2]:.0f}")
    cpu = ratio(*([one[0] for one in found[processes]] for processes in (2, 1)))
    faults = sum(one[2] for several in found.values() for one in several)
    return Line("CPU of an answer, two processes, of one's", cpu, MOST), Line("lost, doubled, crossed", faults, 0, "")


def main() -> None:
    """Print the lines; exit 1 when anything was lost."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        lines = runner.run(compared())
    print("\n".join("  ".join(line.row()) for line in lines))
    raise SystemExit(1 if lines[-1].figure else 0)


if __name__ == "__main__":
    main()
