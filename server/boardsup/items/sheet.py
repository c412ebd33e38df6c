"""A YAML text as a tree of texts, lists and entries that know their lines: the first door for what an author wrote.

Only the parser's events are used, so nothing is ever constructed; every scalar stays a text (a bare no is "no", never
false). Anchors and aliases, tags, great size and great depth are refused before they can cost anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

LONGEST = 100_000
"""Characters of one file."""
MOST_VALUES = 20_000
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Finding:
    """Something for an author to mend: where, what is wrong, and how to mend it."""

    file: str
    line: int
    what: str
    mend: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}" + (f" ({self.mend})" if self.mend else "")


class Unusable(Exception):
    """A file cannot be used as it is; `finding` says where, why and how to mend it."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, always as text."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A sequence."""

    line: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping: names to values, in order."""

    line: int
    values: tuple[tuple[Text, Value], ...]


Value = Text | Row | Entries

_Started = yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def sheet(text: str, *, file: str) -> Value:
    """The tree of one YAML document; raises `Unusable`."""
    if len(text) > LONGEST:
        raise Unusable(Finding(file, 1, f"the file has more than {LONGEST:,} characters", "split it"))
    try:
        return _Builder(file).built(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        what = f"this is not YAML: {error.problem or 'it stops making sense'}"
        raise Unusable(
            Finding(file, line, what, "check the indentation, and quote texts with { or : in them")
        ) from error
    except (yaml.YAMLError, UnicodeError) as error:
        raise Unusable(
            Finding(file, 1, "there are characters that YAML does not allow", "save it as UTF-8 text")
        ) from error


class _Builder:
    """Builds the tree from events, without recursion."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._open: list[tuple[yaml.Event, list[Value]]] = []
        self._count = 0
        self._done: Value | None = None

    def built(self, events: Iterator[yaml.Event]) -> Value:
        for event in events:
            self._take(event)
        if self._done is None:
            raise self._stop(1, "the file is empty", "see problems/README.md for what belongs in it")
        return self._done

    def _take(self, event: yaml.Event) -> None:
        line = _line(event)
        match event:
            case yaml.AliasEvent():
                raise self._stop(line, "aliases (*name) are not allowed", "write the value out")
            case yaml.ScalarEvent() | yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._check(event, line)
                if isinstance(event, yaml.ScalarEvent):
                    self._put(Text(line, event.value))
                else:
                    self._open.append((event, []))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                start, values = self._open.pop()
                line = _line(start)
                is_row = isinstance(start, yaml.SequenceStartEvent)
                self._put(Row(line, tuple(values)) if is_row else self._entries(line, values))
            case yaml.DocumentStartEvent() if self._done is not None:
                raise self._stop(line, "there is a second document in this file", "keep one, without ---")

    def _check(self, event: _Started, line: int) -> None:
        self._count += 1
        if self._count > MOST_VALUES:
            raise self._stop(line, f"there are more than {MOST_VALUES:,} values", "split the file")
        if len(self._open) >= DEEPEST:
            raise self._stop(line, f"this is nested more than {DEEPEST} deep", "see problems/README.md for the shape")
        if event.anchor is not None:
            raise self._stop(line, "anchors (&name) are not allowed", "write the value out where it is needed")
        if event.tag not in (None, "!"):
            raise self._stop(line, "tags (!name) are not allowed", "leave the tag out")

    def _put(self, value: Value) -> None:
        if self._open:
            self._open[-1][1].append(value)
        else:
            self._done = value

    def _entries(self, line: int, flat: list[Value]) -> Entries:
        found: list[tuple[Text, Value]] = []
        seen: set[str] = set()
        for name, value in zip(flat[::2], flat[1::2], strict=True):
            if not isinstance(name, Text):
                raise self._stop(
                    name.line, "a list or mapping stands where a name is needed", "quote texts that start with { or ["
                )
            if name.text in seen:
                raise self._stop(name.line, f"“{name.text}” is given twice", "keep one")
            seen.add(name.text)
            found.append((name, value))
        return Entries(line, tuple(found))

    def _stop(self, line: int, what: str, mend: str) -> Unusable:
        return Unusable(Finding(self._file, line, what, mend))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
