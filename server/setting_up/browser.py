"""A Chromium for the browser tests: the one that is named, one that is there, or one that can be had.

What is asked of the machine is only what it gives without a password.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from setting_up.shell import say, stop, works
from setting_up.venv import BIN, PYTHON

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-dejavu-core", "libatomic1")
"""Debian's. The tests' driver needs libatomic1, which a minimal Debian lacks."""

ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def browser() -> str:
    """The path of a Chromium; installs one where there is none and that can be done, else says what to do."""
    if named := os.environ.get("BOARDSUP_CHROMIUM"):
        return named if Path(named).exists() else stop(f"BOARDSUP_CHROMIUM names {named}, which is not there.")
    attempts: tuple[Callable[[], None], ...] = (lambda: None, install_with_apt, install_with_playwright)
    for attempt in attempts:
        attempt()
        if found := find():
            return found
    return stop(
        "the browser tests need Chromium. Install it (Debian: apt install chromium), name one in BOARDSUP_CHROMIUM, "
        "or leave these tests out with BOARDSUP_BROWSER=skip."
    )


def find() -> str | None:
    """The path of a Chromium on this machine: the system's own, else the one that Playwright keeps."""
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    return on_path or _playwrights_own()


def _playwrights_own() -> str | None:
    answer = subprocess.run([PYTHON, "-c", ASK_PLAYWRIGHT], capture_output=True, text=True, check=False)
    path = answer.stdout.strip()
    return path if path and Path(path).exists() else None


def install_with_apt() -> None:
    """Install Debian's Chromium where apt-get runs as root, or sudo asks for no password."""
    asking = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") is None or not works([*asking, "true"]):
        return
    say("installing Chromium for the browser tests with apt-get")
    apt = [*asking, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    for words in (["update"], ["install", "-y", "--no-install-recommends", *PACKAGES]):
        subprocess.run([*apt, *words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)


def install_with_playwright() -> None:
    """Let Playwright fetch its own Chromium; it works where the download site is reached."""
    say("fetching Chromium for the browser tests with Playwright")
    works([BIN / "playwright", "install", "chromium"])
