"""Strokes that warm-ups need beside those of `visuals/paper.py`: filled and open marks, shapes, lines in a second pen.

What differs always differs in form too (filled or open, whole or dashed), so that nothing is told by colour alone. The
classes `ink-1` and `ink-2` let a style sheet colour a stroke; without one it has the colour of the text.
"""

from __future__ import annotations

from typing import Literal

from boardsup.items.drawings.pictures import Caption
from boardsup.items.visuals.paper import picture

Ink = Literal["ink-1", "ink-2"]

Place = tuple[float, float]
"""In CSS pixels, from the upper left."""

OPEN = 'fill="currentColor" fill-opacity="0.08" stroke="currentColor" stroke-width="2"'


def tile(x: float, y: float, side: float, *, is_filled: bool) -> str:
    """A square with its upper left corner here, filled or open, with a hair of room around it."""
    inner = side - 3
    inside = 'class="ink-1"' if is_filled else OPEN
    return f'<rect x="{x + 1.5:.1f}" y="{y + 1.5:.1f}" width="{inner:.1f}" height="{inner:.1f}" rx="2.5" {inside}/>'


def disc(x: float, y: float, radius: float, *, is_filled: bool) -> str:
    """A round mark with its middle here, filled or open."""
    inside = 'class="ink-1"' if is_filled else OPEN
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius if is_filled else radius - 1:.1f}" {inside}/>'


def speck(x: float, y: float) -> str:
    """A faint dot of dot paper."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="1.8" fill-opacity="0.5"/>'


def shade(corners: list[Place]) -> str:
    """The inside of a straight-sided shape, tinted."""
    return f'<polygon points="{_joined(corners)}" class="ink-1" fill-opacity="0.5"/>'


def outline(corners: list[Place]) -> str:
    """The sides of a straight-sided shape."""
    return (
        f'<polygon points="{_joined(corners)}" fill="none" stroke="currentColor" stroke-width="2.5"'
        ' stroke-linejoin="round"/>'
    )


def trace(places: list[Place], *, ink: Ink) -> str:
    """An open line through these places, whole in the first ink and dashed in the second."""
    dashes = "" if ink == "ink-1" else ' stroke-dasharray="9 5"'
    return (
        f'<polyline points="{_joined(places)}" class="{ink}" fill="none" stroke="currentColor" stroke-width="3.5"'
        f' stroke-linejoin="round" stroke-linecap="round"{dashes}/>'
    )


def hair(x1: float, y1: float, x2: float, y2: float) -> str:
    """A grid line."""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="currentColor" stroke-opacity="0.22"/>'
    )


def captioned(size: Place, parts: list[str], caption: Caption, own: Caption) -> str:
    """The whole picture; where the caption is silent, the drawing's own words stand."""
    title, description = caption.title or own.title, caption.description or own.description
    return picture(*size, parts, title=title, description=description)


def _joined(places: list[Place]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
