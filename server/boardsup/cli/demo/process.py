"""A server of its own, as a process of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

READY_WITHIN = 60.0
"""Seconds that a server may take to start on a slow machine."""


@dataclass(frozen=True, slots=True)
class Running:
    """A server that is ready: its address on this machine, and the path of its one-time sign-in link."""

    here: str
    signin: str
    pid: int


@asynccontextmanager
async def serving(data: Path) -> AsyncIterator[Running]:
    """Start `boardsup serve` on the next free port; stop it when the block ends. Raises TimeoutError."""
    command = (sys.executable, "-m", "boardsup", "serve", "--data", str(data), "--database", "")
    process = await asyncio.create_subprocess_exec(
        *command, "--port", "8100", stdout=asyncio.subprocess.PIPE, stderr=None, env={**os.environ}
    )
    try:
        async with asyncio.timeout(READY_WITHIN):
            said = await _until_ready(process)
        here = said["Here"]
        yield Running(here, said["Sign in (once)"].removeprefix(here), process.pid)
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
            await process.wait()


async def _until_ready(process: asyncio.subprocess.Process) -> dict[str, str]:
    """What the server prints until it is ready, by its labels."""
    said: dict[str, str] = {}
    assert process.stdout is not None
    async for line in process.stdout:
        label, _, text = line.decode().strip().partition(": ")
        said[label] = text
        if label == "Ready.":
            return said
    raise ChildProcessError("The server ended before it was ready.")
