"""What the log holds when somebody means harm: one line each, of our own words, and nothing that was sent."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Iterator

import httpx
import pytest

from attending import closed_with, fetched, lesson, line, posted, visitor
from boardsup.web.log_lines import REQUEST, AsJson, Plain, Seldom
from json_serving import JsonServer

SECRETS = ("Zebulon", "Quasimodo", "4711x", "tok3n")
FORGED = '{"at": "now", "level": "error", "said": "forged"}'
HOSTILE = [
    b"GET /Zebulon%0a%0d" + FORGED.encode().replace(b" ", b"%20") + b"?key=tok3n HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /room/Zebulon%1b[2J%E2%80%A8forged?code=tok3n HTTP/1.1\r\nHost: x\r\nCookie: desk=tok3n\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: Zebulon\r\nX-Request-Id: Zebulon\r\nUser-Agent: \x1b]0;Zebulon\x07\r\n\r\n",
    b"GET /\x1b[31mZebulon HTTP/1.1\r\nHost: x\r\n\r\n",
    b"ZEBULON /desk HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nZebulon\x00: tok3n\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n Zebulon folded\r\n\r\n",
    b"Zebulon tok3n\r\n\r\n",
    b"POST /desk/classes HTTP/1.1\r\nHost: x\r\nContent-Length: Zebulon\r\n\r\nnames=Zebulon",
    b"POST /desk/lists HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=Zebulon\r\n"
    b"Content-Length: 60\r\n\r\n--Quasimodo\r\nContent-Disposition: form-data; name=Zebulon\r\n",
    b"GET /room/AAAAA/live?v=1&page=Zebulon HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: Zebulon\r\nSec-WebSocket-Version: 13\r\n\r\n",
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JsonServer]:
    """One that writes JSON."""
    found = JsonServer(tmp_path_factory.mktemp("data"))
    found.start()
    found.signs_in()
    yield found
    if found.is_running:
        found.kill()


async def test_no_line_holds_a_name_an_answer_a_key_or_a_code(server: JsonServer):
    async with lesson(server, "Zebulon\nQuasimodo") as attended:
        student = await attended.sits(0)
        await attended.teacher.open("board")
        await student.is_asked("board.1")
        await student.hand_in({"do": "answer", "question": "board.1", "text": "x = 4711x"})
        stranger = await visitor(server, attended.code)
        async with line(server, attended.code, stranger.cookies) as socket:
            for _ in range(3):
                await socket.send('{"do":"answer","question":"Zebulon","number":"many","text":"4711x"}')
            await closed_with(socket)
        await asyncio.to_thread(posted, server, f"/room/{attended.code}/do", {"do": "Zebulon"}, stranger.cookies)
        said = await stopped(server)
        cookies = [*student.browser.cookies.values(), *stranger.cookies.values(), attended.code]
    assert [word for word in (*SECRETS, *cookies, server.sign_in.rpartition("/")[2]) if word in said] == []
    about = [each for each in server.lines if each["from"] == "boardsup.requests"]
    assert {each["route"] for each in about} >= {"/room/{code}", "/room/{code}/live", "/room/{code}/do"}
    assert all(each["method"] in ("GET", "POST", "SOCKET") for each in about)
    assert len({each["request"] for each in about}) == len(about)


@pytest.mark.parametrize("request_bytes", HOSTILE, ids=range(len(HOSTILE)))
async def test_a_hostile_request_forges_no_line_and_is_quoted_in_none(server: JsonServer, request_bytes: bytes):
    if not server.is_running:
        await asyncio.to_thread(server.start)
    seen = len(server.lines)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(request_bytes)
    writer.write_eof()
    async with asyncio.timeout(10):
        await reader.read()
    writer.close()
    await asyncio.to_thread(server.get, "/healthz")
    lines = server.lines[seen:]
    assert not any(word in str(lines) for word in (*SECRETS, "forged", "\x1b"))
    assert {each["from"] for each in lines} <= {"boardsup.requests", "boardsup.live", "boardsup.web", "uvicorn.error"}


async def test_another_programs_request_is_told_by_its_route_without_its_token(server: JsonServer):
    if not server.is_running:
        await asyncio.to_thread(server.start)
    token = f"boardsup_{'tok3n' * 8}abc"
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {token}"}, trust_env=False) as program:
        refused = await program.get(f"{server.here}/api/v1/classes/Zebulon?cursor={token}")
    assert refused.status_code == 401
    said = await stopped(server)
    assert not any(word in said for word in SECRETS)
    assert "/api/v1/classes/{class_id}" in {each.get("route") for each in server.lines}


async def test_an_answer_carries_the_id_of_its_line_whatever_the_browser_claims(server: JsonServer):
    if not server.is_running:
        await asyncio.to_thread(server.start)
    _, headers, _ = await asyncio.to_thread(fetched, server, "/nowhere", {"x": "y"})
    await stopped(server)
    mine = [each for each in server.lines if each.get("request") == headers["x-request-id"]]
    assert [(each["status"], each["route"]) for each in mine if each["from"] == "boardsup.requests"] == [(404, "none")]


@pytest.mark.parametrize("shape", [Plain, AsJson])
def test_an_error_is_told_by_its_kind_and_place_and_a_line_stays_one(shape: type[logging.Formatter]):
    """Seen to fail with the error's own text in the line."""
    REQUEST.set("ab12")
    try:
        try:
            int("Zebulon\n4711x")
        except ValueError as cause:
            raise LookupError("Quasimodo") from cause
    except LookupError:
        ours = logging.LogRecord(
            "boardsup.x", logging.ERROR, "x", 1, "a %s", ("b\n\x1b[2J\u2028\u202ec",), sys.exc_info()
        )
        theirs = logging.LogRecord("asyncio", logging.ERROR, "x", 1, "never retrieved\nfuture: Zebulon", (), None)
    written = shape().format(ours)
    assert written.isprintable()
    assert "LookupError from ValueError at test_log_lines.py" in written
    assert "ab12" in written
    assert not any(word in written + shape().format(theirs) for word in SECRETS)


def test_a_line_of_other_peoples_code_is_written_once_in_a_while_and_ours_always():
    seldom = Seldom()

    def passes(name: str, at: float) -> bool:
        record = logging.LogRecord(name, logging.WARNING, "x", 1, "Invalid request", (), None)
        record.created = at
        return seldom.filter(record)

    assert [passes("uvicorn.error", at) for at in (0.0, 1.0, 9.0, 10.0, 11.0)] == [True, False, False, True, False]
    assert all(passes("boardsup.web", at) for at in (0.0, 1.0))


async def stopped(server: JsonServer) -> str:
    """All that it said, now that it has said everything."""
    assert await asyncio.to_thread(server.stop) == 0
    return "\n".join(server.said)
