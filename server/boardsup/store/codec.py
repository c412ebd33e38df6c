"""An event as the journal keeps it: its kind, its JSON body, and apart from these what a student wrote.

The kind is the class's name, the body all fields but `wrote`. What comes back is equal to what went in, except that
`wrote` is None once the writing was deleted. Floats must be finite, as JSON has no others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec

from boardsup.store.failures import Unreadable
from boardsup.store.shapes import Turn, record_shape

WROTE = "wrote"


class Encoded(NamedTuple):
    """An event as text; `wrote` is None when the student wrote nothing."""

    kind: str
    body: str
    wrote: str | None


@dataclass(frozen=True, slots=True)
class _Known:
    """One event type: how it turns into what msgspec writes, and back, and whether a student writes in it."""

    type: type
    down: Turn
    up: Turn
    decode: Turn
    has_writing: bool


class EventCodec:
    """Events to text and back, for a closed set of frozen dataclasses."""

    def __init__(self, event_types: tuple[type, ...]) -> None:
        """Raises TypeError when an event has a field that would not come back as it was."""
        known = [_known(event_type) for event_type in event_types]
        self._by_type = {one.type: one for one in known}
        self._by_kind = {one.type.__name__: one for one in known}
        if len(self._by_kind) < len(event_types):
            raise TypeError("Two events have the same name.")
        self._encode = msgspec.json.Encoder().encode

    def encode(self, event: Any) -> Encoded:
        """The event as text. Raises TypeError for what is no event, ValueError for text that no database takes."""
        known = self._by_type.get(type(event))
        if known is None:
            raise TypeError(f"{type(event).__name__} is no event.")
        wrote = event.wrote if known.has_writing else None
        if wrote is not None and not wrote.isascii():
            # A lone surrogate would fail in the writer thread, and take the whole batch with it.
            wrote.encode()
        return Encoded(known.type.__name__, self._encode(known.down(event)).decode(), wrote)

    def decode(self, encoded: Encoded) -> Any:
        """The event of this text. Raises `Unreadable`."""
        known = self._by_kind.get(encoded.kind)
        if known is None:
            raise Unreadable(f"Nobody knows the event {encoded.kind}.")
        try:
            event = known.up(known.decode(encoded.body))
        except msgspec.MsgspecError as error:
            raise Unreadable(f"{encoded.kind}: {error}") from error
        if known.has_writing:
            # The event is this function's own until it returns; `replace` would build a second one.
            object.__setattr__(event, WROTE, encoded.wrote)
        return event


def _known(event_type: type) -> _Known:
    shape = record_shape(event_type, WROTE)
    has_writing = WROTE in event_type.__dataclass_fields__  # type: ignore[attr-defined] # every event is a dataclass
    return _Known(event_type, shape.down, shape.up, msgspec.json.Decoder(shape.wire).decode, has_writing)
