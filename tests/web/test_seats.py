"""Who is behind a request: cookies that only we can make, and pages that are ours."""

from __future__ import annotations

import pytest
from itsdangerous import TimestampSigner
from starlette.requests import HTTPConnection
from starlette.responses import Response

from boardsup.web.seats import Seats, desk_token, is_same_origin

SEATS = Seats("a secret of this test's own, long enough")


def connection(cookies: dict[str, str] | None = None, **headers: str) -> HTTPConnection:
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    if cookies:
        pairs.append((b"cookie", "; ".join(f"{k}={v}" for k, v in cookies.items()).encode()))
    return HTTPConnection({"type": "http", "headers": pairs})


def cookie(response: Response) -> tuple[str, str, str]:
    """Name, value and the rest of the one cookie that a response sets."""
    whole = response.headers["set-cookie"]
    name, _, rest = whole.partition("=")
    value, _, attributes = rest.partition(";")
    return name, value.strip('"'), attributes.lower()


def test_a_device_is_known_again() -> None:
    response = Response()
    SEATS.give_board(response, "device-1", secure=False)
    name, value, attributes = cookie(response)

    assert SEATS.device(connection({name: value})) == "device-1"
    assert "httponly" in attributes
    assert "samesite=lax" in attributes


@pytest.mark.parametrize("forged", ["teacher", "teacher.aaaa.bbbb", "", "x" * 4_000, "é"])
def test_a_forged_cookie_is_no_cookie(forged: str) -> None:
    assert not SEATS.has_wall(connection({"wall": forged}), "teacher")
    assert SEATS.device(connection({"board": forged})) is None


def test_one_kind_of_cookie_is_not_another() -> None:
    response = Response()
    SEATS.give_board(response, "AAAAA", secure=False)
    _, value, _ = cookie(response)

    assert not SEATS.has_wall(connection({"wall": value}), "AAAAA")


def test_an_expired_cookie_is_no_cookie(monkeypatch: pytest.MonkeyPatch) -> None:
    response = Response()
    with monkeypatch.context() as past:
        past.setattr(TimestampSigner, "get_timestamp", lambda _: 1_000_000_000)
        SEATS.give_board(response, "device-1", secure=False)
    name, value, _ = cookie(response)

    assert SEATS.device(connection({name: value})) is None


def test_the_token_of_a_sign_in_is_read_by_no_script_and_sent_by_no_other_site() -> None:
    response = Response()
    SEATS.give_desk(response, "token", secure=True)
    name, value, attributes = cookie(response)

    assert desk_token(connection({name: value})) == "token"
    assert {"httponly", "samesite=lax", "secure", "path=/"} <= {one.strip() for one in attributes.split(";")}


def test_a_wall_key_opens_one_lessons_wall_alone() -> None:
    key = SEATS.wall_key("AAAAA")

    assert SEATS.is_wall_key(key, "AAAAA")
    assert not SEATS.is_wall_key(key, "BBBBB")
    assert not SEATS.is_wall_key("AAAAA", "AAAAA")


@pytest.mark.parametrize(
    ("headers", "is_ours"),
    [
        ({"host": "school:8000", "origin": "http://school:8000"}, True),
        ({"host": "school:8000", "origin": "http://SCHOOL:8000"}, True),
        ({"host": "school:8000", "origin": "http://elsewhere"}, False),
        ({"host": "school:8000", "origin": "null"}, False),
        ({"host": "school:8000", "sec_fetch_site": "cross-site"}, False),
        ({"host": "school:8000", "sec_fetch_site": "same-site"}, False),
        ({"host": "school:8000", "sec_fetch_site": "same-origin"}, True),
        ({"host": "school:8000"}, True),
    ],
)
def test_origin(headers: dict[str, str], *, is_ours: bool) -> None:
    assert is_same_origin(connection(None, **headers)) is is_ours
