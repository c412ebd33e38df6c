"""Known weaknesses in what the lock files name: asked of pip-audit, in a folder that is thrown away.

It is no dependency of ours, and nothing of what it looks at is installed or run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from setting_up.shell import ROOT, say, stop, works
from setting_up.venv import PYTHON, TO_TEST

ASKING = ("--disable-pip", "--require-hashes", "--strict", "--progress-spinner", "off")
"""The lock is whole, so nothing has to be resolved. A package that nobody knows anything of is a failure, no pass."""


def audit(arguments: list[str]) -> int:
    """Ask about every locked package, those of the tests too; 0 when none has a known weakness."""
    python = str(PYTHON) if PYTHON.exists() else sys.executable
    with tempfile.TemporaryDirectory(prefix="boardsup-audit-") as folder:
        say("fetching pip-audit into a folder of its own, which is thrown away afterwards")
        pip = [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-compile"]
        if not works([*pip, "--target", folder, "pip-audit"]):
            stop("pip-audit could not be fetched. An audit needs the network; everything else here does not.")
        lock = str(TO_TEST.relative_to(ROOT))
        asking = [python, "-m", "pip_audit", *ASKING, "--requirement", lock, *arguments]
        return subprocess.run(asking, cwd=ROOT, env={**os.environ, "PYTHONPATH": folder}, check=False).returncode
