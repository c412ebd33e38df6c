"""The words that stand on a student's paper, in the languages of client/locale; a catalogue holds all of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from boardsup.lesson.languages import Language
from boardsup.web.languages import load_words

NAME, PAGE, PRACTICE, EXAMPLE = "Name", "Page", "Practice", "An example"
SHEET, COACH = "Sheet", "For the coach: ask, never tell"

ALL = (NAME, PAGE, PRACTICE, EXAMPLE, SHEET, COACH)

Words = Callable[[str], str]
"""A word of ours in some language."""


@lru_cache(maxsize=8)
def words(client: Path, language: Language) -> Words:
    """The words of this language."""
    spoken: Words = load_words(client)[language].gettext
    return spoken
