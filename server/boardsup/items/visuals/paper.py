"""The few strokes that all pictures are made of, as SVG text. Lengths are in CSS pixels before scaling."""

from __future__ import annotations

import re
from fractions import Fraction
from hashlib import sha256
from html import escape
from typing import Literal

LETTER = 10
"""About the width of one character."""

Anchor = Literal["start", "middle", "end"]

_EXACT = re.compile(r"\(?(-?[0-9]{1,9}(?:\.[0-9]{1,6}|/[1-9][0-9]{0,8})?)\)?")
_SUPERSCRIPTS = str.maketrans("0123456789-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ⁿ")


class BadPicture(ValueError):
    """The description cannot be drawn; the message says why, for its author."""


def picture(width: float, height: float, parts: list[str], *, title: str, description: str) -> str:
    """One SVG element with a title and a description, as wide as there is room up to twice its size."""
    inside = "".join(parts)
    name = sha256((title + description + inside).encode()).hexdigest()[:8]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {_n(width)} {_n(height)}"'
        f' width="{_n(width)}" height="{_n(height)}" aria-labelledby="t{name} d{name}"'
        ' font-family="inherit" font-size="18" fill="currentColor" stroke="none">'
        f'<title id="t{name}">{escape(title)}</title><desc id="d{name}">{escape(description)}</desc>{inside}</svg>'
    )


def words(x: float, y: float, text: str, *, anchor: Anchor = "middle", size: int = 18) -> str:
    """A text whose middle is at this height."""
    size_given = "" if size == 18 else f' font-size="{size}"'
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}" dominant-baseline="central"{size_given}>'
        f"{escape(shown(text))}</text>"
    )


def stroke(x1: float, y1: float, x2: float, y2: float, *, width: float = 1.5) -> str:
    """A straight line."""
    return (
        f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" stroke="currentColor"'
        f' stroke-width="{_n(width)}"/>'
    )


def box(x: float, y: float, width: float, height: float) -> str:
    """A rectangle, its inside very lightly tinted."""
    return (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" fill="currentColor"'
        ' fill-opacity="0.06" stroke="currentColor" stroke-width="1.5"/>'
    )


def curve(path: str, *, width: float = 1.5) -> str:
    """An open path."""
    return f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="{_n(width)}"/>'


def dot(x: float, y: float, *, radius: float, is_open: bool = False) -> str:
    """A dot; an open one is a ring."""
    inside = ' fill="none" stroke="currentColor" stroke-width="2.5"' if is_open else ""
    return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"{inside}/>'


def arrowhead(x: float, y: float, *, dx: float, dy: float) -> str:
    """A small triangle with its tip here, pointing along (dx, dy), a direction of length 1."""
    back_x, back_y = x - 9 * dx, y - 9 * dy
    corners = ((x, y), (back_x - 5 * dy, back_y + 5 * dx), (back_x + 5 * dy, back_y - 5 * dx))
    return f'<polygon points="{" ".join(f"{_n(a)},{_n(b)}" for a, b in corners)}"/>'


def shown(text: str) -> str:
    """Mathematics as it is printed in a picture: true minus signs, raised exponents, ≤ and ·."""
    text = text.replace("<=", "≤").replace(">=", "≥").replace("!=", "≠").replace("*", "·")
    text = re.sub(r"\^\(?(-?[0-9n]+)\)?", lambda found: found[1].translate(_SUPERSCRIPTS), text)
    return re.sub(r"(?<![A-Za-z])-|-(?=[0-9])", "−", text)


def exactly(text: str, what: str) -> Fraction:
    """The number that a text states; `what` names it to the author."""
    found = _EXACT.fullmatch(text.strip().replace("−", "-"))
    if found is None:
        raise BadPicture(f"{what} is “{text}”, which is no number")
    return Fraction(found[1])


def room_for(texts: tuple[str, ...], *, least: float) -> float:
    """A width in which each of these texts fits."""
    return max([least, *(LETTER * len(text) + 20 for text in texts)])


def listed(texts: tuple[str, ...]) -> str:
    """Texts in a sentence: a, b and c."""
    spoken = tuple(shown(text) for text in texts)
    return spoken[0] if len(spoken) == 1 else f"{', '.join(spoken[:-1])} and {spoken[-1]}"


def _n(value: float) -> str:
    """A number as short as it can be."""
    return f"{value:.1f}".removesuffix(".0")
