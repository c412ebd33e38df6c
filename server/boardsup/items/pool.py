"""A skill's item pool as its problem file states it: the shapes of its items, how each is taught again.

Texts still have their holes; `vary` fills them. Nothing here is computed.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from boardsup.items.cards import Reteach, WorkedLine


@dataclass(frozen=True, slots=True)
class Draw:
    """A number that is drawn, and the values that it may take."""

    name: str
    values: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Let:
    """A number that follows from those before it."""

    name: str
    formula: str


@dataclass(frozen=True, slots=True)
class Solves:
    """As if the student had solved this equation; its solution is predicted."""

    equation: str


@dataclass(frozen=True, slots=True)
class Gives:
    """As if the student had worked out this formula; its value is predicted."""

    formula: str


@dataclass(frozen=True, slots=True)
class Writes:
    """As if the student had written this."""

    text: str


AsIf = Solves | Gives | Writes


@dataclass(frozen=True, slots=True)
class Contrast:
    """The line that a student would write, and the right line beside it."""

    wrote: str
    right: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A misconception at work in a shape.

    `says` words it with the numbers of the draw ("" the misconception's own wording). It is predicted where the formula
    `when` is true ("" always). With the rules of `same_as` it may share its value: they are one diagnosis, shown as
    "A, or B".
    """

    id: str
    as_if: AsIf
    contrast: Contrast
    says: str = ""
    when: str = ""
    same_as: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """A row that documents a shape and tests it: for these numbers, what is typed `comes_to` this.

    That is an outcome, the code of a verdict, or a misconception's id. Without numbers, the seed draws them.
    """

    numbers: tuple[tuple[str, Fraction], ...]
    seed: str
    typed: str
    comes_to: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Shape:
    """One form of item of a skill: its texts, the numbers to draw, and the predicted wrong answers."""

    skill: str
    id: str
    ask: str
    kind: str
    answer: str
    draws: tuple[Draw, ...]
    lets: tuple[Let, ...]
    where: tuple[str, ...]
    rules: tuple[Rule, ...]
    examples: tuple[Example, ...]
    hints: tuple[str, ...]
    worked: tuple[WorkedLine, ...]
    reteach: Reteach
    variables: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Pool:
    """All shapes of one skill: its item pool. `source` says who wrote it, or where its idea is from."""

    skill: str
    shapes: tuple[Shape, ...]
    source: str
    file: str = ""

    def shape(self, id: str) -> Shape:
        """The shape of this name; raises KeyError when there is none."""
        for shape in self.shapes:
            if shape.id == id:
                return shape
        raise KeyError(id)
