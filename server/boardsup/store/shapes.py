"""How a Python type is written as JSON, worked out once per type.

msgspec writes and reads most types by itself. It cannot tell the members of a union of dataclasses apart, so each of
those gets a twin: a msgspec struct of the same fields, tagged with the class's name under `is`, a word that can be
no field. Whatever cannot come back as the identical value is refused when the shape is made, not when a lesson is
read.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import reduce
from operator import attrgetter, or_
from types import GenericAlias, NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

Turn = Callable[[Any], Any]

PLAIN = (str, int, float, bool, bytes, Decimal, NoneType)


def same(value: Any) -> Any:
    """The value itself."""
    return value


@dataclass(frozen=True, slots=True)
class Shape:
    """The type that msgspec is given, and how a value turns into one of it (`down`) and back (`up`)."""

    wire: Any
    down: Turn = same
    up: Turn = same

    @property
    def is_native(self) -> bool:
        """Does msgspec need no help with it?"""
        return self.down is same


def shape_of(hint: Any, within: tuple[type, ...] = ()) -> Shape:
    """The shape of a type hint. Raises TypeError for a type that would not come back as it was.

    `within` are the dataclasses around it: a type that holds itself has no shape.
    """
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return shape_of(inside[0], within)
    if origin in (Union, UnionType):
        return _union(inside, within)
    if origin is tuple:
        return _tuple(inside, within)
    if origin in (list, frozenset):
        return _collection(origin, shape_of(inside[0], within))
    if origin is dict:
        return _mapping(hint, inside, within)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        fields = _fields(hint, within)
        return Shape(hint) if all(shape.is_native for shape in fields.values()) else _twin(hint, fields, tag=None)
    if origin is Literal or hint in PLAIN or (isinstance(hint, type) and issubclass(hint, Enum)):
        return Shape(hint)
    raise TypeError(f"{hint} cannot be recorded.")


def record_shape(cls: type, without: str) -> Shape:
    """The shape of a dataclass whose field `without` is kept elsewhere; that field must default to None."""
    fields = _fields(cls, ())
    if without not in fields:
        return shape_of(cls)
    if next(field for field in dataclasses.fields(cls) if field.name == without).default is not None:
        raise TypeError(f"{cls.__name__}.{without} must default to None.")
    del fields[without]
    return _twin(cls, fields, tag=None)


def _fields(cls: type, within: tuple[type, ...]) -> dict[str, Shape]:
    if cls in within:
        raise TypeError(f"{cls.__name__} holds itself and cannot be recorded.")
    hints = get_type_hints(cls, include_extras=True)
    if any(not field.init for field in dataclasses.fields(cls)):
        raise TypeError(f"{cls.__name__} has a field that its constructor does not take.")
    return {field.name: shape_of(hints[field.name], (*within, cls)) for field in dataclasses.fields(cls)}


def _twin(cls: type, fields: dict[str, Shape], *, tag: str | None) -> Shape:
    """A struct with these fields of `cls`; defaults come along, so that a field added later reads old lessons."""
    defaults = {
        field.name: _default(field, fields[field.name]) for field in dataclasses.fields(cls) if field.name in fields
    }
    wanted = [(name, shape.wire, defaults[name]) for name, shape in fields.items()]
    struct: Any = msgspec.defstruct(
        cls.__name__, wanted, tag=tag, tag_field="is" if tag else None, frozen=True, kw_only=True
    )
    return Shape(struct, _downwards(struct, fields), _upwards(cls, fields))


def _default(field: dataclasses.Field[Any], shape: Shape) -> Any:
    if field.default is not dataclasses.MISSING:
        return shape.down(field.default)
    if (make := field.default_factory) is not dataclasses.MISSING:
        return msgspec.field(default_factory=lambda: shape.down(make()))
    return msgspec.NODEFAULT


def _downwards(struct: Any, fields: dict[str, Shape]) -> Turn:
    names = tuple(fields)
    if len(names) > 1 and all(shape.is_native for shape in fields.values()):
        values = attrgetter(*names)
        return lambda value: struct(**dict(zip(names, values(value), strict=True)))
    turns = tuple((name, shape.down) for name, shape in fields.items())
    return lambda value: struct(**{name: down(getattr(value, name)) for name, down in turns})


def _upwards(cls: type, fields: dict[str, Shape]) -> Turn:
    turns = tuple((name, shape.up) for name, shape in fields.items())
    return lambda wire: cls(**{name: up(getattr(wire, name)) for name, up in turns})


def _union(members: tuple[Any, ...], within: tuple[type, ...]) -> Shape:
    """A union; when it holds more than one dataclass, or one that needs a twin, each of them is tagged."""
    shapes = {member: shape_of(member, within) for member in members}
    classes = [member for member in members if isinstance(member, type) and dataclasses.is_dataclass(member)]
    if len(classes) < 2 and all(shape.is_native for shape in shapes.values()):
        return Shape(reduce(or_, members))
    if any(not shapes[member].is_native for member in members if member not in classes):
        raise TypeError(f"{reduce(or_, members)} cannot be recorded.")
    shapes |= {cls: _twin(cls, _fields(cls, within), tag=cls.__name__) for cls in classes}
    downs: dict[type, Turn] = {cls: shapes[cls].down for cls in classes}
    ups: dict[type, Turn] = {shapes[cls].wire: shapes[cls].up for cls in classes}
    return Shape(
        reduce(or_, (shape.wire for shape in shapes.values())),
        lambda value: downs.get(type(value), same)(value),
        lambda wire: ups.get(type(wire), same)(wire),
    )


def _tuple(inside: tuple[Any, ...], within: tuple[type, ...]) -> Shape:
    if len(inside) == 2 and inside[1] is Ellipsis:
        return _collection(tuple, shape_of(inside[0], within))
    shapes = tuple(shape_of(member, within) for member in inside)
    wire = GenericAlias(tuple, tuple(shape.wire for shape in shapes))
    if all(shape.is_native for shape in shapes):
        return Shape(wire)
    return Shape(
        wire,
        lambda values: tuple(shape.down(value) for shape, value in zip(shapes, values, strict=True)),
        lambda wires: tuple(shape.up(wire) for shape, wire in zip(shapes, wires, strict=True)),
    )


def _collection(kind: Any, member: Shape) -> Shape:
    wire = GenericAlias(kind, (member.wire, ...) if kind is tuple else (member.wire,))
    if member.is_native:
        return Shape(wire)
    down, up = member.down, member.up
    return Shape(wire, lambda values: kind(map(down, values)), lambda wires: kind(map(up, wires)))


def _mapping(hint: Any, inside: tuple[Any, ...], within: tuple[type, ...]) -> Shape:
    """A dict with plain keys."""
    value = shape_of(inside[1], within)
    if not shape_of(inside[0], within).is_native:
        raise TypeError(f"{hint} cannot be recorded.")
    wire = GenericAlias(dict, (inside[0], value.wire))
    if value.is_native:
        return Shape(wire)
    return Shape(
        wire,
        lambda values: {key: value.down(one) for key, one in values.items()},
        lambda wires: {key: value.up(one) for key, one in wires.items()},
    )
