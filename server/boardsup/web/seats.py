"""Who is behind a request: its cookies, and an Origin that is ours. A browser never says who it is.

The board cookie holds a device's random id, signed; which seat that device has is the lesson's state. The desk cookie
holds the random token of a sign-in (`people.py`). Both are HttpOnly and SameSite=Lax, so that a link or QR code carries
them and another site's form does not.
"""

from __future__ import annotations

import secrets
from urllib.parse import urlsplit

from itsdangerous import BadSignature, SignatureExpired, TimestampSigner
from starlette.requests import HTTPConnection
from starlette.responses import Response

from boardsup.lesson.who import DeviceId

BOARD, DESK, WALL, KNOWN, FLOW, PASSED = "board", "desk", "wall", "known", "flow", "passed"
SIGNED = (BOARD, WALL, KNOWN, FLOW, PASSED)
MINUTE, DAY = 60, 86_400
BOARD_DAYS, DESK_DAYS, WALL_DAYS, KNOWN_DAYS = 180, 30, 1, 180
FLOW_SECONDS, FLOW_PATH = 600, "/signin/with"


class Seats:
    """Signs and reads the cookies, with the secret that outlives a restart."""

    def __init__(self, secret: str) -> None:
        self._signers = {name: TimestampSigner(secret, salt=f"boardsup.{name}") for name in SIGNED}

    def device(self, connection: HTTPConnection) -> DeviceId | None:
        """The device's random id, if its cookie is one of ours and not too old."""
        return self._read(connection, BOARD, BOARD_DAYS)

    def has_wall(self, connection: HTTPConnection, code: str) -> bool:
        """Is this a projector's browser that was given this lesson's wall link?"""
        return self._read(connection, WALL, WALL_DAYS) == code

    def new_device(self) -> DeviceId:
        """A fresh random id."""
        return secrets.token_urlsafe(12)

    def give_board(self, response: Response, device: DeviceId, *, secure: bool) -> None:
        """Have the browser keep its device id."""
        self._give(response, BOARD, device, BOARD_DAYS, secure=secure)

    def give_desk(self, response: Response, token: str, *, secure: bool) -> None:
        """Have the browser keep the token of a sign-in."""
        self._set(response, DESK, token, DESK_DAYS, secure=secure)

    def give_known(self, response: Response, account_id: str, *, secure: bool) -> None:
        """Remember that this account was signed in here, with a number of this browser's own."""
        self._give(response, KNOWN, f"{account_id}.{self.new_device()}", KNOWN_DAYS, secure=secure)

    def known_here(self, connection: HTTPConnection, account_id: str) -> str:
        """This browser's number if that account was signed in here before; empty if not."""
        account, _, number = (self._read(connection, KNOWN, KNOWN_DAYS) or "").rpartition(".")
        return number if account == account_id else ""

    def give_flow(self, response: Response, flow: str, *, secure: bool) -> None:
        """Have the browser keep a sign-in that is under way elsewhere, for ten minutes."""
        signed = self._signers[FLOW].sign(flow).decode()
        response.set_cookie(FLOW, signed, FLOW_SECONDS, path=FLOW_PATH, httponly=True, samesite="lax", secure=secure)

    def flow(self, connection: HTTPConnection) -> str | None:
        """The sign-in that is under way on this browser."""
        signed = connection.cookies.get(FLOW)
        return None if signed is None else self._unsign(FLOW, signed, FLOW_SECONDS)

    def take_flow(self, response: Response) -> None:
        """It is over."""
        response.delete_cookie(FLOW, path=FLOW_PATH, httponly=True, samesite="lax")

    def give_wall(self, response: Response, code: str, *, secure: bool) -> None:
        """Let this browser show the wall of one lesson."""
        self._give(response, WALL, code, WALL_DAYS, secure=secure)

    def take_desk(self, response: Response) -> None:
        """Take the token away."""
        response.delete_cookie(DESK, path="/", httponly=True, samesite="lax")

    def wall_key(self, code: str) -> str:
        """The key in the link that opens the wall on another computer; good for a day."""
        return self._signers[WALL].sign(code).decode()

    def is_wall_key(self, key: str, code: str) -> bool:
        """Was this key made here, for this lesson, within a day?"""
        return self._unsign(WALL, key, WALL_DAYS * DAY) == code

    def passed(self, process: str) -> str:
        """What one process shows another to say that it has passed a request on, and to whom; good for a minute."""
        return self._signers[PASSED].sign(process).decode()

    def is_passed(self, shown: str, process: str) -> bool:
        """Was this passed on by a process of ours, to this one?"""
        return self._unsign(PASSED, shown, MINUTE) == process

    def _give(self, response: Response, name: str, value: str, days: int, *, secure: bool) -> None:
        self._set(response, name, self._signers[name].sign(value).decode(), days, secure=secure)

    def _set(self, response: Response, name: str, value: str, days: int, *, secure: bool) -> None:
        response.set_cookie(name, value, max_age=days * DAY, path="/", httponly=True, samesite="lax", secure=secure)

    def _read(self, connection: HTTPConnection, name: str, days: int) -> str | None:
        signed = connection.cookies.get(name)
        return None if signed is None else self._unsign(name, signed, days * DAY)

    def _unsign(self, name: str, signed: str, seconds: int) -> str | None:
        try:
            return self._signers[name].unsign(signed, max_age=seconds).decode()
        except (SignatureExpired, BadSignature, UnicodeDecodeError):
            return None


def desk_token(connection: HTTPConnection) -> str | None:
    """The token of a sign-in that this browser brings along."""
    return connection.cookies.get(DESK)


def is_same_origin(connection: HTTPConnection) -> bool:
    """Does this come from a page of ours?

    A browser says so by Origin, or by Sec-Fetch-Site where it sends no Origin. What sends neither is no browser,
    and has no cookie that another site could ride on.
    """
    origin = connection.headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc.lower() == connection.headers.get("host", "").lower()
    return connection.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
