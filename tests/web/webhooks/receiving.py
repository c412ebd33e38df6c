"""A program that is told of a lesson's end: a real HTTP server, whose answers the test chooses."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from serving import PATIENCE


@dataclass(frozen=True)
class Got:
    """One message as it came in."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Receiver:
    """Where it is, what it got, and how it answers: a status, or what the test does with the request."""

    url: str = ""
    answer: int | Callable[[BaseHTTPRequestHandler], None] = 204
    got: list[Got] = field(default_factory=list)
    news: threading.Condition = field(default_factory=threading.Condition)
    held: threading.Event = field(default_factory=threading.Event)

    def waits_for(self, count: int) -> list[Got]:
        """Wait until so many messages have come in."""
        with self.news:
            assert self.news.wait_for(lambda: len(self.got) >= count, PATIENCE), f"got {len(self.got)} of {count}"
            return list(self.got)

    def hold(self, _: BaseHTTPRequestHandler) -> None:
        """Answer nothing until the test is over."""
        self.held.wait(PATIENCE)


@contextmanager
def receiver(host: str = "127.0.0.1", *, port: int = 0, tls: ssl.SSLContext | None = None) -> Iterator[Receiver]:
    """A receiver that listens until the block ends."""
    receiving = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # the library's own spelling
            body = self.rfile.read(int(self.headers["content-length"]))
            with receiving.news:
                receiving.got.append(Got(self.path, {k.lower(): v for k, v in self.headers.items()}, body))
                receiving.news.notify_all()
            with suppress(OSError):
                if callable(receiving.answer):
                    receiving.answer(self)
                else:
                    self.send_response(receiving.answer)
                    self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A sender that hangs up is none."""

    server = Server((host, port), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    receiving.url = f"http{'s' if tls else ''}://{host}:{server.server_address[1]}/hook"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield receiving
    finally:
        receiving.held.set()
        server.shutdown()
        server.server_close()
        thread.join(PATIENCE)
