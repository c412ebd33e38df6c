"""The formulas of problem files: exact arithmetic and comparisons over a draw's numbers.

An author's text is hostile until it is read: a small grammar of our own, capped, and never any eval.

    formula := all ("or" all)*          all := no ("and" no)*         no := "not" no | comparison
    comparison := sum (sign sum)*       sign := = == != < <= > >=     (a < b < c means both)
    sum := product (("+"|"-") product)*     product := factor (("*"|"/") factor)*
    factor := "-" factor | atom ("^" factor)?     atom := number | name | name "(" sum, … ")" | "(" formula ")"
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

LONGEST = 200
"""Characters of one formula."""
MOST_TOKENS = 120
DEEPEST = 24
"""Brackets, signs and functions within each other."""

SIGNS = ("<=", ">=", "!=", "==", "<", ">", "=")
FUNCTIONS: dict[str, int] = {
    "abs": 1,
    "ceil": 1,
    "floor": 1,
    "gcd": 0,
    "lcm": 0,
    "max": 0,
    "min": 0,
    "mod": 2,
    "num": 1,
    "den": 1,
    "sign": 1,
}
"""The functions and how many values each takes; 0: two or more."""

_WORDS = frozenset({"and", "or", "not"})
_TOKEN = re.compile(
    r"\s*(?:([0-9]{1,9}(?:\.[0-9]{1,6})?(?![0-9.]))|([a-z][a-z0-9_]{0,15}(?![a-z0-9_]))|(<=|>=|!=|==|[-+*/^(),<>=]))"
)
_AS_TYPED = str.maketrans({"−": "-", "–": "-", "×": "*", "·": "*", "÷": "/"}) | {
    ord("≤"): "<=",
    ord("≥"): ">=",
    ord("≠"): "!=",
}


class BadFormula(ValueError):
    """The text is not a formula; the message says why, for its author."""


@dataclass(frozen=True, slots=True)
class Constant:
    """A number as written."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Name:
    """A number of the draw."""

    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function or an operation: + - * / ^ neg and or not, or one of `FUNCTIONS`."""

    function: str
    of: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """first sign next sign …: true when every neighbouring pair is."""

    first: Formula
    rest: tuple[tuple[str, Formula], ...]


Formula = Constant | Name | Call | Comparison


@lru_cache(maxsize=8192)
def formula(text: str) -> Formula:
    """The formula that a text states; raises `BadFormula`."""
    if len(text) > LONGEST:
        raise BadFormula(f"a formula has at most {LONGEST} characters")
    reader = _Reader(_tokens(text.translate(_AS_TYPED)))
    found = reader.either(0)
    if reader.next:
        raise BadFormula(f"did not expect “{reader.next}”")
    return found


@lru_cache(maxsize=8192)
def names_in(of: Formula) -> frozenset[str]:
    """The names that a formula uses."""
    match of:
        case Name(name):
            return frozenset({name})
        case Call(_, parts):
            return frozenset[str]().union(*map(names_in, parts))
        case Comparison(first, rest):
            return names_in(first).union(*(names_in(part) for _, part in rest))
        case Constant():
            return frozenset()


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    at = 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise BadFormula(f"cannot read “{text[at:].strip()[:12]}”")
        found.append(match[0].strip())
        at = match.end()
        if len(found) > MOST_TOKENS:
            raise BadFormula(f"a formula has at most {MOST_TOKENS} numbers, names and signs")
    return found


class _Reader:
    """The tokens of one formula, and how far they have been read."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens, self._at = tokens, 0

    @property
    def next(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _take(self) -> str:
        token = self.next
        self._at += 1
        return token

    def either(self, depth: int) -> Formula:
        return self._joined("or", self._all, depth)

    def _all(self, depth: int) -> Formula:
        return self._joined("and", self._no, depth)

    def _joined(self, word: str, part: Callable[[int], Formula], depth: int) -> Formula:
        parts = [part(depth)]
        while self.next == word:
            self._take()
            parts.append(part(depth))
        return parts[0] if len(parts) == 1 else Call(word, tuple(parts))

    def _no(self, depth: int) -> Formula:
        if self.next != "not":
            return self._comparison(depth)
        self._take()
        return Call("not", (self._no(_deeper(depth)),))

    def _comparison(self, depth: int) -> Formula:
        first = self._sum(depth)
        rest: list[tuple[str, Formula]] = []
        while self.next in SIGNS:
            sign = self._take()
            rest.append(("=" if sign == "==" else sign, self._sum(depth)))
        return Comparison(first, tuple(rest)) if rest else first

    def _sum(self, depth: int) -> Formula:
        return self._left_to_right(("+", "-"), self._product, depth)

    def _product(self, depth: int) -> Formula:
        return self._left_to_right(("*", "/"), self._factor, depth)

    def _left_to_right(self, signs: tuple[str, ...], part: Callable[[int], Formula], depth: int) -> Formula:
        found = part(depth)
        while self.next in signs:
            sign = self._take()
            found = Call(sign, (found, part(depth)))
        return found

    def _factor(self, depth: int) -> Formula:
        if self.next == "-":
            self._take()
            return Call("neg", (self._factor(_deeper(depth)),))
        base = self._atom(depth)
        if self.next != "^":
            return base
        self._take()
        return Call("^", (base, self._factor(_deeper(depth))))

    def _atom(self, depth: int) -> Formula:
        taken = self._take()
        if taken == "(":
            inner = self.either(_deeper(depth))
            self._close()
            return inner
        if taken[:1].isdigit():
            return Constant(Fraction(taken))
        if not taken[:1].isalpha() or taken in _WORDS:
            raise BadFormula(f"something is missing before “{taken}”" if taken else "something is missing at the end")
        if self.next != "(":
            if taken in FUNCTIONS:
                raise BadFormula(f"“{taken}” needs brackets: {taken}(…)")
            return Name(taken)
        return self._call(taken, _deeper(depth))

    def _call(self, name: str, depth: int) -> Formula:
        if name not in FUNCTIONS:
            raise BadFormula(f"no function “{name}”; write * between things that are multiplied")
        self._take()
        parts = [self._sum(depth)]
        while self.next == ",":
            self._take()
            parts.append(self._sum(depth))
        self._close()
        count = FUNCTIONS[name]
        if len(parts) != count if count else len(parts) < 2:
            raise BadFormula(f"{name} takes {count or 'two or more'} value{'' if count == 1 else 's'}")
        return Call(name, tuple(parts))

    def _close(self) -> None:
        if self._take() != ")":
            raise BadFormula("a closing bracket is missing")


def _deeper(depth: int) -> int:
    if depth >= DEEPEST:
        raise BadFormula("too many brackets within each other")
    return depth + 1
