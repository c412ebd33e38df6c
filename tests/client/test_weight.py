"""The first load of the student's page: how heavy it is, and that what has a version is kept."""

from __future__ import annotations

import gzip
import re
import urllib.request
from http.client import HTTPMessage
from urllib.error import HTTPError
from urllib.parse import urljoin

import pytest

from attending import lesson
from serving import PATIENCE, Server

MOST = 60_000
"""Bytes, compressed, of everything that a student's first page brings, without a math font."""


async def test_the_first_load_of_a_students_page_is_light(server: Server):
    async with lesson(server) as begun:
        page = text(fetch(server, f"/room/{begun.code}")[0])
    bodies = everything(server, page)
    assert any(b"htmx" in body for body in bodies)
    assert sum(len(gzip.compress(body)) for body in bodies) < MOST


async def test_a_students_page_comes_compressed_and_its_sheets_as_one(server: Server):
    async with lesson(server) as begun:
        body, headers = fetch(server, f"/room/{begun.code}")
    assert headers["content-encoding"] == "gzip"
    assert int(headers["content-length"]) == len(body)
    assert text(body).count(b'rel="stylesheet"') == 1


@pytest.mark.parametrize("names", ["nothing", "tokens+nothing", "..", "tokens+../base", "tokens+", "+"])
def test_sheets_that_are_not_there_are_not_found(server: Server, names: str):
    with pytest.raises(HTTPError, match="404"):
        fetch(server, f"/static/sheets/{names}.css")


def test_what_has_a_version_is_kept_for_good_and_the_rest_is_asked_for_again(server: Server):
    page = fetch(server, "/")[0].decode()
    address = re.search(r'"(/static/sheets/tokens\+base\.css\?v=\w+)"', page)[1]
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
            seen[address] = text(fetch(server, address)[0])
            waiting += addresses(seen[address].decode(), address)
    return list(seen.values())


def text(body: bytes) -> bytes:
    """A body as it was before it was compressed."""
    return gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body


def addresses(text: str, at: str = "") -> list[str]:
    """Our own addresses in a text, and the modules that one at this address imports without being asked."""
    found = re.findall(r'"(/static/[^"#]+)', text)
    return found + [urljoin(at, name) for name in re.findall(r'from "(\.[^"]+\.js)"', text)]


def fetch(server: Server, path: str) -> tuple[bytes, HTTPMessage]:
    """Body and headers of an answer, as they come over the wire to a browser."""
    request = urllib.request.Request(server.here + path, headers={"accept-encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return answer.read(), answer.headers
