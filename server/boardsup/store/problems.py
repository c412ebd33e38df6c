"""The files of problems/: read here, understood in `items`."""

from __future__ import annotations

from pathlib import Path

from boardsup.items.bank import Bank, read_bank
from boardsup.items.lesson_plan import LessonPlan
from boardsup.items.parse_lesson import parse_lesson
from boardsup.items.sheet import LONGEST, Finding, Unusable


def load_lessons(problems: Path) -> dict[str, LessonPlan]:
    """The lesson plans below problems/lessons by id, in the order of their files. Raises `Unusable`."""
    texts = problem_texts(problems / "lessons")
    plans = (parse_lesson(text, file=f"lessons/{name}") for name, text in texts.items())
    return {plan.id: plan for plan in plans}


def load_bank(problems: Path) -> Bank:
    """Everything below problems/. Raises `Unusable` for the first file that cannot be used."""
    bank, findings = read_bank(problem_texts(problems))
    for finding in findings:
        raise Unusable(finding)
    return bank


def problem_texts(folder: Path) -> dict[str, str]:
    """Every YAML file below a folder by its path within it, in order. Raises `Unusable`."""
    return {file.relative_to(folder).as_posix(): _text(file, folder) for file in sorted(folder.rglob("*.yaml"))}


def _text(file: Path, folder: Path) -> str:
    """The text of a file; one that is far too long is not even read."""
    name = file.relative_to(folder).as_posix()
    if file.stat().st_size > 4 * LONGEST:
        raise Unusable(Finding(name, 1, f"the file has more than {LONGEST:,} characters", "split it"))
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Unusable(Finding(name, 1, "the file is not UTF-8 text", "save it as UTF-8")) from error
