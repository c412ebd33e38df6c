"""What has not changed is not sent again: an ETag over the bytes of each answer to GET, and 304 where it is known."""

from __future__ import annotations

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class ETags:
    """Adds them. An answer of ours is a page at most, so it is held back whole."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; what comes back for a GET goes out with its tag, or as a 304."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        known = Headers(scope=scope).get("if-none-match", "")
        start: Message = {}
        body = b""

        async def tagged(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if not message.get("more_body", False):
                await _sent(start, body, known, send)

        await self._app(scope, receive, tagged)


async def _sent(start: Message, body: bytes, known: str, send: Send) -> None:
    headers = MutableHeaders(scope=start)
    if start["status"] == 200:
        tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        headers["ETag"] = tag
        headers["Cache-Control"] = "private, no-cache"
        if is_known(tag, known):
            start, body = {**start, "status": 304}, b""
            del headers["content-length"]
            start["headers"] = headers.raw
    await send(start)
    await send({"type": "http.response.body", "body": body})


def is_known(tag: str, known: str) -> bool:
    """Does If-None-Match name this tag? Weak tags are compared by what stands in them."""
    named = {one.strip().removeprefix("W/") for one in known.split(",")}
    return tag in named or "*" in named
