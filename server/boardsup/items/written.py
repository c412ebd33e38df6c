"""An item as a teacher writes it in a form: plain fields, which become the text of an own item's file, and back.

What is typed only ever becomes quoted text in the file, so the parser stays the one door for what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import yaml

from boardsup.items.own import BY_A_TEACHER
from boardsup.items.sheet import Entries, Row, Text, Value, sheet

How = Literal["expr", "solve"]
"""What a mistake field holds: the answer as it is typed, or the equation that was really solved."""

NEW = "own-new"
"""The name of an item that is not kept yet."""

OWN = "own."
"""Where the id of a wrong answer starts that the teacher has put into words of their own."""

_ID = re.compile(r"[a-z][a-z0-9]{1,15}\.[a-z0-9]+(?:_[a-z0-9]+)*")
"""An id of a misconception; everything else is said in own words."""

Plain = str | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong answer to expect: the id of a misconception or own words for it, and how it comes about."""

    why: str
    how: How
    of: str


@dataclass(frozen=True, slots=True)
class Written:
    """The fields of the form, as typed; pairs are a name and what stands for it."""

    skill: str = ""
    ask: str = ""
    kind: str = ""
    answer: str = ""
    letters: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()
    follows: tuple[tuple[str, str], ...] = ()
    where: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    hints: tuple[str, ...] = ()
    worked: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()


def file_text(of: Written, id: str = NEW) -> str:
    """The file of an own item: only what was filled in, every value a text."""
    shape: dict[str, Plain] = {
        "shape": id,
        "ask": of.ask,
        "kind": of.kind,
        "variables": list(of.letters),
        "answer": of.answer,
        "choices": list(of.choices),
        "draw": {name: _values(text) for name, text in of.numbers},
        "let": dict(of.follows),
        "where": list(of.where),
        "mistakes": [_mistake(one, of, f"{OWN}{id.removeprefix('own-')}_{i}") for i, one in enumerate(of.mistakes, 1)],
        "hints": list(of.hints),
        "worked": [{key: part for key, part in (("line", line), ("why", why)) if part} for line, why in of.worked],
        "reteach": {"words": list(of.words)} if of.words else "",
    }
    given: Plain = {name: value for name, value in shape.items() if value}
    file: Plain = {"skill": of.skill, "source": BY_A_TEACHER, "shapes": [given]}
    return yaml.safe_dump(file, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=False)


def written_in(text: str) -> Written:
    """The fields of a file that `file_text` has made; raises `Unusable`."""
    file = _plain(sheet(text, file="item"))
    shapes = file.get("shapes") if isinstance(file, dict) else None
    shape = shapes[0] if isinstance(shapes, list) and shapes and isinstance(shapes[0], dict) else {}
    of = {name: value for name, value in shape.items() if isinstance(value, str)}
    card = shape.get("reteach")
    return Written(
        skill=str(file["skill"]) if isinstance(file, dict) and "skill" in file else "",
        ask=of.get("ask", ""),
        kind=of.get("kind", ""),
        answer=of.get("answer", ""),
        letters=_texts(shape.get("variables")),
        choices=_texts(shape.get("choices")),
        numbers=_pairs(shape.get("draw")),
        follows=_pairs(shape.get("let")),
        where=_texts(shape.get("where")),
        mistakes=tuple(_read_mistake(one) for one in _rows(shape.get("mistakes"))),
        hints=_texts(shape.get("hints")),
        worked=tuple((str(one.get("line", "")), str(one.get("why", ""))) for one in _rows(shape.get("worked"))),
        words=_texts(card.get("words") if isinstance(card, dict) else None),
    )


def places(text: str) -> tuple[tuple[int, str], ...]:
    """The line where each field of the form begins in its file, in order: ask, numbers.0, mistakes.1 and so on."""
    found = [(1, "skill")]
    tree = sheet(text, file="item")
    shapes = _entry(tree, "shapes")
    for name, value in (
        shapes.values[0].values if isinstance(shapes, Row) and isinstance(shapes.values[0], Entries) else ()
    ):
        field = FIELDS.get(name.text, "")
        found.append((name.line, field))
        inner: Iterable[int] = ()
        if isinstance(value, Entries):
            inner = (key.line for key, _ in value.values)
        elif isinstance(value, Row):
            inner = (row.line for row in value.values)
        found += [(line, f"{field}.{i}") for i, line in enumerate(inner)]
    return tuple(sorted(found, key=lambda place: place[0]))


FIELDS = {
    "ask": "ask",
    "kind": "kind",
    "variables": "letters",
    "answer": "answer",
    "choices": "choices",
    "draw": "numbers",
    "let": "follows",
    "where": "where",
    "mistakes": "mistakes",
    "hints": "hints",
    "worked": "worked",
    "reteach": "words",
}
"""Entries of the file, and the fields of the form that they come from."""


def _mistake(of: Mistake, item: Written, own: str) -> Plain:
    """The rule of a wrong answer; without the words of an id it is the teacher's own diagnosis."""
    named = _ID.fullmatch(of.why) is not None
    said: dict[str, Plain] = {"id": of.why} if named else {"id": own, "says": of.why}
    return {**said, "as_if": {of.how: of.of}, "wrote": of.of, "right": item.answer}


def _read_mistake(of: dict[str, Plain]) -> Mistake:
    as_if = of.get("as_if")
    how: How = "solve" if isinstance(as_if, dict) and "solve" in as_if else "expr"
    return Mistake(
        why=str(of.get("says") or of.get("id", "")),
        how=how,
        of=str(as_if.get(how, "")) if isinstance(as_if, dict) else "",
    )


def _values(text: str) -> Plain:
    """A list in brackets as a list, a range as it stands."""
    body = text.strip()
    if not (body.startswith("[") and body.endswith("]")) and "," not in body.partition("except")[0]:
        return body
    return [part.strip() for part in body.strip("[]").split(",") if part.strip()]


def _plain(value: Value) -> Plain:
    match value:
        case Text(_, text):
            return text
        case Row(_, values):
            return [_plain(one) for one in values]
        case Entries(_, values):
            return {name.text: _plain(one) for name, one in values}


def _entry(tree: Value, name: str) -> Value | None:
    return next((value for key, value in tree.values if key.text == name), None) if isinstance(tree, Entries) else None


def _texts(value: Plain | None) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (value,) if isinstance(value, str) else ()


def _pairs(value: Plain | None) -> tuple[tuple[str, str], ...]:
    pairs = value.items() if isinstance(value, dict) else ()
    return tuple((name, ", ".join(map(str, one)) if isinstance(one, list) else str(one)) for name, one in pairs)


def _rows(value: Plain | None) -> list[dict[str, Plain]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
