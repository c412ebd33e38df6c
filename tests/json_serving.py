"""A real server whose log is JSON: what it says until it is ready is read out of its lines."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from serving import BOARDSUP, Server


class JsonServer(Server):
    """`lines` are its log lines as objects; a line that is no JSON is a failure."""

    def __init__(self, data: Path, *options: str, database: str = "") -> None:
        super().__init__(data, "--log", "json", *options, database=database)
        self.lines: list[dict[str, Any]] = []

    def signs_in(self) -> None:
        """Print a sign-in link, as the person does who runs such a server."""
        command = [BOARDSUP, "signin", "--here", self.here, *self.ours]
        self.sign_in = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    def _hear(self, line: str) -> None:
        if line.startswith("("):
            super()._hear(line)
            return
        said = json.loads(line)
        self.lines.append(said)
        super()._hear(line)
        if said["said"] == "ready":
            for own in (f"Here: {said['here']}", "Sign in (once): ", "Ready."):
                super()._hear(own)
