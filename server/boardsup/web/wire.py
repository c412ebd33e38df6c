"""The only code that turns bytes from a browser into a command.

A form is the message: JSON or form fields, all of them text, `do` names the command. Limits stand as annotations in
lesson/commands/; here they become one msgspec union, built once, that decodes and checks in a single pass.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from boardsup.lesson.commands import BY_BROWSER, Command, Longest, Within
from boardsup.lesson.sketches import LONGEST as LONGEST_SKETCH

LONGEST_MESSAGE = 8_192
"""Bytes of one message; more is garbled."""


class Garbled(Exception):
    """These bytes cannot be a command. The sender hears nothing; it is counted, and three close the line."""


@dataclasses.dataclass(frozen=True, slots=True)
class Beat:
    """A sign of life; of a line alone where the page has been out of sight for a while."""

    of: Literal["", "line"] = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Refresh:
    """Send the whole present state."""


@dataclasses.dataclass(frozen=True, slots=True)
class Echo:
    """How would this be read? A glimpse, never counted, never recorded."""

    question: Annotated[str, Longest(40)]
    text: Annotated[str, Longest(200)]


@dataclasses.dataclass(frozen=True, slots=True)
class Preview:
    """How would this question be read, and what would be answered? A glimpse for the console."""

    ask: Annotated[str, Longest(400)]
    answer: Annotated[str, Longest(200)] = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Draw:
    """What stands on a student's drawing just now. A glimpse for the teacher, never counted, never recorded."""

    question: Annotated[str, Longest(40)]
    sketch: Annotated[str, Longest(LONGEST_SKETCH)]


@dataclasses.dataclass(frozen=True, slots=True)
class Boards:
    """Show this console the boards of the class, or no longer."""

    to: Literal["open", "shut"]


@dataclasses.dataclass(frozen=True, slots=True)
class PutIn:
    """Put a part that needs no preparation into the lesson, right behind what is before the class."""

    part: Literal["call", "talk", "warm", "community"]


@dataclasses.dataclass(frozen=True, slots=True)
class PutItem:
    """Put an item of the library into the lesson as a board, with the numbers that this seed draws."""

    skill: Annotated[str, Longest(40)]
    shape: Annotated[str, Longest(40)]
    seed: Annotated[str, Longest(16)]


Line = Beat | Refresh | Echo | Preview | Draw | Boards | PutIn | PutItem
"""What a page says to its line rather than to the lesson; a part to put in is built here from what problems/ holds."""

_SAID_TO_THE_LINE: tuple[type, ...] = (Beat, Refresh, Echo, Preview, Draw, Boards, PutIn, PutItem)


def name_of(command: type) -> str:
    """The word in a form's `do` field: DontKnow → dont_know."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", command.__name__).lower()


def _checked(hint: Any) -> Any:
    """A field's type with its limit, in msgspec's terms."""
    if get_origin(hint) is not Annotated:
        return hint
    kind, limit = get_args(hint)[:2]
    match limit:
        case Longest(characters):
            return Annotated[kind, msgspec.Meta(max_length=characters)]
        case Within(least, most):
            return Annotated[kind, msgspec.Meta(ge=least, le=most)]
        case _:
            return kind


def _message(command: type) -> type[msgspec.Struct]:
    hints = get_type_hints(command, include_extras=True)
    fields = [_field(field, _checked(hints[field.name])) for field in dataclasses.fields(command)]
    return msgspec.defstruct(command.__name__, fields, tag_field="do", tag=name_of(command), frozen=True)


def _all_of(fields: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """What takes the values of these fields at once."""
    if len(fields) > 1:
        return attrgetter(*fields)
    return (lambda message: (getattr(message, fields[0]),)) if fields else (lambda message: ())


def _field(field: dataclasses.Field[Any], kind: Any) -> tuple[str, Any] | tuple[str, Any, Any]:
    """A field in msgspec's terms: with its default, where it may be left out."""
    return (field.name, kind) if field.default is dataclasses.MISSING else (field.name, kind, field.default)


_SAID = (*BY_BROWSER, *_SAID_TO_THE_LINE)
_COMMANDS: dict[type[msgspec.Struct], type] = {_message(command): command for command in _SAID}
_FIELDS = {message: _all_of(message.__struct_fields__) for message in _COMMANDS}
_Message: Any = None
for _one in _COMMANDS:
    _Message = _one if _Message is None else _Message | _one
_decoder = msgspec.json.Decoder(_Message, strict=False)


def read(text: str | bytes) -> Command | Line:
    """The command in one message of a socket. Raises `Garbled`."""
    if len(text) > LONGEST_MESSAGE:
        raise Garbled("too long")
    try:
        return _command(_decoder.decode(text))
    except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError) as error:
        raise Garbled(type(error).__name__) from None


def read_form(fields: Mapping[str, str]) -> Command | Line:
    """The command in the fields of a form. Raises `Garbled`."""
    try:
        return _command(msgspec.convert(dict(fields), _Message, strict=False))
    except msgspec.MsgspecError as error:
        raise Garbled(type(error).__name__) from None


def _command(message: Any) -> Command | Line:
    kind = type(message)
    found: Command | Line = _COMMANDS[kind](*_FIELDS[kind](message))
    return found


def is_for_the_line(said: Command | Line) -> bool:
    """Is this said to the line rather than to the lesson?"""
    return isinstance(said, _SAID_TO_THE_LINE)


__all__ = [
    "Beat",
    "Boards",
    "Draw",
    "Echo",
    "Garbled",
    "Line",
    "Preview",
    "PutIn",
    "PutItem",
    "Refresh",
    "is_for_the_line",
    "name_of",
    "read",
    "read_form",
]
