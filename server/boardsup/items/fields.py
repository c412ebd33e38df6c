"""The entries of one mapping in a problem file, taken one by one; what is missing, unknown or misplaced is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from fractions import Fraction
from typing import NoReturn, TypeVar

from boardsup.items.formulas import BadFormula, formula, names_in
from boardsup.items.sheet import Entries, Finding, Row, Text, Unusable, Value
from boardsup.items.templates import BadText, names_used

LONGEST_TEXT = 400
"""Characters of one text."""
MOST_ROWS = 200

_ID = re.compile(r"(?=.{1,40}\Z)[a-z0-9]+(?:-[a-z0-9]+)*\Z")

Built = TypeVar("Built")


class Fields:
    """A mapping that is being read: take what belongs in it, then say `done`."""

    def __init__(self, value: Value, *, file: str, inside: str) -> None:
        self.file, self.inside, self.line = file, inside, value.line
        if not isinstance(value, Entries):
            self.stop(value.line, f"{inside} is not a mapping", "write name: value entries")
        self._left = {name.text: (name.line, given) for name, given in value.values}
        self._known: list[str] = []

    def has(self, name: str) -> bool:
        """Is the entry given?"""
        return name in self._left

    def text(self, name: str, default: str | None = None) -> str:
        """A text; required when there is no default."""
        return self.line_and_text(name, default)[1]

    def line_and_text(self, name: str, default: str | None = None) -> tuple[int, str]:
        """A text and its line."""
        if (found := self._take(name, is_needed=default is None)) is None:
            return self.line, default or ""
        return found[0], self._text(*found, name)

    def texts(self, name: str, *, is_needed: bool = False) -> tuple[tuple[int, str], ...]:
        """A list of texts, or a single one, with their lines."""
        if (found := self._take(name, is_needed=is_needed)) is None:
            return ()
        line, value = found
        rows = value.values if isinstance(value, Row) else (value,)
        if is_needed and not rows:
            self.stop(line, f"“{name}” is empty", "give at least one")
        return tuple((row.line, self._text(row.line, row, name)) for row in rows[:MOST_ROWS])

    def words(self, name: str, *, is_needed: bool = False) -> tuple[str, ...]:
        """The same without their lines."""
        return tuple(text for _, text in self.texts(name, is_needed=is_needed))

    def formula(self, name: str, names: frozenset[str], default: str | None = None) -> str:
        """A formula over these names."""
        line, text = self.line_and_text(name, default)
        return self.checked_formula(line, text, names) if text else ""

    def filled(self, name: str, names: frozenset[str], default: str | None = None) -> str:
        """A text whose holes use these names."""
        return self.checked_text(*self.line_and_text(name, default), names)

    def all_filled(self, name: str, names: frozenset[str], *, is_needed: bool = False) -> tuple[str, ...]:
        """A list of texts whose holes use these names."""
        return tuple(self.checked_text(line, text, names) for line, text in self.texts(name, is_needed=is_needed))

    def identity(self, name: str) -> str:
        """A name that others refer to: small letters, digits and hyphens."""
        line, text = self.line_and_text(name)
        if not _ID.match(text):
            self.stop(line, f"“{text[:40]}” cannot be a name", "use small letters, digits and hyphens")
        return text

    def shared(self, *names: str) -> dict[str, Value]:
        """Those of these entries that are given, unread, to be lent to others."""
        found = ((name, self._take(name, is_needed=False)) for name in names)
        return {name: taken[1] for name, taken in found if taken is not None}

    def lend(self, shared: Mapping[str, Value]) -> None:
        """Stand in for the entries that are missing here."""
        for name, value in shared.items():
            self._left.setdefault(name, (value.line, value))

    def each(self, name: str, build: Callable[[Fields], Built], *, is_needed: bool = False) -> tuple[Built, ...]:
        """What `build` makes of each mapping of a list."""
        if (found := self._take(name, is_needed=is_needed)) is None:
            return ()
        line, value = found
        if not isinstance(value, Row):
            self.stop(line, f"“{name}” is not a list", "start each of its entries with - ")
        if len(value.values) > MOST_ROWS:
            self.stop(line, f"“{name}” has more than {MOST_ROWS} entries", "keep the telling ones")
        return tuple(self._build(row, f"an entry of {name}", build) for row in value.values)

    def inner(self, name: str, build: Callable[[Fields], Built]) -> Built:
        """What `build` makes of a required mapping."""
        found = self._take(name, is_needed=True)
        assert found is not None
        return self._build(found[1], name, build)

    def numbers(self, name: str) -> tuple[tuple[int, str, Value], ...]:
        """The entries of a mapping as they are: line, name, value; none when it is not given."""
        if (found := self._take(name, is_needed=False)) is None:
            return ()
        line, value = found
        if not isinstance(value, Entries):
            self.stop(line, f"“{name}” is not a mapping", "write name: value entries")
        return tuple((entry.line, entry.text, given) for entry, given in value.values)

    def done(self) -> None:
        """Nothing else belongs in here."""
        for name, (line, _) in self._left.items():
            near = get_close_matches(name, self._known, n=1)
            mend = f"perhaps “{near[0]}”" if near else f"there may be {', '.join(self._known)}"
            self.stop(line, f"{self.inside} has no entry “{name}”", mend)

    def checked_formula(self, line: int, text: str, names: frozenset[str]) -> str:
        """The formula, if it is one over these names."""
        try:
            self._known_names(line, names_in(formula(text)), names)
        except BadFormula as bad:
            self.stop(line, f"“{text}” is no formula: {bad}", "write it with + - * / ^ and brackets")
        return text

    def checked_text(self, line: int, text: str, names: frozenset[str]) -> str:
        """The text, if its holes can be filled from these names."""
        try:
            self._known_names(line, names_used(text), names)
        except (BadText, BadFormula) as bad:
            self.stop(line, str(bad), "a hole is {a formula}, or {a formula:+} with its sign")
        return text

    def stop(self, line: int, what: str, mend: str) -> NoReturn:
        """The file cannot be used."""
        raise Unusable(Finding(self.file, line, what, mend))

    def _known_names(self, line: int, used: frozenset[str], names: frozenset[str]) -> None:
        for name in sorted(used - names):
            self.stop(line, f"no number is called “{name}” here", f"there are {', '.join(sorted(names)) or 'none'}")

    def _take(self, name: str, *, is_needed: bool) -> tuple[int, Value] | None:
        self._known.append(name)
        found = self._left.pop(name, None)
        if found is None and is_needed:
            self.stop(self.line, f"{self.inside} has no “{name}”", f"add {name}:")
        return found

    def _text(self, line: int, value: Value, name: str) -> str:
        if not isinstance(value, Text):
            self.stop(line, f"“{name}” needs a text here", "put texts with { or [ or : in quotes")
        if not value.text.strip() or len(value.text) > LONGEST_TEXT:
            self.stop(line, f"“{name}” is empty or longer than {LONGEST_TEXT} characters", "write one short sentence")
        return value.text.strip()

    def _build(self, value: Value, inside: str, build: Callable[[Fields], Built]) -> Built:
        fields = Fields(value, file=self.file, inside=inside)
        built = build(fields)
        fields.done()
        return built


def exact(fields: Fields, line: int, text: str) -> Fraction:
    """A number as written in a problem file: 7, -3, 2/5, 0.25."""
    body = text.strip().replace("−", "-")
    top, _, bottom = body.removeprefix("-").partition("/")
    if not _is_numeral(top) or (bottom and not (bottom.isascii() and bottom.isdigit() and len(bottom) < 10)):
        fields.stop(line, f"“{text[:20]}” is no number", "write 7, -3, 2/5 or 0.25")
    if bottom and not int(bottom):
        fields.stop(line, f"“{text[:20]}” divides by zero", "write another number")
    value = Fraction(top) / (int(bottom) if bottom else 1)
    return -value if body.startswith("-") else value


def _is_numeral(text: str) -> bool:
    whole, point, part = text.partition(".")
    parts = (whole, part) if point else (whole,)
    return len(text) < 12 and all(p.isascii() and p.isdigit() for p in parts)
