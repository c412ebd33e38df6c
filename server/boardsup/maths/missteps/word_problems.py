"""What can be asked in words: percents, ratios, lines, sequences, parabolas. Plain values."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from boardsup.maths import tree as t


@dataclass(frozen=True, slots=True)
class PercentOf:
    """What is `percent`% of `whole`?"""

    percent: Fraction
    whole: Fraction


@dataclass(frozen=True, slots=True)
class PercentRate:
    """What percent of `whole` is `part`?"""

    part: Fraction
    whole: Fraction


@dataclass(frozen=True, slots=True)
class PercentWhole:
    """`percent`% of what number is `part`?"""

    percent: Fraction
    part: Fraction


@dataclass(frozen=True, slots=True)
class PercentChange:
    """By what percent does `old` change to become `new`?"""

    old: Fraction
    new: Fraction


@dataclass(frozen=True, slots=True)
class ChangeByPercent:
    """`amount` made more (`sign` 1) or less (−1) by `percent`%."""

    amount: Fraction
    percent: Fraction
    sign: Literal[1, -1]


@dataclass(frozen=True, slots=True)
class BeforeChange:
    """The amount that became `after` when made more (1) or less (−1) by `percent`%."""

    after: Fraction
    percent: Fraction
    sign: Literal[1, -1]


@dataclass(frozen=True, slots=True)
class Proportion:
    """a/b = c/d with one of the four unknown (None), called `letter`."""

    a: Fraction | None
    b: Fraction | None
    c: Fraction | None
    d: Fraction | None
    letter: str


@dataclass(frozen=True, slots=True)
class LowestRatio:
    """A ratio to be written in lowest terms."""

    first: Fraction
    second: Fraction


@dataclass(frozen=True, slots=True)
class UnitRate:
    """So much for so many: how much for one? The answer may have a letter."""

    amount: Fraction
    count: Fraction
    letter: str = ""


@dataclass(frozen=True, slots=True)
class SlopeThrough:
    """The slope of the line through two points."""

    x1: Fraction
    y1: Fraction
    x2: Fraction
    y2: Fraction


@dataclass(frozen=True, slots=True)
class SlopeOf:
    """The slope of a line given by its equation in x and y, or of one parallel or perpendicular to it."""

    line: t.Relation
    how: Literal["slope", "parallel", "perpendicular"] = "slope"

    @property
    def is_explicit(self) -> bool:
        """Is it written as y = …?"""
        return self.line.left == t.Variable("y")


@dataclass(frozen=True, slots=True)
class InterceptOf:
    """Where a line given by its equation in x and y crosses an axis."""

    line: t.Relation
    axis: Literal["x", "y"]


@dataclass(frozen=True, slots=True)
class LineWith:
    """The line with this slope through this point, as an equation or, where `wanted` says so, its y-intercept."""

    slope: Fraction
    x: Fraction
    y: Fraction
    wanted: Literal["equation", "y-intercept"] = "equation"


@dataclass(frozen=True, slots=True)
class LineThrough:
    """The line through two points, as an equation."""

    x1: Fraction
    y1: Fraction
    x2: Fraction
    y2: Fraction


@dataclass(frozen=True, slots=True)
class Sequence:
    """An arithmetic sequence by its first term and difference: its rule in n (`at` 0), or its term number `at`."""

    first: Fraction
    difference: Fraction
    at: int = 0


@dataclass(frozen=True, slots=True)
class TimesAsMany:
    """`times` times as many of the first as of the second, as an equation."""

    times: int
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Growth:
    """`amount` made more (1) or less (−1) by `percent`% each of so many times."""

    amount: Fraction
    percent: Fraction
    times: int
    sign: Literal[1, -1]


@dataclass(frozen=True, slots=True)
class VertexOf:
    """The vertex of the parabola y = ax² + bx + c, or only its x-coordinate."""

    curve: t.Relation
    wanted: Literal["point", "x"]


@dataclass(frozen=True, slots=True)
class DiscriminantOf:
    """b² − 4ac of a quadratic equation in one letter."""

    equation: t.Relation
    letter: str


@dataclass(frozen=True, slots=True)
class WholeNumberBeyond:
    """The smallest whole number above, or the largest below, `bound`; `includes` it where that itself will do."""

    bound: Fraction
    sign: Literal[1, -1]
    includes: bool


@dataclass(frozen=True, slots=True)
class BoundInWords:
    """A letter that is at least, at most, more than or less than a number, as an inequality."""

    letter: str
    operator: Literal["<", ">", "≤", "≥"]
    bound: Fraction


@dataclass(frozen=True, slots=True)
class WriteExpression:
    """`amount` more (1) or less (−1) than `factor` times a letter."""

    amount: int
    factor: int
    letter: str
    sign: Literal[1, -1]


PercentProblem = (
    PercentOf
    | PercentRate
    | PercentWhole
    | PercentChange
    | ChangeByPercent
    | BeforeChange
    | Growth
    | Proportion
    | LowestRatio
    | UnitRate
)
"""Percents, ratios and rates: numbers alone."""

LineProblem = (
    SlopeThrough
    | SlopeOf
    | InterceptOf
    | LineWith
    | LineThrough
    | Sequence
    | VertexOf
    | DiscriminantOf
    | TimesAsMany
    | WholeNumberBeyond
    | BoundInWords
    | WriteExpression
)
"""Lines, sequences, parabolas and relations."""
