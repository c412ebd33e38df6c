"""What could not be read: a stable code, the place in the text as it was typed, and what was found there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unread:
    """Where a text stops making sense. `readings` holds both meanings of something ambiguous, as plain text."""

    code: str
    at: int = 0
    found: str = ""
    readings: tuple[str, str] | tuple[()] = ()


class Stuck(Exception):
    """Raised while reading, and turned into `Unread` by `read`."""

    def __init__(self, code: str, at: int = 0, found: str = "", readings: tuple[str, str] | tuple[()] = ()) -> None:
        super().__init__(code)
        self.unread = Unread(code, at, found, readings)
