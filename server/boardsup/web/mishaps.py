"""What a person reads when a request cannot be done: one plain sentence, never a trace, and a line in the log."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from boardsup.room.owning import Elsewhere
from boardsup.store.failures import Unwritable
from boardsup.web.desk.teacher import NotSignedIn, NotYours
from boardsup.web.door import TooManyGuesses
from boardsup.web.hashing import TooBusy
from boardsup.web.headers import HEADERS
from boardsup.web.log_lines import REQUEST
from boardsup.web.said import GARBLED, said

log = logging.getLogger("boardsup.web")

NOT_SIGNED_IN = "Please sign in first. A new sign-in link is printed by: boardsup signin"
NOT_YOURS = "This class is not here any more, or it is not yours."
NOT_SAVED = "This could not be saved just now. Please try again in a moment."
MOVING = "This lesson is moving to another computer. It is back in a few seconds; please try again."
TOO_MANY_GUESSES = "Many wrong codes are being tried just now. Please try yours again in a moment."
TOO_BUSY = "Many people are signing in just now. Please try again in a moment."
NOT_HERE = "There is no such page. Please check the address, or start again from the front page."
WENT_WRONG = "Something went wrong here. Nothing that was saved is lost. Please try again."


async def not_signed_in(request: Request, _: Exception) -> Response:
    """The desk is the teacher's."""
    return said(request.app.state.door, NOT_SIGNED_IN, status=403, back="/signin")


async def not_yours(request: Request, _: Exception) -> Response:
    """Somebody else's looks as if there were nothing."""
    return said(request.app.state.door, NOT_YOURS, status=404, back="/desk")


async def not_saved(request: Request, error: Exception) -> Response:
    """The database cannot be written."""
    log.error("a request could not be saved: %s", type(error).__name__)
    return said(
        request.app.state.door, NOT_SAVED, status=503, back=request.url.path if request.method == "GET" else "/desk"
    )


async def too_many_guesses(request: Request, _: Exception) -> Response:
    """Codes are being guessed."""
    return said(request.app.state.door, TOO_MANY_GUESSES, status=429)


async def too_busy(request: Request, _: Exception) -> Response:
    """Too many sign in at once."""
    return said(request.app.state.door, TOO_BUSY, status=503, back="/signin")


async def moving(request: Request, _: Exception) -> Response:
    """Another process has the lesson, and did not have it a moment ago."""
    return said(request.app.state.door, MOVING, status=503, back=request.url.path if request.method == "GET" else "/")


async def garbled(request: Request, _: Exception) -> Response:
    """The fields of a form are not those of the page."""
    log.warning("garbled form")
    return said(request.app.state.door, GARBLED, status=422)


async def not_here(request: Request, error: Exception) -> Response:
    """No such page, or not in this way."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    return said(request.app.state.door, NOT_HERE if status in (404, 405) else GARBLED, status=status)


async def went_wrong(request: Request, _: Exception) -> Response:
    """A fault of ours; where it was is in the log. This answer passes no middleware, so it brings what they add."""
    answer = said(request.app.state.door, WENT_WRONG, status=500)
    answer.headers.update({**HEADERS, "cache-control": "no-store", "x-request-id": REQUEST.get()})
    return answer


MISHAPS: dict[type[Exception], Callable[[Request, Exception], Awaitable[Response]]] = {
    NotSignedIn: not_signed_in,
    NotYours: not_yours,
    Unwritable: not_saved,
    Elsewhere: moving,
    TooManyGuesses: too_many_guesses,
    TooBusy: too_busy,
    RequestValidationError: garbled,
    HTTPException: not_here,
    Exception: went_wrong,
}
"""The answer to each."""
