"""One line that stands for a whole lesson: two lessons are equal when their digests are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import sha256

from boardsup.lesson.state import Lesson


def digest(lesson: Lesson) -> str:
    """SHA-256 of the lesson written out, every map and set in the order of its keys."""
    return sha256(written(lesson).encode()).hexdigest()


def written(value: object) -> str:
    """A value as text, the same for equal values."""
    if is_dataclass(value):
        parts = (f"{f.name}={written(getattr(value, f.name))}" for f in fields(value))
        return f"{type(value).__name__}({','.join(parts)})"
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{k}:{written(v)}" for k, v in sorted(value.items())) + "}"
    if isinstance(value, frozenset | set):
        return "{" + ",".join(sorted(written(v) for v in value)) + "}"
    if isinstance(value, tuple | list):
        return "[" + ",".join(written(v) for v in value) + "]"
    return repr(value.value if isinstance(value, Enum) else value)
