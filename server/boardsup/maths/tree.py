"""Our own expression tree: what a text says, in the form in which it was written.

The tree keeps the surface: 0.50 is not 0.5, 6/8 is not 3/4, `2*3` is not `2(3)`. Redundant brackets are gone; the
printers put back those that are needed, so that reading what they print gives the same tree. Every node is a value.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal


@dataclass(frozen=True, slots=True)
class Number:
    """An unsigned decimal numeral as written, without grouping commas: digits, perhaps a point and digits."""

    digits: str

    @property
    def value(self) -> Fraction:
        """The exact value."""
        whole, _, part = self.digits.partition(".")
        return Fraction(int(whole + part), 10 ** len(part))

    @property
    def is_integer(self) -> bool:
        """Was it written without a point?"""
        return "." not in self.digits


@dataclass(frozen=True, slots=True)
class Repeating:
    """A repeating decimal: `digits` as far as it does not repeat (with its point), then `repeat` for ever."""

    digits: str
    repeat: str

    @property
    def value(self) -> Fraction:
        """The exact value."""
        whole, _, part = self.digits.partition(".")
        scale = 10 ** len(part)
        return Fraction(int(whole + part), scale) + Fraction(int(self.repeat), scale * (10 ** len(self.repeat) - 1))


@dataclass(frozen=True, slots=True)
class Mixed:
    """A mixed number: 1 1/2."""

    whole: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Variable:
    """A letter."""

    letter: str


@dataclass(frozen=True, slots=True)
class Neg:
    """A minus sign in front; within a Sum it is a subtraction."""

    of: Node


@dataclass(frozen=True, slots=True)
class PlusMinus:
    """±a: two values at once."""

    of: Node


@dataclass(frozen=True, slots=True)
class Sum:
    """Two or more terms in order; a subtracted one is a Neg, one with both signs a PlusMinus."""

    terms: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """Two or more factors in order; `signs` says for each but the first how it was joined: × or nothing."""

    factors: tuple[Node, ...]
    signs: tuple[Literal["*", ""], ...]


@dataclass(frozen=True, slots=True)
class Quotient:
    """A fraction written with a bar, or a division written with ÷ or :."""

    top: Node
    bottom: Node
    sign: Literal["/", "÷"] = "/"


@dataclass(frozen=True, slots=True)
class Ratio:
    """a:b or "a to b"."""

    first: Node
    second: Node


@dataclass(frozen=True, slots=True)
class Power:
    """base to the exponent."""

    base: Node
    exponent: Node


@dataclass(frozen=True, slots=True)
class Root:
    """A square root, or the root of another whole-number index."""

    of: Node
    index: int = 2


@dataclass(frozen=True, slots=True)
class Absolute:
    """|a|."""

    of: Node


@dataclass(frozen=True, slots=True)
class Percent:
    """a%."""

    of: Node


@dataclass(frozen=True, slots=True)
class Money:
    """$a."""

    of: Node


@dataclass(frozen=True, slots=True)
class Degrees:
    """a°."""

    of: Node


@dataclass(frozen=True, slots=True)
class WithUnit:
    """A quantity with a unit of measure, the unit in lower case as written."""

    of: Node
    unit: str


@dataclass(frozen=True, slots=True)
class Apply:
    """A function's value: f(3)."""

    function: str
    of: Node


Operator = Literal["=", "≠", "<", "≤", ">", "≥"]


@dataclass(frozen=True, slots=True)
class Relation:
    """left op right."""

    left: Node
    operator: Operator
    right: Node


@dataclass(frozen=True, slots=True)
class Chain:
    """left op middle op right: -3 < x ≤ 5."""

    left: Node
    first: Operator
    middle: Node
    second: Operator
    right: Node


@dataclass(frozen=True, slots=True)
class Either:
    """Two or more parts joined by "or"."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Both:
    """Two or more parts joined by "and"."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Two or more parts joined by commas."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Braces:
    """A set written in braces; {} is the empty set."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """(a, b), with two or more coordinates."""

    coordinates: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A known word or sign that is an answer by itself."""

    meaning: Literal["no_solution", "all_real_numbers", "yes", "no", "undefined"]


Node = (
    Number | Repeating | Mixed | Variable | Neg | PlusMinus | Sum | Product | Quotient | Ratio | Power | Root | Absolute
    | Percent | Money | Degrees | WithUnit | Apply | Relation | Chain | Either | Both | Listing | Braces | Point | Word
)  # fmt: skip
