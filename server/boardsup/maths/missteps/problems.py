"""What can be asked and worked out: the closed union of problems that procedures exist for. Plain values."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from boardsup.maths import tree as t
from boardsup.maths.missteps.word_problems import LineProblem, PercentProblem


@dataclass(frozen=True, slots=True)
class Compute:
    """An expression without letters, to be worked out to one number.

    `adds_negative`: was it written with a negative number added, as in 7 + (-3)? The tree does not say.
    """

    expression: t.Node
    adds_negative: bool = False


@dataclass(frozen=True, slots=True)
class Convert:
    """A number to be written in another form."""

    number: t.Node
    to: Literal["lowest terms", "improper fraction", "mixed number", "decimal", "percent", "fraction"]


@dataclass(frozen=True, slots=True)
class Substitute:
    """An expression to be worked out for given values of its letters."""

    expression: t.Node
    values: tuple[tuple[str, t.Node], ...]


@dataclass(frozen=True, slots=True)
class Simplify:
    """An expression with letters, to be simplified or expanded."""

    expression: t.Node
    goal: Literal["simplified", "expanded"] = "simplified"


@dataclass(frozen=True, slots=True)
class Factor:
    """An expression with letters, to be written as a product."""

    expression: t.Node


@dataclass(frozen=True, slots=True)
class SolveEquation:
    """An equation to be solved for its one letter."""

    equation: t.Relation
    letter: str
    is_of_function: bool = False
    """Was it asked as "for what x is f(x) = 7"?"""


@dataclass(frozen=True, slots=True)
class SolveInequality:
    """An inequality, a chain of two, or two joined by "or", to be solved for its one letter."""

    inequality: t.Relation | t.Chain | t.Either
    letter: str


@dataclass(frozen=True, slots=True)
class SolveFormula:
    """An equation in several letters, to be solved for one of them."""

    formula: t.Relation
    letter: str


@dataclass(frozen=True, slots=True)
class SolveSystem:
    """Two equations in two letters; `wanted` names one of them, or is empty for the pair."""

    first: t.Relation
    second: t.Relation
    letters: tuple[str, str]
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class Common:
    """The greatest common factor or least common multiple of two whole numbers."""

    a: int
    b: int
    which: Literal["factor", "multiple"]


@dataclass(frozen=True, slots=True)
class Greater:
    """Which of two numbers is greater (`sign` 1) or less (−1)?"""

    a: Fraction
    b: Fraction
    sign: Literal[1, -1]


@dataclass(frozen=True, slots=True)
class IsSolution:
    """Do these values of the letters make all of these relations true? Answered yes or no."""

    values: tuple[tuple[str, t.Node], ...]
    relations: tuple[t.Relation, ...]


@dataclass(frozen=True, slots=True)
class HowMany:
    """How many solutions has an equation in one letter: none, one or infinitely many?"""

    equation: t.Relation
    letter: str


Problem = (
    Compute
    | Convert
    | Substitute
    | Simplify
    | Factor
    | Common
    | Greater
    | SolveEquation
    | SolveInequality
    | SolveFormula
    | SolveSystem
    | IsSolution
    | HowMany
    | PercentProblem
    | LineProblem
)
"""Everything that can be asked."""
