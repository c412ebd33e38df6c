"""A server inside the test, on whatever day the test says it is, and a class that answers over plain HTTP.

`weeks()` starts it in a thread of its own. A lesson is played by `Attending`: who is here, what each hands in.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import uvicorn
from sqlmodel import Session

from attending import fetched, posted, sent_on
from boardsup.cli.serve import listen
from boardsup.store.signin import new_signin
from boardsup.web.app import build
from boardsup.web.settings import Settings
from serving import PATIENCE

MONDAY, FRIDAY, NEXT_MONDAY = date(2026, 3, 2), date(2026, 3, 6), date(2026, 3, 9)
MORNING = 9

_TILE = re.compile(r'name="student" value="([^"]+)"[^>]*>\s*(?:<[^>]*>\s*)*([^<\s][^<]*)<')


class Calendar:
    """The time: nine o'clock on the day that was said last, and what has passed since."""

    def __init__(self) -> None:
        self.go_to(MONDAY)

    def go_to(self, day: date) -> None:
        """It is the morning of this day."""
        self._from = datetime(day.year, day.month, day.day, MORNING).timestamp()
        self._since = time.monotonic()

    def __call__(self) -> int:
        return int(1000 * (self._from + time.monotonic() - self._since))


@dataclass
class Weeks:
    """The server: where it is, its calendar, its database, the teacher's cookies, and each student's own."""

    here: str
    calendar: Calendar
    sign_in: str
    database: Callable[[], AbstractContextManager[Session]]
    teacher: dict[str, str] = field(default_factory=dict)
    devices: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def port(self) -> int:
        return int(self.here.rpartition(":")[2])

    def desk(self, path: str) -> str:
        """A page of the desk."""
        status, _, text = fetched(self, path, self.teacher)
        assert status == 200, text
        return text

    def press(self, path: str, **fields: str) -> str:
        """Submit a form of the desk; where it leads to."""
        status, location = sent_on(self, path, fields, self.teacher)
        assert status == 303, location
        return location

    def make_class(self, names: list[str]) -> str:
        """A class of these names; its page."""
        return self.press("/desk/classes", name="Period 3", names="\n".join(names))


@dataclass
class Attending:
    """A lesson under way, by the code in the address of its console."""

    weeks: Weeks
    code: str

    def console(self, do: str, **fields: str) -> None:
        """A press on the console."""
        status, text = posted(
            self.weeks, f"/room/{self.code}/do", {"do": do, "page": "console", **fields}, self.weeks.teacher
        )
        assert status == 303, text

    def sit(self, *names: str) -> None:
        """These students tap their tiles, each on a device of their own."""
        for name in names:
            _, headers, page = fetched(self.weeks, f"/room/{self.code}", self.weeks.devices.get(name, {}))
            if name not in self.weeks.devices:
                self.weeks.devices[name] = {"board": re.search(r"board=([^;]+)", headers["set-cookie"])[1]}
            tiles = {tile.strip(): id for id, tile in _TILE.findall(page)}
            self._do(name, do="sit", student=tiles[name])

    def hands_in(self, name: str, question: str, text: str, **more: str) -> None:
        """One student hands in; nothing typed is "I don't know yet"."""
        if text:
            self._do(name, do="answer", question=question, number="1", text=text, **more)
        else:
            self._do(name, do="dont_know", question=question, number="1")

    def asks(self, segment: str, answers: Mapping[str, Mapping[str, str]]) -> None:
        """Open a segment; each student hands in what is said for them by question; close it."""
        self.console("open", segment=segment)
        for name, texts in answers.items():
            for question, text in texts.items():
                self.hands_in(name, question, text)
        self.closes(segment)

    def closes(self, segment: str) -> None:
        """The last call, and at once the close."""
        self.console("close", segment=segment)
        self.console("close", segment=segment)

    def ends(self) -> None:
        """The lesson is over, and the desk says so."""
        self.console("end")
        until = time.monotonic() + PATIENCE
        while not self._is_past():
            assert time.monotonic() < until, "the lesson did not end"

    def _is_past(self) -> bool:
        """Does the class have a story of it?"""
        classes = set(re.findall(r'href="(/desk/classes/[^/"]+)"', self.weeks.desk("/desk")))
        return any(f"/lessons/{self.code}" in self.weeks.desk(path) for path in classes)

    def _do(self, name: str, **fields: str) -> None:
        status, text = posted(self.weeks, f"/room/{self.code}/do", fields, self.weeks.devices[name])
        assert status == 303, text


def attending(weeks: Weeks, console: str) -> Attending:
    """The lesson of this console's address."""
    return Attending(weeks, console.split("/room/")[1].split("/")[0])


@contextmanager
def weeks(data: Path, *, metrics: bool = False, hooks_here: bool = False) -> Iterator[Weeks]:
    """A server in a thread of this process, with a calendar."""
    calendar, address = Calendar(), listen("127.0.0.1", 0)
    app = build(Settings(data=data, now=calendar, local_htmx=True, metrics=metrics, hooks_here=hooks_here))
    server = uvicorn.Server(uvicorn.Config(app, ws="websockets-sansio", log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [address.socket]}, daemon=True)
    thread.start()
    until = time.monotonic() + PATIENCE
    while not server.started and time.monotonic() < until and thread.is_alive():
        time.sleep(0.01)
    assert server.started
    with app.state.door.database.session() as session:
        sign_in = f"{address.here}/signin/{new_signin(session)}"
        own = f"/signin/{new_signin(session)}"
    found = Weeks(address.here, calendar, sign_in, app.state.door.database.session)
    _, headers, _ = fetched(found, own, {})
    found.teacher = {"desk": re.search(r"desk=([^;]+)", headers["set-cookie"])[1]}
    try:
        yield found
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
        address.socket.close()
