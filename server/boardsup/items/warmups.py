"""Warm-ups and community prompts: many good answers, none of them right or wrong, never in any percent.

The format is documented for teachers in problems/warmups/README.md. Reasons and what to listen for are the teacher's
alone; a student or the wall sees the prompt, the texts and the pictures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from boardsup.items.drawings import Drawing, drawn
from boardsup.items.drawings.reading import drawing, has_picture
from boardsup.items.fields import Fields
from boardsup.items.sheet import sheet
from boardsup.maths.reading import Unread, read

LETTERS = "ABCD"

WHICH_ONE = "Which one doesn't belong? Pick one and say why."
AGAIN = "Find a reason for another one."
NOTICE_WONDER = "What do you notice? What do you wonder?"

_MATH = re.compile(r"(?<!\\)\$(.*?)(?<!\\)\$")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of four: a letter, words with mathematics between dollar signs or a picture or both, and true reasons."""

    label: str
    text: str
    picture: Drawing | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhichOne:
    """Which One Doesn't Belong: four choices, a reason for each; `again` is asked once a first reason is shared."""

    id: str
    title: str
    strand: str
    ask: str
    choices: tuple[Choice, ...]
    again: str


@dataclass(frozen=True, slots=True)
class NoticeWonder:
    """Notice and Wonder: a picture, and things that a teacher may listen for."""

    id: str
    title: str
    strand: str
    ask: str
    picture: Drawing
    listen_for: tuple[str, ...]


WarmUp = WhichOne | NoticeWonder


@dataclass(frozen=True, slots=True)
class Community:
    """A prompt about working together at the end of a unit; `starter` helps who does not know how to begin."""

    id: str
    ask: str
    starter: str
    line: int = field(default=0, compare=False)


def parse_warmup(text: str, *, file: str) -> WarmUp:
    """The warm-up that a file states; raises `Unusable`."""
    fields = Fields(sheet(text, file=file), file=file, inside="the file")
    found = _which_one(fields) if fields.has("which_one") else _notice(fields)
    fields.done()
    return found


def parse_community(text: str, *, file: str) -> tuple[Community, ...]:
    """The prompts of a file; raises `Unusable`."""
    fields = Fields(sheet(text, file=file), file=file, inside="the file")
    found = fields.each("prompts", _prompt, is_needed=True)
    fields.done()
    return found


def pictures(of: WarmUp) -> dict[str, str]:
    """The SVG of each picture by its name: the warm-up's id, with the letter of a choice behind it."""
    match of:
        case NoticeWonder():
            return {of.id: drawn(of.picture)}
        case WhichOne():
            shown = ((choice.label.lower(), choice.picture) for choice in of.choices)
            return {f"{of.id}-{letter}": drawn(picture) for letter, picture in shown if picture is not None}


def _which_one(fields: Fields) -> WhichOne:
    found = WhichOne(
        id=fields.identity("which_one"),
        title=fields.text("title"),
        strand=fields.identity("strand"),
        ask=_words(fields, "ask", WHICH_ONE),
        choices=_lettered(fields.each("choices", _choice, is_needed=True)),
        again=_words(fields, "again", AGAIN),
    )
    if len(found.choices) != len(LETTERS):
        fields.stop(fields.line, f"there are {len(found.choices)} choices", f"write {len(LETTERS)}")
    return found


def _lettered(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    pairs = zip(LETTERS, choices, strict=False)
    return tuple(Choice(letter, choice.text, choice.picture, choice.reasons) for letter, choice in pairs)


def _choice(fields: Fields) -> Choice:
    text = _words(fields, "text", "")
    picture = drawing(fields) if has_picture(fields) else None
    if not text and picture is None:
        fields.stop(fields.line, "a choice has neither text nor picture", "add text: …")
    return Choice("", text, picture, _list(fields, "reasons"))


def _notice(fields: Fields) -> NoticeWonder:
    return NoticeWonder(
        id=fields.identity("notice"),
        title=fields.text("title"),
        strand=fields.identity("strand"),
        ask=_words(fields, "ask", NOTICE_WONDER),
        picture=drawing(fields),
        listen_for=_list(fields, "listen_for"),
    )


def _prompt(fields: Fields) -> Community:
    ask, starter = _words(fields, "ask"), _words(fields, "starter", "")
    return Community(fields.identity("id"), ask, starter, line=fields.line)


def _words(fields: Fields, name: str, default: str | None = None) -> str:
    return _readable(fields, *fields.line_and_text(name, default))


def _list(fields: Fields, name: str) -> tuple[str, ...]:
    return tuple(_readable(fields, line, text) for line, text in fields.texts(name, is_needed=True))


def _readable(fields: Fields, line: int, text: str) -> str:
    """The text, if all mathematics between its dollar signs can be read."""
    for math in _MATH.findall(text):
        if isinstance(read(math, is_question=True), Unread):
            fields.stop(line, f"“{math[:40]}” is no mathematics that can be read", "write it as typed; money is \\$")
    return text
