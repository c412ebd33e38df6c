"""Sentences about lines and sequences."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from boardsup.maths import tree as t
from boardsup.maths.missteps import problems as p
from boardsup.maths.missteps import word_problems as w
from boardsup.maths.posing.phrase import Phrase, phrase
from boardsup.maths.posing.slots import equation, math, number, point, value_of
from boardsup.maths.walk import letters_in

_FIND = r"(?:(?:what(?:'s| is)|find|calculate|compute|determine|give|write|state)[: ]+)?(?:an? |the )?"
_POINT = r"(\([^()]+\))"
_LINE = r"(?:the |a )?(?:line|graph|equation|function)?(?: (?:with equation|given by|whose equation is))?:? ?"
_THROUGH = (
    r"(?:that |which )?(?:passes |passing |goes |going )?(?:through|between|"
    r"containing|contains|from|joining|given|with|via)"
)
_OF = r"(?: (?:of|for|that is))?"


def _slope_through(first: str, second: str) -> p.Problem | None:
    a, b = point(first), point(second)
    return None if a is None or b is None or a[0] == b[0] else w.SlopeThrough(*a, *b)


def _line_through(first: str, second: str) -> p.Problem | None:
    a, b = point(first), point(second)
    return None if a is None or b is None or a[0] == b[0] else w.LineThrough(*a, *b)


def _line(text: str) -> t.Relation | None:
    found = equation(text)
    return found if found is not None and letters_in(found) == {"x", "y"} else None


def _slope_of(how: Literal["slope", "parallel", "perpendicular"]) -> Callable[[str], p.Problem | None]:
    def built(text: str) -> p.Problem | None:
        line = _line(text)
        return None if line is None else w.SlopeOf(line, how)

    return built


def _intercept(axis: str, text: str) -> p.Problem | None:
    line = _line(text)
    return None if line is None else w.InterceptOf(line, "x" if axis.lower() == "x" else "y")


def _crossing(text: str, axis: str) -> p.Problem | None:
    return _intercept(axis, text)


def _with_intercept(slope: str, intercept: str) -> p.Problem | None:
    m, b = number(slope), number(intercept)
    return None if m is None or b is None else w.LineWith(m, Fraction(0), b)


def _with_point(slope: str, place: str) -> p.Problem | None:
    m, at = number(slope), point(place)
    return None if m is None or at is None else w.LineWith(m, *at)


def _y_intercept_from(slope: str, place: str) -> p.Problem | None:
    m, at = number(slope), point(place)
    return None if m is None or at is None else w.LineWith(m, *at, "y-intercept")


def _terms(text: str) -> tuple[Fraction, Fraction] | None:
    """First term and difference of an arithmetic sequence of at least three terms."""
    pieces = [piece for piece in re.split(r"[,; ]*\.\.\.?|[,;]", text) if piece.strip()]
    nodes = [math(piece) for piece in pieces]
    values = [value_of(node) for node in nodes if node is not None]
    found = [value for value in values if value is not None]
    steps = {b - a for a, b in pairwise(found)}
    if len(found) != len(pieces) or len(found) < 3 or len(steps) != 1 or not (step := steps.pop()):
        return None
    return found[0], step


def _rule(text: str) -> p.Problem | None:
    found = _terms(text)
    return None if found is None else w.Sequence(*found)


def _term(at: str, text: str) -> p.Problem | None:
    found = _terms(text)
    return w.Sequence(*found, int(at)) if found is not None and 0 < int(at) < 10_000 else None


def _term_asked_last(text: str, at: str) -> p.Problem | None:
    return _term(at, text)


def _from_table(x1: str, y1: str, x2: str, y2: str) -> p.Problem | None:
    values = [number(text) for text in (x1, y1, x2, y2)]
    a, b, c, d = values
    return None if a is None or b is None or c is None or d is None or a == c else w.SlopeThrough(a, b, c, d)


def _constant(x: str, y: str) -> p.Problem | None:
    a, b = number(x), number(y)
    return None if not a or b is None else w.UnitRate(b, a, "k")


def _tiles(first: str, second: str, third: str, at: str) -> p.Problem | None:
    return _term(at, f"{first}, {second}, {third}")


def _vertex(wanted: Literal["point", "x"]) -> Callable[[str], p.Problem | None]:
    def built(text: str) -> p.Problem | None:
        curve = _line(text)
        return None if curve is None or curve.left != t.Variable("y") else w.VertexOf(curve, wanted)

    return built


def _discriminant(text: str) -> p.Problem | None:
    found = equation(text)
    letters = frozenset() if found is None else letters_in(found)
    return w.DiscriminantOf(found, next(iter(letters))) if found is not None and len(letters) == 1 else None


def _proportional(x1: str, y1: str, x2: str) -> p.Problem | None:
    a, b, c = number(x1), number(y1), number(x2)
    return None if not a or not b or not c else w.Proportion(b, a, None, c, "y")


_SEQUENCE = r"(?:a |the )?sequence(?: starts| is|:)?"
_STEADY = r"(?: (?:every step is the same|and so on|each time the same)[.;]?)?"
_AND = r"(?: and |,? )(?:the point )?"
_NUMBER = r"([-\d./() ]+?)"

PHRASES: tuple[Phrase, ...] = (
    phrase(
        rf"{_FIND}(?:slope|rate of change|gradient)(?: of the line| of a line| "
        rf"of the segment)?,? {_THROUGH}(?: the points?)? ?{_POINT}{_AND}{_POINT}",
        _slope_through,
    ),
    phrase(rf"{_FIND}slope:? {_POINT}{_AND}{_POINT}", _slope_through),
    phrase(rf"{_FIND}slope of (?:a|the|any) line (?:that is )?parallel to {_LINE}(.+)", _slope_of("parallel")),
    phrase(
        rf"{_FIND}slope of (?:a|the|any) line (?:that is )?perpendicular to {_LINE}(.+)", _slope_of("perpendicular")
    ),
    phrase(rf"{_FIND}perpendicular slope (?:of|to) {_LINE}(.+)", _slope_of("perpendicular")),
    phrase(rf"{_FIND}(?:slope|gradient|rate of change)(?: of| for|:) ?{_LINE}(.+)", _slope_of("slope")),
    phrase(rf"{_FIND}([xy])[- ]intercept(?: of| for|:) ?{_LINE}(.+)", _intercept),
    phrase(rf"where does {_LINE}(.+) (?:cross|meet|hit|intersect) the ([xy])[- ]axis[.?]?(?: give [xy])?", _crossing),
    phrase(
        rf"{_FIND}(?:equation(?: of)? )?(?:of )?(?:the |a )?line (?:with|of|that "
        rf"has|has) (?:a )?slope(?: of)? {_NUMBER}(?: and|,) (?:an? |the )?y-intercept(?: "
        rf"of)? {_NUMBER}",
        _with_intercept,
    ),
    phrase(
        rf"(?:a )?line (?:with|has|of) (?:a )?slope(?: of)? {_NUMBER} (?:and )?(?:goes "
        rf"|passes |passing |going )?through {_POINT}[.;,]? (?:what is|find) (?:its|"
        rf"the) y-intercept",
        _y_intercept_from,
    ),
    phrase(
        rf"{_FIND}(?:equation(?: of)? )?(?:of )?(?:the |a )?line (?:with|of|that "
        rf"has|has) (?:a )?slope(?: of)? {_NUMBER}(?: and|,)? ?{_THROUGH}(?: the "
        rf"point)? ?{_POINT}",
        _with_point,
    ),
    phrase(
        rf"{_FIND}(?:equation(?: of)? )?(?:of )?(?:the |a )?line,? {_THROUGH}(?: "
        rf"the points?)? ?{_POINT}{_AND}{_POINT}",
        _line_through,
    ),
    phrase(
        r"(?:write |find |give )?(?:a |the )?(?:rule|formula|expression)(?: for|"
        r" of)?(?: the)?(?: sequence)?:? ?(.+?)(?: \((?:nth|n-th) term\))?",
        _rule,
    ),
    phrase(
        r"(?:table:? ?)?x = ([-\d./]+) gives y = ([-\d./]+)[;,.] ?x = ([-\d./]+)"
        r" gives y = ([-\d./]+)[;,.] ?(?:what is |find )?(?:the )?(?:rate of change|"
        r"slope)",
        _from_table,
    ),
    phrase(
        r"(?:y is (?:directly )?proportional to x|y varies directly (?:with|as)"
        r" x)[.,;]? (?:when|if) x = ([-\d./]+),? (?:then )?y = ([-\d./]+)[.,;]? "
        r"(?:find|what is)(?: the (?:constant|value))?(?: of)?(?: proportionality|"
        r" variation)? ?k?(?: in y = kx)?",
        _constant,
    ),
    phrase(
        r"(?:a |the )?pattern has (\d+) [a-z]+ in step 1, (\d+)(?: [a-z]+)? in "
        r"step 2,? (?:and )?(\d+)(?: [a-z]+)? in step 3[.;,]? how many(?: [a-z]+)?(?: "
        r"are)? in step (\d+)",
        _tiles,
    ),
    phrase(rf"{_FIND}vertex of {_LINE}(?:the )?(?:parabola |graph of )?(.+)", _vertex("point")),
    phrase(
        rf"{_FIND}(?:x-coordinate of the vertex|axis of symmetry|line of symmetry)"
        rf" of {_LINE}(?:the )?(?:parabola |graph of )?(.+)",
        _vertex("x"),
    ),
    phrase(rf"{_FIND}(?:discriminant|b\^2 - 4ac) (?:of|for) {_LINE}(.+)", _discriminant),
    phrase(rf"{_FIND}(?:nth|n-th) term(?: of| for|:)(?: the)?(?: sequence)?:? ?(.+)", _rule),
    phrase(rf"{_FIND}(\d+)(?:st|nd|rd|th) term(?: of| in|:)(?: the)?(?: sequence)?:? ?(.+)", _term),
    phrase(
        rf"{_SEQUENCE} (.+?)[.;,]*{_STEADY}(?: ?(?:what is|find) (?:the )?term (?:number )?)(\d+)",
        _term_asked_last,
    ),
    phrase(
        rf"{_SEQUENCE} (.+?)[.;,]*{_STEADY} ?(?:write |find |give )(?:a |the )?(?:rule|formula)"
        r"(?: for)?(?: the)?(?: term n| nth term| n-th term)?",
        _rule,
    ),
    phrase(
        r"y is (?:directly )?proportional to x[.;,]? (?:when )?x = ([-\d./]+) (?:gives|then|,) ?y = ([-\d./]+)[.;,]? "
        r"what (?:does x = |is y when x = )([-\d./]+)(?: give)?",
        _proportional,
    ),
)
"""In order: the first that fits the whole sentence counts."""
