"""The files of problems/: read here, understood in `items`."""

from __future__ import annotations

from pathlib import Path

from boardsup.items.lesson_plan import LessonPlan
from boardsup.items.parse_lesson import parse_lesson


def load_lessons(problems: Path) -> dict[str, LessonPlan]:
    """The lesson plans below problems/lessons by id, in the order of their files. Raises `Unusable`."""
    files = sorted((problems / "lessons").glob("*.yaml"))
    plans = (parse_lesson(file.read_text(encoding="utf-8"), file=f"lessons/{file.name}") for file in files)
    return {plan.id: plan for plan in plans}
