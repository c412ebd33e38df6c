"""The first load of the student's page: how heavy it is, and that what has a version is kept."""

from __future__ import annotations

import gzip
import re
import urllib.request
from http.client import HTTPMessage
from urllib.parse import urljoin

from attending import lesson
from serving import PATIENCE, Server

MOST = 60_000
"""Bytes, compressed, of everything that a student's first page brings, without a math font."""


async def test_the_first_load_of_a_students_page_is_light(server: Server):
    async with lesson(server) as begun:
        page = fetch(server, f"/room/{begun.code}")[0]
    bodies = everything(server, page)
    assert any(b"htmx" in body for body in bodies)
    assert sum(len(gzip.compress(body)) for body in bodies) < MOST


def test_what_has_a_version_is_kept_for_good_and_the_rest_is_asked_for_again(server: Server):
    page = fetch(server, "/")[0].decode()
    address = re.search(r'"(/static/css/tokens\.css\?v=\w+)"', page)[1]
    body, headers = fetch(server, address)
    assert "immutable" in headers["cache-control"]
    assert headers["content-encoding"] == "gzip"
    assert b"--pen" in gzip.decompress(body)
    assert fetch(server, "/static/js/line.js")[1]["cache-control"] == "no-cache"
    assert fetch(server, "/")[1]["cache-control"] == "no-store"


def everything(server: Server, page: bytes) -> list[bytes]:
    """The page and every file that it or one of its modules asks for, each once."""
    seen, waiting = {"": page}, addresses(page.decode())
    while waiting:
        address = waiting.pop()
        if address not in seen:
            body = fetch(server, address)[0]
            seen[address] = gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body
            waiting += addresses(seen[address].decode(), address)
    return list(seen.values())


def addresses(text: str, at: str = "") -> list[str]:
    """Our own addresses in a text, and the modules that one at this address imports without being asked."""
    found = re.findall(r'"(/static/[^"#]+)', text)
    return found + [urljoin(at, name) for name in re.findall(r'from "(\.[^"]+\.js)"', text)]


def fetch(server: Server, path: str) -> tuple[bytes, HTTPMessage]:
    """Body and headers of an answer, as they come over the wire to a browser."""
    request = urllib.request.Request(server.here + path, headers={"accept-encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return answer.read(), answer.headers
