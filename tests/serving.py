"""A real `boardsup serve` for tests: its own process, port and data folder, which can be killed and started again.

Nothing here waits for a fixed time: it waits for a line that the server prints, or for the end of the process.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path

BOARDSUP = Path(sys.executable).with_name("boardsup")
PATIENCE = 60.0
"""Seconds until a server that is not ready counts as broken; a busy machine needs a few."""


class Server:
    """One server on loopback. Between `start` and `stop` or `kill` it answers at `here`."""

    program: tuple[str | Path, ...] = (BOARDSUP,)
    """What is run: `boardsup`, or the same on a machine with a trouble of its own."""

    def __init__(self, data: Path, *options: str, database: str = "") -> None:
        """`data` is the folder that it keeps, `database` the URL of another one than the file there; `options` are more
        words for `boardsup serve`; its address and its data are ours whatever they say."""
        self.data = data
        self.database = database
        self.options = options
        self.here = ""
        self.sign_in = ""
        self.said: list[str] = []
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None
        self._news = threading.Condition()

    @property
    def ours(self) -> tuple[str, ...]:
        """The words by which any command finds this server's database."""
        return ("--data", str(self.data), "--database", self.database)

    @property
    def port(self) -> int:
        """The port that it has, and keeps over every restart; 0 before the first start."""
        return int(self.here.rpartition(":")[2] or 0)

    @property
    def pid(self) -> int:
        """The process id, for tests that freeze or watch it."""
        return self._running().pid

    def start(self) -> Server:
        """Start it, on the port that it had before if it had one, and return once it is ready."""
        before, since = self.here, len(self.said)
        here = ["--host", "127.0.0.1", "--port", str(self.port)]
        command = [*self.program, "serve", *self.options, *here, *self.ours]
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
        )
        self._reader = threading.Thread(target=self._listen, args=(self._process,), daemon=True)
        self._reader.start()
        self._wait_until_ready(since)
        self.here = self._word_after("Here: ", since)
        self.sign_in = self._word_after("Sign in (once): ", since)
        assert before in ("", self.here), f"came back at {self.here} instead of {before}"
        return self

    def kill(self) -> None:
        """End it as a power cut would (SIGKILL), and return when it is gone."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """Ask it to stop (SIGTERM); returns its exit code."""
        return self._end(signal.SIGTERM)

    def interrupt(self) -> int:
        """Press Ctrl-C (SIGINT); returns its exit code."""
        return self._end(signal.SIGINT)

    def restart(self) -> Server:
        """Kill it and start it again with the same data on the same port."""
        self.kill()
        return self.start()

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of a page, without cookies."""
        try:
            with urllib.request.urlopen(self.here + path, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode()

    @property
    def is_running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.poll() is None

    def _running(self) -> subprocess.Popen[str]:
        assert self._process is not None, "the server was not started"
        return self._process

    def _end(self, how: signal.Signals) -> int:
        process = self._running()
        if process.poll() is None:
            process.send_signal(how)
        code = process.wait(PATIENCE)
        if self._reader is not None:
            self._reader.join(PATIENCE)
        return code

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        with process.stdout:
            for line in process.stdout:
                self._hear(line.rstrip("\n"))
        self._hear("(the process ended)")

    def _hear(self, line: str) -> None:
        with self._news:
            self.said.append(line)
            self._news.notify_all()

    def _wait_until_ready(self, since: int) -> None:
        with self._news:
            self._news.wait_for(lambda: {"Ready.", "(the process ended)"} & set(self.said[since:]), PATIENCE)
        if "Ready." not in self.said[since:]:
            self.kill()
            raise AssertionError("the server did not get ready; it said:\n" + "\n".join(self.said[since:]))

    def _word_after(self, label: str, since: int) -> str:
        return next(line.removeprefix(label) for line in self.said[since:] if line.startswith(label))
