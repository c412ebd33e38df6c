"""`make audit`: what it asks, that it needs the network, and that it leaves nothing behind.

The real pip-audit is not asked here: in its place stands a package of the test's own, which says how it was called.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from checkout import ROOT

SAYS = "import sys\nprint('asked', *sys.argv[1:])\nsys.exit(3 if '--weak' in sys.argv else 0)\n"
WHEEL = {
    "pip_audit.py": SAYS,
    "pip_audit-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: pip-audit\nVersion: 1.0\n",
    "pip_audit-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "pip_audit-1.0.dist-info/RECORD": "",
}


@pytest.fixture
def stand_in(tmp_path: Path) -> dict[str, str]:
    """What makes pip take the stand-in."""
    with zipfile.ZipFile(tmp_path / "pip_audit-1.0-py3-none-any.whl", "w") as wheel:
        for name, text in WHEEL.items():
            wheel.writestr(name, text)
    return {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path)}


def test_it_asks_about_every_locked_package_and_installs_nothing_here(stand_in: dict[str, str], tmp_path: Path):
    folder = tmp_path / "temporary"
    folder.mkdir()
    done = audited("--weak", TMPDIR=str(folder), **stand_in)
    (asked,) = [line.split()[1:] for line in done.stdout.splitlines() if line.startswith("asked")]
    assert {"--disable-pip", "--require-hashes", "--strict"} <= set(asked)
    assert asked[asked.index("--requirement") + 1] == "server/requirements-test.lock"  # It holds the other one, too.
    assert done.returncode == 3
    assert list(folder.iterdir()) == []


def test_without_the_network_a_sentence_says_so():
    done = audited(
        PIP_INDEX_URL="http://127.0.0.1:9/", PIP_RETRIES="0", PIP_NO_CACHE_DIR="1", PIP_CONFIG_FILE=os.devnull
    )
    assert done.returncode == 1
    assert "An audit needs the network" in done.stderr
    assert "Traceback" not in done.stderr


def audited(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `make audit` does."""
    command = [sys.executable, "server/dev.py", "audit", *words]
    own = {**os.environ, **environment}
    return subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, check=False, timeout=110)
