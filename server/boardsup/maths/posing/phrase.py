"""A sentence with slots, and what problem it states."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from boardsup.maths.missteps.problems import Problem


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern for a whole sentence, and the problem that its slots make (None: they do not)."""

    pattern: re.Pattern[str]
    build: Callable[..., Problem | None]


def phrase(pattern: str, build: Callable[..., Problem | None]) -> Phrase:
    """A phrase whose pattern ignores case and fits the whole sentence."""
    return Phrase(re.compile(pattern, re.IGNORECASE), build)


def first_that_fits(phrases: Sequence[Phrase], text: str) -> Problem | None:
    """The problem that a sentence states."""
    for one in phrases:
        found = one.pattern.fullmatch(text)
        if found is not None:
            problem = one.build(*(slot or "" for slot in found.groups()))
            if problem is not None:
                return problem
    return None
