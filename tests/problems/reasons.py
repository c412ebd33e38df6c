"""For each Which One Doesn't Belong that ships: why A, B, C and D do not belong, as something that can be computed.

Each reason is asked of all four choices; it is a good one when it holds for its own choice alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise

from boardsup.items.drawings.pictures import Graph, Polygon, Shapes, Tiles
from boardsup.items.warmups import Choice
from boardsup.items.worth import is_true, number

Reason = Callable[[Choice], bool]
Spot = tuple[Fraction, Fraction]


def math(choice: Choice) -> str:
    """The mathematics of a choice as a formula: 4x as 4*x."""
    return re.sub(r"(?<=[0-9])(?=[x(])", "*", choice.text.strip("$"))


def at(choice: Choice, x: int) -> Fraction:
    """What an expression is worth for this x."""
    return number(math(choice), {"x": Fraction(x)})


def holds(choice: Choice, x: int) -> bool:
    """Does this x make an equation or inequality true?"""
    return is_true(math(choice), {"x": Fraction(x)})


def start(choice: Choice) -> int:
    """The first number of a sum."""
    return int(math(choice).split()[0])


def dots(choice: Choice) -> tuple[str, ...]:
    """The rows of a dot pattern."""
    assert isinstance(choice.picture, Tiles)
    return choice.picture.figures[0].rows


def filled_neighbours(choice: Choice) -> bool:
    """Is a filled dot next to another one, beside it or below it?"""
    rows = dots(choice)
    beside = any("xx" in row for row in rows)
    return beside or any("x" == a == b for upper, lower in pairwise(rows) for a, b in zip(upper, lower, strict=False))


def graph(choice: Choice) -> Graph:
    assert isinstance(choice.picture, Graph)
    return choice.picture


def spots(choice: Choice, line: int = 0) -> list[Spot]:
    """Points of a graph: of a line given by a rule, of its corners, or its single points."""
    drawn = graph(choice)
    if not drawn.lines:
        return [(Fraction(point.at[0]), Fraction(point.at[1])) for point in drawn.points]
    one = drawn.lines[line]
    if one.through:
        return [(Fraction(x), Fraction(y)) for x, y in one.through]
    return [(Fraction(x), number(one.rule, {"x": Fraction(x)})) for x in range(-4, 5)]


def falls(choice: Choice) -> bool:
    return all(second[1] < first[1] for first, second in pairwise(spots(choice)))


def bends(choice: Choice) -> bool:
    slopes = {(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in pairwise(spots(choice))}
    return len(slopes) > 1


def slopes(choice: Choice) -> list[Fraction | None]:
    """Of both lines; None for a vertical one."""
    ends = [(spots(choice, line)[0], spots(choice, line)[-1]) for line in (0, 1)]
    return [None if x1 == x2 else (y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in ends]


def meeting(choice: Choice) -> Spot | None:
    """Where both lines meet; None where they do not."""
    first, second = slopes(choice)
    x1, y1 = spots(choice, 0)[0]
    x2, y2 = spots(choice, 1)[0]
    if first == second or first is None:
        return None
    x = x2 if second is None else (y2 - y1 + first * x1 - second * x2) / (first - second)
    return x, y1 + first * (x - x1)


def shapes(choice: Choice) -> tuple[Polygon, ...]:
    assert isinstance(choice.picture, Shapes)
    return choice.picture.polygons


def sides(shape: Polygon) -> Iterator[Spot]:
    """Each side as steps across and up."""
    corners = [(Fraction(x), Fraction(y)) for x, y in shape.corners]
    for (x1, y1), (x2, y2) in pairwise([*corners, corners[0]]):
        yield x2 - x1, y2 - y1


def area(shape: Polygon) -> Fraction:
    """By the shoelace formula."""
    corners = [(Fraction(x), Fraction(y)) for x, y in shape.corners]
    return abs(sum((x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*corners, corners[0]])), Fraction(0))) / 2


def shaded(choice: Choice) -> list[Polygon]:
    return [shape for shape in shapes(choice) if shape.is_shaded]


def part_shaded(choice: Choice) -> Fraction:
    return sum(map(area, shaded(choice)), Fraction(0)) / sum(map(area, shapes(choice)), Fraction(0))


def has_right_angle(shape: Polygon) -> bool:
    found = list(sides(shape))
    return any(a[0] * b[0] + a[1] * b[1] == 0 for a, b in pairwise([*found, found[0]]))


def on_both_sides(choice: Choice) -> bool:
    return all("x" in side for side in math(choice).split(" = "))


REASONS: dict[str, tuple[Reason, Reason, Reason, Reason]] = {
    "across-zero": (
        lambda c: start(c) > 0 > at(c, 0),
        lambda c: start(c) < 0 < at(c, 0),
        lambda c: at(c, 0) < start(c) < 0,
        lambda c: "-" not in c.text,
    ),
    "parts-of-a-square": (
        lambda c: len(shaded(c)) == 2,
        lambda c: all(len(shape.corners) == 3 for shape in shapes(c)),
        lambda c: part_shaded(c) != Fraction(1, 2),
        lambda c: len({area(shape) for shape in shapes(c)}) > 1,
    ),
    "four-expressions": (
        lambda c: "(" not in c.text,
        lambda c: at(c, 1) - at(c, 0) != 4,
        lambda c: at(c, 0) != 12,
        lambda c: c.text.count("x") == 2,
    ),
    "four-equations": (
        lambda c: holds(c, 4) and not holds(c, 3),
        on_both_sides,
        lambda c: "/" in c.text,
        lambda c: "x" not in math(c).split(" = ")[0],
    ),
    "from-three-on": (
        lambda c: holds(c, 3),
        lambda c: holds(c, -1),
        lambda c: not holds(c, 1000) and not holds(c, -1000),
        lambda c: "2x" in c.text,
    ),
    "two-to-three": (
        lambda c: "".join(dots(c)).count("x") * 3 != "".join(dots(c)).count("o") * 2,
        lambda c: len("".join(dots(c))) != 10,
        lambda c: not filled_neighbours(c),
        lambda c: len(set(map(len, dots(c)))) > 1,
    ),
    "four-graphs": (
        falls,
        lambda c: (0, 2) not in spots(c),
        bends,
        lambda c: not graph(c).lines,
    ),
    "pairs-of-lines": (
        lambda c: None not in slopes(c) and (slopes(c)[0] or 0) * (slopes(c)[1] or 0) < 0,
        lambda c: meeting(c) is None,
        lambda c: None in slopes(c),
        lambda c: (where := meeting(c)) is not None and max(where) < 0,
    ),
    "powers-of-two": (
        lambda c: at(c, 0) != 16,
        lambda c: "4" in c.text,
        lambda c: "(" in c.text,
        lambda c: "/" in c.text,
    ),
    "on-dot-paper": (
        lambda c: all(up != 0 for _, up in sides(shapes(c)[0])),
        lambda c: len(shapes(c)[0].corners) == 3,
        lambda c: not has_right_angle(shapes(c)[0]),
        lambda c: area(shapes(c)[0]) != 6,
    ),
}
