"""A frozen value with some of its fields changed: `dataclasses.replace`, four times as fast on a lesson.

For the few places that every answer passes; elsewhere `replace` is plainer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar

Value = TypeVar("Value")


def changed(value: Value, **changes: object) -> Value:
    """The same value with these fields as given. Its class has at least two fields, all of them in its constructor."""
    of: Any = type(value)
    values_of, place = _shape(of)
    values = list(values_of(value))
    for name, new in changes.items():
        values[place[name]] = new
    found: Value = of(*values)
    return found


@lru_cache(maxsize=64)
def _shape(of: Any) -> tuple[Callable[[object], tuple[object, ...]], dict[str, int]]:
    """What takes all fields of a value at once, and where in that each of them stands."""
    names = tuple(field.name for field in fields(of))
    return attrgetter(*names), {name: place for place, name in enumerate(names)}
