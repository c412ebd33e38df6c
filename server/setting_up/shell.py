"""The shell and the person at it: run a command, become one, say what is being done, stop with a reason."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[2]


def say(sentence: str) -> None:
    """Tell the person at the terminal what is being done."""
    print(f"Boards Up: {sentence}", flush=True)


def stop(sentence: str) -> NoReturn:
    """Say what is wrong, and end with an error."""
    raise SystemExit(f"Boards Up: {sentence}")


def works(command: Sequence[str | Path]) -> bool:
    """Whether a command can be run and ends well. What it prints is dropped."""
    try:
        return subprocess.run(list(map(str, command)), capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def must(command: Sequence[str | Path], *, otherwise: str, **environment: str) -> None:
    """Run a command in the project's folder; when it fails, say so in one sentence and stop."""
    done = subprocess.run(list(map(str, command)), cwd=ROOT, env={**os.environ, **environment}, check=False)
    if done.returncode:
        stop(otherwise)


def become(program: Path, *arguments: str) -> NoReturn:
    """Replace this process by a program, so that its signals and its exit code are the program's own."""
    os.chdir(ROOT)
    command = [str(program), *arguments]
    if os.name == "nt":
        raise SystemExit(subprocess.call(command))
    sys.stdout.flush()
    os.execv(command[0], command)
