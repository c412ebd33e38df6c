"""Straight-sided shapes on dot paper: areas, fractions of a shape, turned and nested squares."""

from __future__ import annotations

from boardsup.items.drawings.marks import captioned, outline, shade, speck
from boardsup.items.drawings.pictures import Caption, Polygon, Shapes
from boardsup.items.visuals.paper import BadPicture, exactly, listed

LARGEST = 220
"""About how wide and high a paper is, in CSS pixels."""
MOST_STEPS = 20
MARGIN = 14
FEWEST_CORNERS, MOST_CORNERS, MOST_POLYGONS = 3, 12, 24


def dot_paper(shapes: Shapes) -> str:
    """The picture as SVG; raises `BadPicture`."""
    if not (1 <= shapes.across <= MOST_STEPS and 1 <= shapes.up <= MOST_STEPS):
        raise BadPicture(f"a paper is 1 to {MOST_STEPS} steps wide and high")
    if not 1 <= len(shapes.polygons) <= MOST_POLYGONS:
        raise BadPicture(f"there are {len(shapes.polygons)} shapes; draw one to {MOST_POLYGONS}")
    unit = LARGEST / max(shapes.across, shapes.up)
    wide, high = shapes.across * unit + 2 * MARGIN, shapes.up * unit + 2 * MARGIN
    places = [
        [(MARGIN + x * unit, high - MARGIN - y * unit) for x, y in corners(shape, shapes)] for shape in shapes.polygons
    ]
    parts = [shade(at) for at, shape in zip(places, shapes.polygons, strict=True) if shape.is_shaded]
    parts += [outline(at) for at in places]
    if shapes.has_dots:
        spots = ((x * unit, y * unit) for y in range(shapes.up + 1) for x in range(shapes.across + 1))
        parts += [speck(MARGIN + x, MARGIN + y) for x, y in spots]
    return captioned((wide, high), parts, shapes.caption, _own(shapes))


def corners(shape: Polygon, on: Shapes) -> list[tuple[float, float]]:
    """The corners as numbers; raises `BadPicture` for one outside the paper."""
    if not FEWEST_CORNERS <= len(shape.corners) <= MOST_CORNERS:
        raise BadPicture(f"a shape has {FEWEST_CORNERS} to {MOST_CORNERS} corners")
    found = [(exactly(x, "a corner"), exactly(y, "a corner")) for x, y in shape.corners]
    for x, y in found:
        if not (0 <= x <= on.across and 0 <= y <= on.up):
            raise BadPicture(f"the corner {x}, {y} lies outside the paper, {on.across} by {on.up}")
    return [(float(x), float(y)) for x, y in found]


def _own(shapes: Shapes) -> Caption:
    said = [f"A paper {shapes.across} steps wide and {shapes.up} high."]
    for shape in shapes.polygons:
        where = listed(tuple(f"({x}, {y})" for x, y in shape.corners))
        said.append(f"A {'shaded' if shape.is_shaded else 'plain'} shape with its corners at {where}.")
    return Caption("Shapes on dot paper" if shapes.has_dots else "Shapes", " ".join(said))
