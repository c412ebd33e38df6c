"""A prompt: words, with mathematics between dollar signs. The words are escaped, the mathematics is typeset."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from boardsup.maths.printing.mathml import mathml
from boardsup.maths.printing.plain import plain
from boardsup.maths.printing.speech import Language, speech
from boardsup.maths.reading import Unread, read
from boardsup.maths.tree import Node

LONGEST_FORMULA = 200

_UNESCAPED = re.compile(r"(?<!\\)\$")


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they stand; also mathematics that cannot be read, without its dollar signs."""

    text: str


@dataclass(frozen=True, slots=True)
class Formula:
    """Mathematics that was read."""

    node: Node


Prompt = tuple[Words | Formula, ...]


def read_prompt(text: str) -> Prompt:
    """The parts of a prompt. A lone dollar sign is one, and so is \\$; total for any text."""
    pieces = [piece.replace("\\$", "$") for piece in _UNESCAPED.split(text)]
    if len(pieces) % 2 == 0:
        pieces[-2:] = ["$".join(pieces[-2:])]
    found: list[Words | Formula] = []
    for i, piece in enumerate(pieces):
        if i % 2 == 0:
            found += [Words(piece)] if piece else []
            continue
        node = read(piece, is_question=True)
        found.append(Words(piece) if isinstance(node, Unread) else Formula(node))
    return tuple(found)


def prompt_html(prompt: Prompt) -> str:
    """As HTML."""
    return "".join(escape(part.text) if isinstance(part, Words) else mathml(part.node) for part in prompt)


def prompt_plain(prompt: Prompt) -> str:
    """As one line of plain text."""
    return "".join(part.text if isinstance(part, Words) else plain(part.node) for part in prompt)


def prompt_spoken(prompt: Prompt, language: Language = "en") -> str:
    """As it is read aloud, the mathematics in words."""
    return "".join(part.text if isinstance(part, Words) else speech(part.node, language) for part in prompt)
