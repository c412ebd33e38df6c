"""Set up, run, check and test this project: `make WORD`, or `python3 server/dev.py WORD` where there is no make.

It runs before anything is installed, so it and server/setting_up use the standard library alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable

from setting_up.auditing import audit as known_weaknesses
from setting_up.browser import browser
from setting_up.engines import engines
from setting_up.shell import ROOT, become, must, say, stop
from setting_up.venv import BIN, TO_RUN, TO_TEST, prepare

CHECKS = {
    "format": ("ruff", "format", "--check"),
    "lint": ("ruff", "check"),
    "types": ("mypy",),
    "layers": ("lint-imports", "--no-logo"),
}


EVERYTHING = ("-n", str(min(4, 1 + (os.cpu_count() or 1))), "--dist", "worksteal")
"""All tests run in several processes at once, one more than there are cores, as many of them wait for a lease or a line
most of the time; with arguments, in one, as most often a part is looked at."""


def run(arguments: list[str]) -> None:
    """start the server on this machine; prints its addresses and a sign-in link"""
    prepare(TO_RUN)
    become(BIN / "boardsup", "serve", *arguments)


def demo(arguments: list[str]) -> None:
    """play a whole lesson with 30 simulated students; KEEP=1 leaves it running"""
    prepare(TO_RUN)
    become(BIN / "boardsup", "demo", *arguments)


def setup(_: list[str]) -> None:
    """only set everything up; leaves .venv/bin/boardsup"""
    prepare(TO_RUN)
    say(f"set up. {(BIN / 'boardsup').relative_to(ROOT)} is there.")


def check(_: list[str]) -> None:
    """format, lint, strict types, and which layer may import which"""
    prepare(TO_TEST)
    failed = [name for name, command in CHECKS.items() if not _passes(name, command)]
    if failed:
        stop(f"not in order: {', '.join(failed)}.")


def test(arguments: list[str]) -> None:
    """all tests, real browser included; BOARDSUP_BROWSER=skip leaves it out"""
    prepare(TO_TEST)
    if os.environ.get("BOARDSUP_BROWSER") != "skip":
        os.environ["BOARDSUP_CHROMIUM"] = browser()
        os.environ.update(engines())
    become(BIN / "pytest", *(arguments or EVERYTHING))


def bench(arguments: list[str]) -> None:
    """measure the server beside a bare echo; prints a table and writes JSON; then two processes beside one"""
    prepare(TO_TEST)
    if arguments:
        become(BIN / "boardsup", "bench", *arguments)
    measured = subprocess.run([BIN / "boardsup", "bench"], check=False).returncode
    os.chdir(ROOT / "tests")
    beside = subprocess.run([BIN / "python", "-m", "two_processes"], check=False).returncode
    raise SystemExit(measured or beside)


def pictures(arguments: list[str]) -> None:
    """a picture of every screen in every state, into screenshots/, to be looked at"""
    prepare(TO_TEST)
    os.environ["BOARDSUP_CHROMIUM"] = browser()
    os.chdir(ROOT / "tests")
    become(BIN / "python", "-m", "browser.take_pictures", *arguments)


def audit(arguments: list[str]) -> None:
    """ask for known weaknesses in what the lock files name; needs the network"""
    raise SystemExit(known_weaknesses(arguments))


def lock(arguments: list[str]) -> None:
    """write both lock files again from pyproject.toml; ARGS=--upgrade takes newer versions"""
    uv = shutil.which("uv") or stop("writing the lock files needs uv on the PATH.")
    compiling = [uv, "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--python-version", "3.11"]
    compiling += ["--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "make lock"]
    same_versions = ["--constraint", str(TO_TEST.relative_to(ROOT))]
    for path, more in ((TO_TEST, ["--extra", "test"]), (TO_RUN, same_versions)):
        target = ["--extra", "build", *more, "pyproject.toml", "--output-file", str(path.relative_to(ROOT))]
        must([*compiling, *target, *arguments], otherwise="the lock files stay as they were.")
    say("both lock files are up to date.")


def usage(_: list[str]) -> None:
    """this list"""
    for word, action in WORDS.items():
        print(f"make {word:<8} {action.__doc__}")


WORDS: dict[str, Callable[[list[str]], None]] = {
    "help": usage,
    "run": run,
    "demo": demo,
    "setup": setup,
    "check": check,
    "test": test,
    "bench": bench,
    "pictures": pictures,
    "audit": audit,
    "lock": lock,
}


def main(arguments: list[str]) -> None:
    """Do what the first word says."""
    word = arguments[0] if arguments else "help"
    if word not in WORDS:
        stop(f"there is no word {word!r}. Try: python3 server/dev.py help")
    WORDS[word](arguments[1:])


def _passes(name: str, command: tuple[str, ...]) -> bool:
    """Run one check; say how it went, and show what it printed only when it failed."""
    since = time.monotonic()
    program, *words = command
    done = subprocess.run([BIN / program, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    mark = "✗" if done.returncode else "✓"
    print(f"{mark} {name:<7} {time.monotonic() - since:5.1f} s", flush=True)
    if done.returncode:
        print((done.stdout + done.stderr).rstrip(), flush=True)
    return not done.returncode


if __name__ == "__main__":
    main(sys.argv[1:])
