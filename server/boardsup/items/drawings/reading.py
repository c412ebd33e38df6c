"""The picture of a warm-up as an author writes it, one entry named after its kind; it counts once it has been drawn."""

from __future__ import annotations

import re
from collections.abc import Callable

from boardsup.items.drawings import BadPicture, drawn
from boardsup.items.drawings.pictures import (
    Axis,
    Bars,
    Caption,
    Corner,
    Drawing,
    Figure,
    Graph,
    Line,
    Measure,
    Point,
    Polygon,
    Shapes,
    Table,
    Tiles,
)
from boardsup.items.fields import Fields
from boardsup.items.parse_cards import PICTURES as CARD_PICTURES
from boardsup.items.parse_cards import visual

_PAIR = re.compile(r"\(?\s*([^\s,()]{1,12})\s*,\s*([^\s,()]{1,12})\s*\)?")


def has_picture(fields: Fields) -> bool:
    """Is there a picture among these entries?"""
    return any(fields.has(kind) for kind in KINDS)


def drawing(fields: Fields) -> Drawing:
    """The one picture among these entries, seen to be drawable; raises `Unusable`."""
    given = [kind for kind in KINDS if fields.has(kind)]
    if len(given) != 1:
        fields.stop(fields.line, f"there are {len(given)} pictures here", f"give one of {', '.join(KINDS)}")
    read = _OWN.get(given[0])
    found = fields.inner(given[0], read) if read else visual(fields, frozenset())
    try:
        drawn(found)
    except BadPicture as bad:
        fields.stop(fields.line, f"the picture cannot be drawn: {bad}", "see problems/warmups/README.md")
    return found


def _caption(fields: Fields) -> Caption:
    return Caption(fields.text("title", ""), fields.text("description", ""))


def _tiles(fields: Fields) -> Tiles:
    return Tiles(fields.each("figures", _figure, is_needed=True), "tiles", _caption(fields))


def _dots(fields: Fields) -> Tiles:
    return Tiles(fields.each("figures", _figure, is_needed=True), "dots", _caption(fields))


def _figure(fields: Fields) -> Figure:
    return Figure(fields.words("rows", is_needed=True), fields.text("label", ""))


def _dot_paper(fields: Fields) -> Shapes:
    return Shapes(
        across=_steps(fields, "across"),
        up=_steps(fields, "up"),
        polygons=fields.each("shapes", _polygon, is_needed=True),
        has_dots=_is_on(fields, "dots"),
        caption=_caption(fields),
    )


def _steps(fields: Fields, name: str) -> int:
    line, text = fields.line_and_text(name)
    if not (text.isascii() and text.isdigit() and len(text) < 4):
        fields.stop(line, f"“{text[:20]}” is no number of steps", "write 1 to 20")
    return int(text)


def _polygon(fields: Fields) -> Polygon:
    return Polygon(_pairs(fields, "corners"), is_shaded=_is_on(fields, "shaded", "no"))


def _graph(fields: Fields) -> Graph:
    return Graph(
        x=fields.inner("x", _axis),
        y=fields.inner("y", _axis),
        lines=fields.each("lines", _line),
        points=fields.each("points", _point),
        has_numbers=_is_on(fields, "numbers"),
        caption=_caption(fields),
    )


def _axis(fields: Fields) -> Axis:
    return Axis(fields.text("low"), fields.text("high"), fields.text("step", "1"), fields.text("label", ""))


def _line(fields: Fields) -> Line:
    through = _pairs(fields, "through") if fields.has("through") else ()
    return Line(through, fields.formula("rule", frozenset("x"), ""), fields.text("label", ""))


def _point(fields: Fields) -> Point:
    line, text = fields.line_and_text("at")
    found = _pairs_of(fields, line, text)
    if len(found) != 1:
        fields.stop(line, f"“{text[:40]}” is not one point", "write it as (2, 3)")
    line, sort = fields.line_and_text("dot", "filled")
    if sort not in ("filled", "open"):
        fields.stop(line, f"no dot is “{sort[:20]}”", "write filled or open")
    return Point(found[0], fields.text("label", ""), is_open=sort == "open")


def _bars(fields: Fields) -> Bars:
    return Bars(
        bars=fields.each("bars", lambda inner: Measure(inner.text("label"), inner.text("value")), is_needed=True),
        high=fields.text("high"),
        step=fields.text("step", "1"),
        label=fields.text("label", ""),
        caption=_caption(fields),
    )


def _table(fields: Fields) -> Table:
    rows = fields.each("rows", lambda inner: inner.words("cells", is_needed=True), is_needed=True)
    return Table(fields.words("head", is_needed=True), rows, _caption(fields))


def _pairs(fields: Fields, name: str) -> tuple[Corner, ...]:
    return _pairs_of(fields, *fields.line_and_text(name))


def _pairs_of(fields: Fields, line: int, text: str) -> tuple[Corner, ...]:
    """Points in one text, as in (0, 0) (4, 0) (4, 3); what is left over is said."""
    left = _PAIR.sub("", text).strip()
    if left or not _PAIR.search(text):
        fields.stop(line, f"“{(left or text)[:40]}” is no point", "write points as (0, 0) (4, 0) (4, 3)")
    return tuple((found[1], found[2]) for found in _PAIR.finditer(text))


def _is_on(fields: Fields, name: str, default: str = "yes") -> bool:
    line, text = fields.line_and_text(name, default)
    if text not in ("yes", "no"):
        fields.stop(line, f"“{text[:20]}” is neither yes nor no", f"write {name}: yes, or {name}: no")
    return text == "yes"


_OWN: dict[str, Callable[[Fields], Drawing]] = {
    "tiles": _tiles,
    "dots": _dots,
    "dot_paper": _dot_paper,
    "graph": _graph,
    "bars": _bars,
    "table": _table,
}

KINDS = (*_OWN, *CARD_PICTURES)
"""The entries that are pictures: those of warm-ups, then those of cards."""
