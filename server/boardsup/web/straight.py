"""The step below ASGI: frames go straight to a line's transport, and its messages straight to a function.

One subclass of uvicorn's own protocol, for one version of it; everything else (handshake, pings, closing, limits) stays
uvicorn's. What it cannot do at once takes the plain path, through ASGI's queue, in its order. With another version, or
`--plain-lines`, everything does (decisions/0009).
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any, Literal

import uvicorn
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame
from websockets.http11 import Request

MADE_FOR = "0.54."
"""The version of uvicorn whose protocol this was made for; the lock pins it."""

EXTENSION = "boardsup.straight"
"""Where a line finds its own protocol, among ASGI's extensions."""


def protocol() -> type[Straight] | Literal["websockets-sansio"]:
    """What uvicorn is to speak: ours where it was made for this version, else its own."""
    return Straight if uvicorn.__version__.startswith(MADE_FOR) else "websockets-sansio"


class Straight(WebSocketsSansIOProtocol):
    """`hear` takes a text at once and says whether it did; `drained` is called when more can be pushed again."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.hear: Callable[[str], bool] | None = None
        self.drained: Callable[[], None] | None = None
        self._to_end = 1

    def can_push(self) -> bool:
        """Not while the browser takes nothing, nor once the line is closing."""
        return not (self.close_sent or self.disconnected) and self.writable.is_set() and not self.transport.is_closing()

    def push(self, text: str) -> None:
        """Send this text now; ask `can_push` before."""
        self.transport.write(_frames.of(text))

    def handle_connect(self, event: Request) -> None:
        """Offer ourselves to the application, which is started after this."""
        super().handle_connect(event)
        if self.response.status_code == 101:
            self._to_end += 1
            extensions: Any = self.scope["extensions"]
            extensions[EXTENSION] = self

    async def run_asgi(self) -> None:
        """The application, as long as the line lasts."""
        try:
            await super().run_asgi()
        finally:
            self._one_is_over()

    def connection_lost(self, exc: Exception | None) -> None:
        """The browser is gone, and what it said before comes first."""
        # There is nothing left to pause or to resume.
        self.read_paused = True
        _arrivals.hear_all()
        self.read_paused = False
        super().connection_lost(exc)
        self._one_is_over()

    def _one_is_over(self) -> None:
        """Once application and connection both are: let go of everything that refers back here.

        Else each line that was closed would stay in memory, with all that its page was shown, until Python looks for
        cycles among its oldest objects, which a server that runs for hours hardly ever does.
        """
        self._to_end -= 1
        if self._to_end == 0:
            self.hear = self.drained = None
            vars(self).pop("scope", None)
            del self.conn.parser

    def send_receive_event_to_app(self) -> None:
        """A whole message is there; it is heard with all that come in this turn of the loop."""
        if self.hear is None:
            super().send_receive_event_to_app()
        else:
            _arrivals.add(self, self.frames, self.curr_msg_data_type)
            self.frames = []

    def handle_close(self, event: Frame) -> None:
        """The browser closes, and what it said before comes first."""
        _arrivals.hear_all()
        super().handle_close(event)

    def take(self, frames: list[bytes], kind: Literal["text", "bytes"]) -> None:
        """Hear this message; what cannot be heard at once goes to the application, in its order."""
        if self.hear is not None and kind == "text" and not self.close_sent and self.queue.empty():
            data = frames[0] if len(frames) == 1 else b"".join(frames)
            try:
                text = str(data, "utf-8")
            except UnicodeDecodeError:
                text = ""
            if text and self.hear(text):
                return
        begun = self.frames, self.curr_msg_data_type
        self.frames, self.curr_msg_data_type = frames, kind
        super().send_receive_event_to_app()
        self.frames, self.curr_msg_data_type = begun

    def resume_writing(self) -> None:
        """The browser takes more."""
        super().resume_writing()
        if self.drained is not None:
            self.drained()


def _frame(text: str) -> bytes:
    """A whole text message as one frame, not masked (RFC 6455, 5.2)."""
    payload = text.encode()
    length = len(payload)
    if length < 126:
        return b"\x81" + bytes((length,)) + payload
    if length < 65_536:
        return b"\x81\x7e" + length.to_bytes(2, "big") + payload
    return b"\x81\x7f" + length.to_bytes(8, "big") + payload


class _Arrivals:
    """What came in this turn of the loop, on all lines, to be heard at its end as one piece of work.

    Between two sockets uvloop lets the interpreter go, and whoever waits for it is woken, but too late. Were each
    message heard where it is read, the journal's thread would be woken hundreds of times and never have its turn.
    """

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: deque[tuple[Straight, list[bytes], Literal["text", "bytes"]]] = deque()

    def add(self, line: Straight, frames: list[bytes], kind: Literal["text", "bytes"]) -> None:
        """This message has come."""
        if self._loop is not line.loop:
            self._loop = line.loop
            self._waiting.clear()
        if not self._waiting:
            line.loop.call_soon(self.hear_all)
        self._waiting.append((line, frames, kind))

    def hear_all(self) -> None:
        """Hear everything that has come, in its order."""
        waiting = self._waiting
        try:
            while waiting:
                line, frames, kind = waiting.popleft()
                line.take(frames, kind)
        finally:
            if waiting and self._loop is not None:
                self._loop.call_soon(self.hear_all)


_arrivals = _Arrivals()


class _Frames:
    """The newest frame is kept: what goes to a whole class is the very same text for one after the other."""

    def __init__(self) -> None:
        self._text, self._frame = "", b""

    def of(self, text: str) -> bytes:
        """The frame of this text."""
        if text is not self._text:
            self._text, self._frame = text, _frame(text)
        return self._frame


_frames = _Frames()
