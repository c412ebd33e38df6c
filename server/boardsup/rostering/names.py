"""First names as a teacher pastes them: split, cleaned, counted, and told apart. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

MOST_NAMES = 1_000
"""A hall, not a class; what is longer is no list of first names."""
LONGEST_NAME = 40

NO_NAMES = "There is no name in this list yet. Put one first name on each line."
TOO_MANY = f"These are more than {MOST_NAMES} names. A class has at most {MOST_NAMES}."
NO_NAME = "Please type a name first."

_BETWEEN = re.compile("[\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029,;，、،]")
"""What stands between two names: line ends, tabs, and the commas of several scripts."""

_JOINERS = "\u200c\u200d"
"""Zero-width (non-)joiners belong inside names of some scripts; every other invisible character is dropped."""

_DROPPED = {"Cc", "Cf", "Cn", "Co", "Cs"}
"""Control, format (with the characters that turn the writing direction), unassigned, private, surrogate."""


class Refusal(ValueError):
    """A change to a class that cannot be made; the text is one plain sentence for the teacher."""


def names_in(pasted: str) -> list[str]:
    """The names in a pasted list, each of them only once. Raises `Refusal` for none, too many, or one too long."""
    names = [name for part in _BETWEEN.split(pasted) if (name := cleaned(part))]
    if not names:
        raise Refusal(NO_NAMES)
    if len(names) > MOST_NAMES:
        raise Refusal(TOO_MANY)
    return numbered([checked(name) for name in names])


def one_name(text: str) -> str:
    """The one name in this text, cleaned. Raises `Refusal` when there is none or it is too long."""
    name = cleaned(" ".join(_BETWEEN.split(text)))
    if not name:
        raise Refusal(NO_NAME)
    return checked(name)


def checked(name: str) -> str:
    """The name, unless it is too long for a tile: then it raises `Refusal`."""
    if len(name) > LONGEST_NAME:
        raise Refusal(f"“{name[:LONGEST_NAME]}…” is too long. A name has at most {LONGEST_NAME} letters.")
    return name


def cleaned(text: str) -> str:
    """Text in NFC on one line, without anything invisible but a joiner inside a word."""
    kept = (" " if letter.isspace() else letter for letter in unicodedata.normalize("NFC", text) if _is_kept(letter))
    return " ".join(word for part in "".join(kept).split() if (word := part.strip(_JOINERS))).strip('"“” ')


def numbered(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """The names with a number added to each that is there already: Ana, Ana 2. A name that was typed keeps its own."""
    wanted = list(names)
    used = {alike(name) for name in taken}
    first: list[str] = []
    for name in wanted:
        is_new = alike(name) not in used
        used.add(alike(name))
        first.append(name if is_new else "")
    return [name or _next(again, used) for name, again in zip(first, wanted, strict=True)]


def alike(name: str) -> str:
    """What two names share when a class could not tell them apart: case and invisible joiners do not count."""
    return unicodedata.normalize("NFKC", name).casefold().translate(dict.fromkeys(map(ord, _JOINERS)))


def _next(name: str, used: set[str]) -> str:
    for number in range(2, MOST_NAMES * 2 + 2):
        ending = f" {number}"
        candidate = name[: LONGEST_NAME - len(ending)].rstrip() + ending
        if alike(candidate) not in used:
            used.add(alike(candidate))
            return candidate
    raise AssertionError("More numbers than names in a class.")


def _is_kept(letter: str) -> bool:
    return letter.isspace() or letter in _JOINERS or unicodedata.category(letter) not in _DROPPED
