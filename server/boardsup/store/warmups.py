"""Warm-ups and community prompts: the files of problems/warmups and problems/community, by id, in order."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from boardsup.items.sheet import Finding, Unusable
from boardsup.items.warmups import Community, WarmUp, parse_community, parse_warmup, pictures
from boardsup.store.problems import problem_texts

One = TypeVar("One", WarmUp, Community)


def load_warmups(problems: Path) -> dict[str, WarmUp]:
    """Every warm-up by its id. Raises `Unusable`."""
    found: dict[str, WarmUp] = {}
    for name, text in problem_texts(problems / "warmups").items():
        file = f"warmups/{name}"
        _put(found, parse_warmup(text, file=file), file)
    return found


def load_pictures(problems: Path) -> dict[str, str]:
    """The SVG of every picture of a warm-up by its name (`pictures`). Raises `Unusable`."""
    return {name: svg for found in load_warmups(problems).values() for name, svg in pictures(found).items()}


def load_community(problems: Path) -> dict[str, Community]:
    """Every community prompt by its id. Raises `Unusable`."""
    found: dict[str, Community] = {}
    for name, text in problem_texts(problems / "community").items():
        file = f"community/{name}"
        for prompt in parse_community(text, file=file):
            _put(found, prompt, file)
    return found


def _put(found: dict[str, One], one: One, file: str) -> None:
    """Keep it under its id, which must be its own."""
    if one.id in found:
        raise Unusable(Finding(file, 1, f"“{one.id}” is already the name of another one", "give each its own name"))
    found[one.id] = one
