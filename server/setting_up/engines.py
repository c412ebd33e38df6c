"""Firefox and WebKitGTK for the stories that other engines play too: found, or brought by the package manager."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from setting_up.shell import say, works

PROGRAMS = {"BOARDSUP_FIREFOX": ("firefox-esr", "firefox"), "BOARDSUP_WEBKIT": ("WebKitWebDriver",)}
"""The variable that names each, and what it is called on the path."""

MINI_BROWSERS = ("usr/lib/*/webkit2gtk-4.1/MiniBrowser", "usr/lib/*/webkit2gtk-4.0/MiniBrowser")
"""Below the root: the browser that WebKitGTK's driver drives, as Debian puts it."""

PACKAGES = ("firefox-esr", "webkit2gtk-driver", "xvfb")
"""Debian's."""


def engines() -> dict[str, str]:
    """The variables that say where these are; without what cannot be had here."""
    found = find()
    if len(found) < len(PROGRAMS):
        install_with_apt()
        found = find()
    for name in PROGRAMS.keys() - found.keys():
        say(f"{name} is not set and there is none here: its stories are left out")
    return found


def find() -> dict[str, str]:
    """Those that are on this machine, or that the environment names."""
    named = {name: os.environ.get(name) or _on_path(words) for name, words in PROGRAMS.items()}
    is_whole = shutil.which("Xvfb") and mini_browser()
    return {name: path for name, path in named.items() if path and (name != "BOARDSUP_WEBKIT" or is_whole)}


def mini_browser() -> str:
    """The browser that WebKitGTK's driver drives; empty where it is not here."""
    return next((str(path) for pattern in MINI_BROWSERS for path in Path("/").glob(pattern)), "")


def install_with_apt() -> None:
    """Install Debian's where apt-get runs as root, or sudo asks for no password."""
    asking = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") is None or not works([*asking, "true"]):
        return
    say("installing Firefox and WebKitGTK for the browser tests with apt-get")
    apt = [*asking, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    for words in (["update"], ["install", "-y", "--no-install-recommends", *PACKAGES]):
        subprocess.run([*apt, *words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)


def _on_path(words: tuple[str, ...]) -> str:
    return next(filter(None, map(shutil.which, words)), "")
