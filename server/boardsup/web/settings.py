"""How this process is set up: where its data stands, which address it shows to the class, where the client lies."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from boardsup.store.clock import Now, now_ms
from boardsup.store.database import database_in
from boardsup.web.log_lines import Style
from boardsup.web.oidc.provider import Provider

SHIPPED = Path(__file__).resolve().parents[1] / "shipped"

CHECKOUT = SHIPPED if SHIPPED.is_dir() else SHIPPED.parents[2]
"""Where client/, problems/ and server/docs lie: in the checkout, or as the wheel brought them along."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`data` is a folder; `shown_at` is the address that the wall and the QR code give to the class.

    `now` gives the time, in ms since 1970.
    `plain_lines` has every frame go through ASGI, as with another version of uvicorn than `straight.py` was made for.
    `metrics` says whether /metrics is served; there are counts on it and no names. `log` says how its lines look.
    `providers` are the issuers that people may sign in with (`oidc/`).
    `hooks_here` lets messages to other programs go to this machine itself, by http, too: for tests.
    `inside` is where other processes on the same database reach this one, such as http://10.0.0.5:8001; empty where it
    is the only one.
    `database` is the URL of a database to use instead of the file in `data`; empty for that file.
    """

    data: Path
    shown_at: str = ""
    local_htmx: bool = False
    max_pages: int | None = None
    client: Path = CHECKOUT / "client"
    problems: Path = CHECKOUT / "problems"
    docs: Path = CHECKOUT / "server" / "docs"
    now: Now = now_ms
    database: str = ""
    metrics: bool = False
    plain_lines: bool = False
    providers: tuple[Provider, ...] = ()
    log: Style = "plain"
    hooks_here: bool = False
    inside: str = ""

    @property
    def where(self) -> str | Path:
        """The database: a URL, or the file in `data`."""
        return database_in(self.data, self.database)
