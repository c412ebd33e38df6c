"""`boardsup` on a machine in trouble: its disk is slow, its clock jumps, as a file says that the test writes.

Nothing of ours is changed: what is slow is the driver's commit, what jumps is the time that Python reads.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from sqlalchemy.engine import RootTransaction

from serving import Server

FILE = "BOARDSUP_TESTS_TROUBLE"


class TroubledServer(Server):
    """A server on such a machine. It starts without trouble."""

    program = (sys.executable, __file__)

    def __init__(self, data: Path, *options: str, database: str = "") -> None:
        super().__init__(data, *options, database=database)
        data.mkdir(parents=True, exist_ok=True)
        self._trouble = data / "trouble"
        self.has(slow_ms=0, ahead_ms=0)

    def start(self) -> TroubledServer:
        """Start it, with the file that it reads its trouble from."""
        os.environ[FILE] = str(self._trouble)
        try:
            super().start()
        finally:
            del os.environ[FILE]
        return self

    def has(self, *, slow_ms: int = 0, ahead_ms: int = 0) -> None:
        """From now on a commit takes so much longer, and the clock is so far ahead."""
        draft = self._trouble.with_name("trouble.part")
        draft.write_text(f"{slow_ms} {ahead_ms}", encoding="ascii")
        draft.replace(self._trouble)


def _main() -> None:
    file, its_own, commit = os.environ[FILE], time.time_ns, RootTransaction.commit

    def trouble() -> tuple[int, int]:
        with open(file, encoding="ascii") as told:
            slow, ahead = told.read().split()
        return int(slow), int(ahead)

    def slow_commit(transaction: RootTransaction) -> None:
        time.sleep(trouble()[0] / 1_000)
        commit(transaction)

    RootTransaction.commit = slow_commit
    time.time_ns = lambda: its_own() + trouble()[1] * 1_000_000

    from boardsup.cli import app

    app()


if __name__ == "__main__":
    _main()
