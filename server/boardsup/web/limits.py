"""Limits at the door: how fast one tab may talk, how large a request may be, how often all together may guess a code.

Never by address: a whole school is one address.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send

MESSAGES_A_SECOND = 20.0
"""Commands, echoes and beats that one seat may send a second, over time, whether by socket or over HTTP."""

MESSAGES_AT_ONCE = 60.0
"""How many of them may come at once."""

GUESSES_A_SECOND = 5.0
"""Unknown codes that all senders together may try a second, over time: at this pace one of the
1,889,568 codes in use is found after days, not minutes. A right code costs nothing."""

GUESSES_AT_ONCE = 60.0

OWN_GUESSES_A_SECOND, OWN_GUESSES_AT_ONCE = 0.1, 10.0
"""The same for a device that has been in a lesson here before: it has its own, so that no stranger can use them up."""

LARGEST_REQUEST = 65_536
"""Bytes of a request's body. A pasted roster of sixty names is under 4 kB."""

LARGER = {"/desk/items/import": 500_000, "/desk/lists": 6_000_000}
"""The same for the pages that take files: an upload of 5 MB, with what stands around it."""


SENT_TOO_MUCH = b"This is larger than this page can take. Please send less at once."
TOO_LARGE_FOR_PROGRAMS = (
    b'{"type":"/api/v1/docs#too-large","title":"Too much at once","status":413,'
    b'"detail":"This is more than one request may hold; please send less at once."}'
)


class Bucket:
    """A token bucket: `rate` a second over time, `burst` at once."""

    __slots__ = ("_at", "_burst", "_clock", "_left", "_rate")

    def __init__(self, rate: float, burst: float, clock: Callable[[], float]) -> None:
        self._rate, self._burst, self._clock = rate, burst, clock
        self._left, self._at = burst, clock()

    def take(self) -> float:
        """Take one; returns the seconds to wait before it is due (0 when there was one left)."""
        now = self._clock()
        self._left = min(self._burst, self._left + (now - self._at) * self._rate)
        self._at = now
        self._left -= 1.0
        return 0.0 if self._left >= 0.0 else -self._left / self._rate

    def has_one(self) -> bool:
        """Is there one left? Takes it when there is, and nothing when there is not."""
        if self.take() == 0.0:
            return True
        self._left += 1.0
        return False

    def give_back(self) -> None:
        """It was not used after all."""
        self._left = min(self._burst, self._left + 1.0)


class Buckets:
    """A bucket for each of many; the one that was not asked for the longest is forgotten first."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float], *, most: int = 20_000) -> None:
        self._kind = (rate, burst, clock)
        self._most = most
        self._by_name: OrderedDict[str, Bucket] = OrderedDict()

    def of(self, name: str) -> Bucket:
        """The bucket of this one; full when it was not heard of before."""
        bucket = self._by_name.get(name)
        if bucket is None:
            bucket = self._by_name[name] = Bucket(*self._kind)
            if len(self._by_name) > self._most:
                self._by_name.popitem(last=False)
        self._by_name.move_to_end(name)
        return bucket


class TooLarge(Exception):
    """The body of a request is larger than this server reads."""


class LargestRequest:
    """Stops reading a request's body where it gets too large, whatever its headers claim."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, counting its bytes; what comes back for one that is too large is our refusal."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        got, most = 0, LARGER.get(scope.get("path", ""), LARGEST_REQUEST)

        async def counted() -> Message:
            nonlocal got
            message = await receive()
            got += len(message.get("body", b""))
            if got > most:
                raise TooLarge
            return message

        async def unless_too_large(message: Message) -> None:
            if got <= most:
                await send(message)

        with suppress(TooLarge):
            await self._app(scope, counted, unless_too_large)
        if got > most:
            await _refuse(send, is_program=scope.get("path", "").startswith("/api/"))


async def _refuse(send: Send, *, is_program: bool) -> None:
    text, kind = (TOO_LARGE_FOR_PROGRAMS, b"application/problem+json") if is_program else (SENT_TOO_MUCH, b"text/plain")
    headers = [(b"content-type", kind + b"; charset=utf-8"), (b"content-length", str(len(text)).encode())]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": text})
