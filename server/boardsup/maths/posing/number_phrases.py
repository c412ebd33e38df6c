"""Sentences about numbers: the four operations in words, other forms of a number, ratios, which is greater."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from boardsup.maths import tree as t
from boardsup.maths.missteps import problems as p
from boardsup.maths.missteps import word_problems as w
from boardsup.maths.missteps.numbers.quantities import written
from boardsup.maths.posing.phrase import Phrase, phrase
from boardsup.maths.posing.slots import math, number, value_of, whole
from boardsup.maths.walk import letters_in

_FIND = r"(?:(?:what(?:'s| is)|find|calculate|compute|work out|determine|evaluate|how much is|give) )?(?:the )?"
_A, _B = r"(.+?)", r"(.+)"
_Form = Literal["lowest terms", "improper fraction", "mixed number", "decimal", "percent", "fraction"]


def _computed(join: Callable[[t.Node, t.Node], t.Node]) -> Callable[[str, str], p.Problem | None]:
    def built(first: str, second: str) -> p.Problem | None:
        a, b = math(first), math(second)
        if a is None or b is None or value_of(a) is None or value_of(b) is None:
            return None
        return p.Compute(join(a, b))

    return built


def _sum(a: t.Node, b: t.Node) -> t.Node:
    return t.Sum((a, b))


def _difference(a: t.Node, b: t.Node) -> t.Node:
    return t.Sum((a, t.Neg(b)))


def _product(a: t.Node, b: t.Node) -> t.Node:
    return t.Product((a, b), ("*",))


def _quotient(a: t.Node, b: t.Node) -> t.Node:
    return t.Quotient(a, b, "÷")


def _from_second(join: Callable[[t.Node, t.Node], t.Node]) -> Callable[[t.Node, t.Node], t.Node]:
    return lambda a, b: join(b, a)


def _one(make: Callable[[t.Node], t.Node]) -> Callable[[str], p.Problem | None]:
    def built(text: str) -> p.Problem | None:
        a = math(text)
        return None if a is None or letters_in(a) or value_of(a) is None else p.Compute(make(a))

    return built


def _converted(form: _Form) -> Callable[[str], p.Problem | None]:
    def built(text: str) -> p.Problem | None:
        node = math(re.sub(r"^the (?:fraction|number|mixed number|decimal|improper fraction) ", "", text))
        quantity = None if node is None else written(node)
        if node is None or quantity is None:
            return None
        is_fraction = quantity.form in ("fraction", "mixed")
        if form in ("lowest terms", "improper fraction", "mixed number") and not is_fraction:
            return None
        return p.Convert(node, form)

    return built


def _ratio(first: str, second: str) -> p.Problem | None:
    a, b = number(first), number(second)
    return None if a is None or b is None or not (a > 0 and b > 0) else w.LowestRatio(a, b)


def _common(which: Literal["factor", "multiple"]) -> Callable[[str, str], p.Problem | None]:
    def built(first: str, second: str) -> p.Problem | None:
        a, b = whole(first), whole(second)
        return p.Common(a, b, which) if a and b and 0 < a < 10**6 and 0 < b < 10**6 else None

    return built


def _greater(sign: Literal[1, -1]) -> Callable[[str, str], p.Problem | None]:
    def built(first: str, second: str) -> p.Problem | None:
        a, b = number(first), number(second)
        return None if a is None or b is None or a == b else p.Greater(a, b, sign)

    return built


def _rate(amount: str, count: str) -> p.Problem | None:
    a, b = number(amount), number(count)
    return None if a is None or not b else w.UnitRate(a, b)


def _rate_turned(count: str, amount: str) -> p.Problem | None:
    return _rate(amount, count)


_TO = r"(?:as|to|into|in|for)(?: an?)?(?: equivalent)?"
_WRITE = r"(?:write|convert|express|change|rewrite|turn|rename|give|put)"
_LOWEST = (
    r"(?:(?:its )?(?:lowest|simplest) (?:terms|form)|simplified fraction|a "
    r"fraction in (?:lowest|simplest) (?:terms|form))"
)
_NUMBER = r"([-$]?[\d.,/ ]+)"

PHRASES: tuple[Phrase, ...] = (
    phrase(rf"{_FIND}sum of {_A} and {_B}", _computed(_sum)),
    phrase(rf"add {_A} (?:and|to) {_B}", _computed(_sum)),
    phrase(rf"{_FIND}difference (?:of|between) {_A} and {_B}", _computed(_difference)),
    phrase(rf"(?:subtract|take(?: away)?) {_A} from {_B}", _computed(_from_second(_difference))),
    phrase(rf"{_FIND}product of {_A} and {_B}", _computed(_product)),
    phrase(rf"multiply {_A} (?:by|and|times) {_B}", _computed(_product)),
    phrase(rf"{_FIND}quotient of {_A} and {_B}", _computed(_quotient)),
    phrase(rf"divide {_A} by {_B}", _computed(_quotient)),
    phrase(rf"{_FIND}{_A} (?:more than|plus|added to|increased by) {_B}", _computed(_sum)),
    phrase(rf"{_FIND}{_A} (?:less than|subtracted from) {_B}", _computed(_from_second(_difference))),
    phrase(rf"{_FIND}{_A} (?:minus|take away|decreased by) {_B}", _computed(_difference)),
    phrase(rf"{_FIND}{_A} (?:times|multiplied by) {_B}", _computed(_product)),
    phrase(rf"{_FIND}{_A} divided by {_B}", _computed(_quotient)),
    phrase(rf"{_FIND}({_NUMBER[1:-1]}) of {_B}", _computed(_product)),
    phrase(rf"{_FIND}square root of {_B}", _one(t.Root)),
    phrase(rf"{_FIND}cube of {_B}", _one(lambda a: t.Power(a, t.Number("3")))),
    phrase(rf"{_FIND}square of {_B}", _one(lambda a: t.Power(a, t.Number("2")))),
    phrase(rf"{_FIND}{_A} squared", _one(lambda a: t.Power(a, t.Number("2")))),
    phrase(rf"{_FIND}{_A} cubed", _one(lambda a: t.Power(a, t.Number("3")))),
    phrase(rf"{_FIND}{_A} to the power (?:of )?{_B}", _computed(t.Power)),
    phrase(rf"{_FIND}{_A} to the (\d+)(?:st|nd|rd|th)(?: power)?", _computed(t.Power)),
    phrase(rf"{_FIND}absolute value of {_B}", _one(t.Absolute)),
    phrase(rf"{_WRITE} {_A} {_TO} improper fraction", _converted("improper fraction")),
    phrase(rf"{_WRITE} {_A} {_TO} mixed (?:number|fraction)", _converted("mixed number")),
    phrase(rf"{_WRITE} {_A} {_TO} decimal(?: number)?", _converted("decimal")),
    phrase(rf"{_WRITE} {_A} {_TO} (?:percent|percentage|%)", _converted("percent")),
    phrase(rf"(?:{_WRITE}|reduce|simplify) {_A} {_TO} {_LOWEST}", _converted("lowest terms")),
    phrase(rf"{_WRITE} {_A} {_TO} fraction(?: in (?:lowest|simplest) (?:terms|form))?", _converted("fraction")),
    phrase(rf"(?:reduce|simplify|lowest terms:?|simplest form:?)(?: the fraction)?:? {_B}", _converted("lowest terms")),
    phrase(rf"{_FIND}simplest form of {_B}", _converted("lowest terms")),
    phrase(
        rf"(?:simplify|reduce|{_WRITE})(?: the ratio)?:? {_NUMBER}(?::| to ){_NUMBER}(?: (?:in|to|as) {_LOWEST})?",
        _ratio,
    ),
    phrase(
        rf"{_FIND}(?:gcf|gcd|hcf|greatest common (?:factor|divisor))(?: of)?:? {_A}(?:,| and) {_B}", _common("factor")
    ),
    phrase(
        rf"{_FIND}(?:lcm|lcd|(?:least|lowest) common (?:multiple|denominator))(?: of)?:? {_A}(?:,| and) {_B}",
        _common("multiple"),
    ),
    phrase(rf"which(?: number| one)? is (?:greater|larger|bigger|more)[:,]? {_A},? or {_B}", _greater(1)),
    phrase(rf"which(?: number| one)? is (?:less|smaller|lesser)[:,]? {_A},? or {_B}", _greater(-1)),
    phrase(
        rf"(?:{_FIND}unit (?:rate|price|cost)(?: of| if| for)?:? )?{_NUMBER}(?: ?[a-z]+)? "
        rf"(?:for|in|per) ([\d.]+) [a-z]+"
        rf"(?:[:;,.] ?(?:{_FIND}(?:unit (?:rate|price|cost)|rate)|how much (?:for|is|does) (?:1|each|one)[a-z ]*))?",
        _rate,
    ),
    phrase(
        rf"([\d.]+) [a-z]+ costs? {_NUMBER}(?: dollars)?[.,;]? ?(?:what (?:does|"
        rf"is)|how much (?:does|is|for)|find)[a-z 1,]*",
        _rate_turned,
    ),
)
"""In order: the first that fits the whole sentence counts."""
