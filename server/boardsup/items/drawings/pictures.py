"""What can be drawn for a warm-up, described: exact numbers as text, words as text, nothing drawn yet.

Every picture may bring its own title and description for a screen reader; without them the drawing says what it shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from boardsup.items.cards import Visual


@dataclass(frozen=True, slots=True)
class Caption:
    """What a screen reader says: a title of a few words, and what there is to see. Empty: the drawing's own words."""

    title: str = ""
    description: str = ""


NO_CAPTION = Caption()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of tiles or dots, row by row from the top: x a filled one, o an open one, . none."""

    rows: tuple[str, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Tiles:
    """Figures beside each other, standing on one line."""

    figures: tuple[Figure, ...]
    made_of: Literal["tiles", "dots"] = "tiles"
    caption: Caption = NO_CAPTION


Corner = tuple[str, str]
"""Across and up, from the lower left."""


@dataclass(frozen=True, slots=True)
class Polygon:
    """A straight-sided shape: its corners in order, and whether its inside is shaded."""

    corners: tuple[Corner, ...]
    is_shaded: bool = False


@dataclass(frozen=True, slots=True)
class Shapes:
    """Straight-sided shapes on a paper so many steps wide and high, with or without dots."""

    across: int
    up: int
    polygons: tuple[Polygon, ...]
    has_dots: bool = True
    caption: Caption = NO_CAPTION


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high` with a grid line every `step`; `label` says what is measured."""

    low: str
    high: str
    step: str = "1"
    label: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A dot in a graph, filled or open."""

    at: Corner
    label: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line in a graph: through these points, joined straight; or the graph of a rule, a formula in x."""

    through: tuple[Corner, ...] = ()
    rule: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """A coordinate plane with lines and points; without numbers it shows shapes alone."""

    x: Axis
    y: Axis
    lines: tuple[Line, ...] = ()
    points: tuple[Point, ...] = ()
    has_numbers: bool = True
    caption: Caption = NO_CAPTION


@dataclass(frozen=True, slots=True)
class Measure:
    """One bar: its label and its length; ? for one that is not known yet."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Upright bars beside each other over a scale from 0 to `high` with a line every `step`."""

    bars: tuple[Measure, ...]
    high: str
    step: str = "1"
    label: str = ""
    caption: Caption = NO_CAPTION


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a heading for each column, then row by row."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: Caption = NO_CAPTION


Drawing = Visual | Tiles | Shapes | Graph | Bars | Table
