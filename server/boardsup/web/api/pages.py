"""Long lists in pages: a cursor holds the key of the last row that was shown, so rows that come meanwhile move nothing.

Every row that is there from the first page to the last is shown exactly once. A cursor is opaque, and good for the
list alone that gave it.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Annotated, Generic, TypeVar

import msgspec
from fastapi import Query
from pydantic import BaseModel, Field

from boardsup.store.paging import Key
from boardsup.web.api.problems import Problem

MOST = 200
USUAL = 50
NOT_OURS = "This cursor is not one that this list gave; please start without one."

Limit = Annotated[int, Query(ge=1, le=MOST, description="Rows on a page.")]
Cursor = Annotated[
    str, Query(max_length=600, description="What the page before gave as next; without it, the first page.")
]

One = TypeVar("One")
Row = TypeVar("Row")


class Page(BaseModel, Generic[One]):
    """Some rows of a list, and how to get the next ones."""

    items: list[One]
    next: str | None = Field(description="The cursor of the next page; null on the last one.")


def cursor(of: str, key: Key) -> str:
    """The cursor of the list `of` behind the row of this key."""
    return base64.urlsafe_b64encode(msgspec.json.encode([of, *key])).decode().rstrip("=")


def key_in(text: str, of: str, like: tuple[type, ...]) -> Key | None:
    """The key in a cursor of this list, of these types; None without a cursor. Raises `Problem`."""
    if not text:
        return None
    try:
        held = msgspec.json.decode(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), type=list[str | int])
    except (msgspec.DecodeError, binascii.Error, UnicodeError, ValueError) as error:
        raise Problem("garbled", NOT_OURS) from error
    if len(held) != len(like) + 1 or held[0] != of or not all(map(isinstance, held[1:], like)):
        raise Problem("garbled", NOT_OURS)
    return tuple(held[1:])


def cut(rows: Sequence[Row], limit: int, of: str, key: Callable[[Row], Key]) -> tuple[Sequence[Row], str | None]:
    """Of `limit` + 1 rows the page, and its cursor where there is one more row."""
    page = rows[:limit]
    return page, cursor(of, key(page[-1])) if len(rows) > limit else None
