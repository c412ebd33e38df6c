"""A browser's network side: cookies, pages over HTTP, and the live line. Nothing else."""

from __future__ import annotations

import asyncio
import json
import secrets
import ssl
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin

OPENS_WITHIN = 3.0
"""Seconds after which a page, too, gives a socket up that does not open."""


class Browser:
    """One person's browser at one server."""

    def __init__(self, origin: str) -> None:
        """`origin` as http://host:port or https://host."""
        self.origin = origin
        self._parts = urlsplit(origin)
        self._tls = ssl.create_default_context() if self._parts.scheme == "https" else None
        self._port = self._parts.port or (443 if self._tls else 80)
        self.cookies: dict[str, str] = {}
        self.load = secrets.token_hex(6)

    async def get(self, path: str) -> tuple[int, str]:
        """Status and text of a page, after redirects within the server."""
        return await self._request("GET", path, b"")

    async def post(self, path: str, fields: dict[str, str]) -> tuple[int, str]:
        """Submit a form."""
        return await self._request("POST", path, urlencode(fields).encode())

    async def live(self, code: str, page: str) -> ClientConnection:
        """Open the live line of a page."""
        scheme = "wss" if self._tls else "ws"
        uri = f"{scheme}://{self._parts.netloc}/room/{code}/live?v=1&page={page}&load={self.load}"
        headers = {"Cookie": self.cookie_header()}
        return await connect(
            uri,
            origin=Origin(self.origin),
            additional_headers=headers,
            compression=None,
            open_timeout=OPENS_WITHIN,
            ping_interval=None,
            max_queue=256,
        )

    def cookie_header(self) -> str:
        """The cookies, as a request carries them."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    async def _request(self, method: str, path: str, body: bytes, hops: int = 5) -> tuple[int, str]:
        reader, writer = await asyncio.open_connection(self._parts.hostname, self._port, ssl=self._tls)
        try:
            writer.write(self._head(method, path, body) + body)
            await writer.drain()
            raw = await reader.read()
        finally:
            writer.close()
        head, _, content = raw.partition(b"\r\n\r\n")
        status = int(head.split(b" ", 2)[1])
        location = self._keep(head.decode("latin-1"))
        if location and hops:
            target = urlsplit(location)
            return await self._request("GET", target.path + (f"?{target.query}" if target.query else ""), b"", hops - 1)
        return status, content.decode()

    def _head(self, method: str, path: str, body: bytes) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self._parts.netloc}", "Connection: close"]
        if self.cookies:
            lines.append(f"Cookie: {self.cookie_header()}")
        if method == "POST":
            lines += [
                f"Origin: {self.origin}",
                "Content-Type: application/x-www-form-urlencoded",
                f"Content-Length: {len(body)}",
            ]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    def _keep(self, head: str) -> str:
        """Keep the cookies of an answer; returns where it redirects to, if it does."""
        location = ""
        for line in head.split("\r\n")[1:]:
            name, _, value = line.partition(": ")
            if name.lower() == "set-cookie":
                for morsel in SimpleCookie(value).values():
                    self.cookies[morsel.key] = morsel.value
            elif name.lower() == "location":
                location = value
        return location


async def send(line: ClientConnection, fields: dict[str, str]) -> None:
    """Send a form's fields as the island does."""
    await line.send(json.dumps(fields))
