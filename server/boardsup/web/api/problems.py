"""What a program reads when a request cannot be done: RFC 9457 problem details, with one plain sentence.

Nothing that was sent comes back in one, and nothing of a fault but that there was one.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from boardsup.rostering.names import Refusal
from boardsup.store.failures import Unwritable

log = logging.getLogger("boardsup.api")

MEDIA_TYPE = "application/problem+json"
DOCS = "/api/v1/docs"
MOST_ERRORS = 20


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its status and its title, the same whenever it comes."""

    status: int
    title: str


KINDS: Mapping[str, Kind] = {
    "no-token": Kind(401, "A token is needed"),
    "no-scope": Kind(403, "The token does not allow this"),
    "not-here": Kind(404, "There is no such thing"),
    "not-this-way": Kind(405, "Not in this way"),
    "not-ended": Kind(409, "The lesson has not ended"),
    "too-large": Kind(413, "Too much at once"),
    "garbled": Kind(422, "The request could not be understood"),
    "refused": Kind(422, "The request makes no sense here"),
    "too-fast": Kind(429, "Too many requests"),
    "went-wrong": Kind(500, "Something went wrong here"),
    "not-saved": Kind(503, "Nothing can be saved just now"),
}
"""Every kind by its name, which is the last part of its `type`."""

NOT_HERE = "There is nothing under this address for this token."
NOT_THIS_WAY = "This address does not take this method."
WENT_WRONG = "Something went wrong here; nothing that was saved is lost."
NOT_SAVED = "This could not be saved just now; please try again in a moment."
GARBLED = "A part of the request is not as the documentation says."


class FieldProblem(BaseModel):
    """One part of a request that could not be taken."""

    where: str = Field(description="The part, such as body.students.3.first_name.")
    says: str = Field(description="What is wrong with it.")


class ProblemDetails(BaseModel):
    """What went wrong, as RFC 9457 has it."""

    type: str = Field(description="The kind of problem: an address in the documentation, always the same for a kind.")
    title: str = Field(description="The kind of problem in words.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="One plain sentence about this case.")
    errors: list[FieldProblem] | None = Field(
        default=None, description="Parts that could not be taken, if it is these."
    )


class Problem(Exception):
    """A request that cannot be done. `kind` is one of `KINDS`, `detail` one plain sentence."""

    def __init__(
        self,
        kind: str,
        detail: str,
        *,
        errors: Sequence[FieldProblem] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(kind)
        self.kind, self.detail, self.errors, self.headers = kind, detail, errors, headers


def not_here() -> Problem:
    """What is asked for is not there, or not for this token: nobody can tell which."""
    return Problem("not-here", NOT_HERE)


def told(problem: Problem) -> JSONResponse:
    """The answer that says so."""
    kind = KINDS[problem.kind]
    errors = list(problem.errors[:MOST_ERRORS]) or None
    details = ProblemDetails(
        type=f"{DOCS}#{problem.kind}", title=kind.title, status=kind.status, detail=problem.detail, errors=errors
    )
    headers = dict(problem.headers or {})
    return JSONResponse(details.model_dump(exclude_none=True), kind.status, headers, MEDIA_TYPE)


async def a_problem(_: Request, problem: Exception) -> JSONResponse:
    """One of ours."""
    assert isinstance(problem, Problem)
    return told(problem)


async def refused(_: Request, refusal: Exception) -> JSONResponse:
    """A change to a class that makes no sense; the sentence is that of the desk."""
    return told(Problem("refused", str(refusal)))


async def garbled(_: Request, error: Exception) -> JSONResponse:
    """Fields that are not those of the documentation. What stood in them is not repeated."""
    assert isinstance(error, RequestValidationError)
    errors = [FieldProblem(where=".".join(map(str, one["loc"])), says=str(one["msg"])) for one in error.errors()]
    return told(Problem("garbled", GARBLED, errors=errors))


async def not_found(_: Request, error: Exception) -> JSONResponse:
    """No such address, or not with this method."""
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        return told(Problem("not-this-way", NOT_THIS_WAY, headers=error.headers))
    return told(not_here() if error.status_code == 404 else Problem("garbled", GARBLED))


async def not_saved(_: Request, error: Exception) -> JSONResponse:
    """The database cannot be read or written."""
    log.error("a request of another program could not be saved: %s", type(error).__name__)
    return told(Problem("not-saved", NOT_SAVED, headers={"Retry-After": "5"}))


async def went_wrong(_: Request, __: Exception) -> JSONResponse:
    """A fault of ours; the trace is in the log."""
    return told(Problem("went-wrong", WENT_WRONG))


HANDLERS = {
    Problem: a_problem,
    Refusal: refused,
    RequestValidationError: garbled,
    HTTPException: not_found,
    Unwritable: not_saved,
    Exception: went_wrong,
}
"""The answer to each."""
