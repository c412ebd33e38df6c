"""The lesson plans that ship, read once from problems/lessons."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from boardsup.items.lesson_plan import LessonPlan
from boardsup.store.problems import load_lessons


@lru_cache(maxsize=4)
def plans(problems: Path) -> dict[str, LessonPlan]:
    """The plans by id, in the order of their files."""
    return load_lessons(problems)
