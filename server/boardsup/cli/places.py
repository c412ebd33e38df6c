"""Options that several commands have: where the school's data is, and where its server."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

HOME = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "boardsup"
HERE = "http://127.0.0.1:8000"

Data = Annotated[Path, typer.Option(envvar="BOARDSUP_DATA", help="The folder that holds the database.")]
Database = Annotated[
    str, typer.Option(envvar="BOARDSUP_DATABASE", help="postgresql://USER@HOST/NAME instead of a file in that folder.")
]
Here = Annotated[str, typer.Option(help="The server's address.")]
