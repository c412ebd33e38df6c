"""The step below ASGI: frames go straight to a line's transport, and its messages straight to a function.

One subclass of uvicorn's own protocol, for one version of it; everything else (handshake, pings, closing, limits) stays
uvicorn's. What it cannot do at once takes the plain path, through ASGI's queue, in its order. With another version, or
`--plain-lines`, everything does (decisions/0009).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Literal

import uvicorn
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request

MADE_FOR = "0.54."
"""The version of uvicorn whose protocol this was made for; the lock pins it."""

EXTENSION = "boardsup.straight"
"""Where a line finds its own protocol, among ASGI's extensions."""

LONGEST_KEPT = 16_384
"""Characters of a text whose frame is kept for the next one who is sent the same."""


def protocol() -> type[Straight] | Literal["websockets-sansio"]:
    """What uvicorn is to speak: ours where it was made for this version, else its own."""
    return Straight if uvicorn.__version__.startswith(MADE_FOR) else "websockets-sansio"


class Straight(WebSocketsSansIOProtocol):
    """`hear` takes a text at once and says whether it did; `drained` is called when more can be pushed again."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.hear: Callable[[str], bool] | None = None
        self.drained: Callable[[], None] | None = None

    def can_push(self) -> bool:
        """Not while the browser takes nothing, nor once the line is closing."""
        return not (self.close_sent or self.disconnected) and self.writable.is_set() and not self.transport.is_closing()

    def push(self, text: str) -> None:
        """Send this text now; ask `can_push` before."""
        self.transport.write(_kept(text) if len(text) <= LONGEST_KEPT else _frame(text))

    def handle_connect(self, event: Request) -> None:
        """Offer ourselves to the application, which is started after this."""
        super().handle_connect(event)
        if self.response.status_code == 101:
            extensions: Any = self.scope["extensions"]
            extensions[EXTENSION] = self

    def send_receive_event_to_app(self) -> None:
        """A whole message is there."""
        if self.hear is not None and self.curr_msg_data_type == "text" and not self.close_sent and self.queue.empty():
            data = self.frames[0] if len(self.frames) == 1 else b"".join(self.frames)
            try:
                text = str(data, "utf-8")
            except UnicodeDecodeError:
                text = ""
            if text and self.hear(text):
                self.frames = []
                return
        super().send_receive_event_to_app()

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


_kept = lru_cache(maxsize=256)(_frame)
