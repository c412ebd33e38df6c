"""Sentences about percent: the part, the rate, the whole, and changes."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from boardsup.maths.missteps import problems as p
from boardsup.maths.missteps import word_problems as w
from boardsup.maths.posing.phrase import Phrase, phrase
from boardsup.maths.posing.slots import number, whole

_WHAT = r"(?:(?:what(?:'s| is)|find|calculate|compute|work out|determine|how much is) )?"
_N = r"([-$\d][\d,./ ]*|\$[\d,.]+)"
_P = r"([\d./ ]+) ?%"
_THING = r"(?: dollars?| students?| people| points?| questions?| pounds?| miles?| apples?)?"


def _two(build: Callable[[Fraction, Fraction], p.Problem]) -> Callable[..., p.Problem | None]:
    """A builder from two slots that hold numbers."""

    def built(first: str, second: str) -> p.Problem | None:
        a, b = number(first), number(second)
        return None if a is None or b is None else build(a, b)

    return built


def _swapped(build: Callable[[Fraction, Fraction], p.Problem]) -> Callable[[Fraction, Fraction], p.Problem]:
    return lambda a, b: build(b, a)


def _less(a: Fraction, percent: Fraction) -> p.Problem:
    return w.ChangeByPercent(a, percent, -1)


def _more(a: Fraction, percent: Fraction) -> p.Problem:
    return w.ChangeByPercent(a, percent, 1)


def _before(sign: Literal[1, -1]) -> Callable[[Fraction, Fraction], p.Problem]:
    return lambda after, percent: w.BeforeChange(after, percent, sign)


def _grown(sign: Literal[1, -1]) -> Callable[[str, str, str], p.Problem | None]:
    def built(amount: str, percent: str, times: str) -> p.Problem | None:
        a, rate, n = number(amount), number(percent), whole(times)
        return w.Growth(a, rate, n, sign) if a and rate and n and 0 < n <= 12 else None

    return built


_EACH = r"(?:each|every|per|a) (?:year|month|week|day|hour|time)"
_AFTER = r"[.;,]? ?(?:how much|how many|what|find)[a-z ]*? after (\d+) (?:years?|months?|weeks?|days?|hours?|times)"
_OFF = r"(?:off|discount|reduction|decrease|markdown)"
_UP = r"(?:tax|tip|mark-?up|increase|raise|interest|sales tax)"
_NEW = r"(?:the )?(?:new|sale|final|discounted|total|reduced) (?:price|cost|amount|bill)"
_OLD = r"(?:the )?(?:original|old|regular|full|first|starting) (?:price|cost|amount|value|number)"

PHRASES: tuple[Phrase, ...] = (
    phrase(rf"{_WHAT}{_P} of {_N}{_THING}", _two(w.PercentOf)),
    phrase(
        rf"what (?:percent|%|percentage)(?: of)? {_N}{_THING} (?:is|are|equals) {_N}", _two(_swapped(w.PercentRate))
    ),
    phrase(rf"what (?:percent|%|percentage) is {_N} (?:out )?of {_N}", _two(w.PercentRate)),
    phrase(rf"{_N} (?:is|are|equals) what (?:percent|%|percentage) of {_N}", _two(w.PercentRate)),
    phrase(rf"(?:find )?what (?:percent|%|percentage) {_N} is of {_N}", _two(w.PercentRate)),
    phrase(rf"(?:express|write|give) {_N} out of {_N} as a (?:percent|percentage|%)", _two(w.PercentRate)),
    phrase(rf"{_WHAT}{_N} out of {_N} (?:is what|as a|is what as a) (?:percent|percentage|%)", _two(w.PercentRate)),
    phrase(rf"{_P} of (?:what|which)(?: number| amount)? (?:is|equals|=) {_N}", _two(w.PercentWhole)),
    phrase(rf"{_N} (?:is|equals|=) {_P} of (?:what|which)(?: number| amount)?", _two(_swapped(w.PercentWhole))),
    phrase(
        rf"(?:if )?{_P} of (?:a|the|some) number (?:is|equals) {_N}[.,;]? ?(?:find|what is) the (?:whole )?number",
        _two(w.PercentWhole),
    ),
    phrase(rf"of (?:what|which) number is {_N} {_P}", _two(_swapped(w.PercentWhole))),
    phrase(rf"increase {_N} by {_P}", _two(_more)),
    phrase(rf"{_WHAT}{_N} (?:increased|raised|marked up) by {_P}", _two(_more)),
    phrase(rf"(?:decrease|reduce|lower) {_N} by {_P}", _two(_less)),
    phrase(rf"{_WHAT}{_N} (?:decreased|reduced|marked down|discounted) by {_P}", _two(_less)),
    phrase(rf"{_WHAT}{_P} {_OFF} (?:of |on )?(?:a price of )?{_N}", _two(_swapped(_less))),
    phrase(
        rf"(?:a )?(?:price|cost)(?: of| is)? {_N},? (?:with |at |and |is )?(?:a )?{_P} {_OFF}[:;,.]? ?{_NEW}?",
        _two(_less),
    ),
    phrase(rf"{_N},? (?:with |at |less )?(?:a )?{_P} {_OFF}[:;,.]? ?(?:{_NEW})?", _two(_less)),
    phrase(rf"{_N},? (?:with |plus )?(?:a )?{_P} {_UP}[:;,.]? ?(?:{_NEW})?", _two(_more)),
    phrase(
        rf"(?:a |an |the )?{_N} [a-z -]{{1,30}}? is (?:on sale for )?{_P} {_OFF}[.,;]? ?(?:what is |find ){_NEW}",
        _two(_less),
    ),
    phrase(
        rf"(?:a |an |the )?[a-z -]{{0,30}}?(?:costs?|is|was|is worth) {_N}[.,;]? (?:and "
        rf")?(?:it )?(?:is |has |at )?(?:a |on sale for |now )?"
        rf"{_P} {_OFF}[.,;]? ?(?:what is |find )?{_NEW}",
        _two(_less),
    ),
    phrase(
        rf"(?:the )?sale price(?: of| is)? {_N} after (?:a )?{_P} {_OFF}[:;,.]? ?(?:what is |find )?{_OLD}",
        _two(_before(-1)),
    ),
    phrase(
        rf"(?:the )?price(?: of| is)? {_N} after (?:a )?{_P} {_OFF}[:;,.]? ?(?:what is |find )?{_OLD}",
        _two(_before(-1)),
    ),
    phrase(
        rf"(?:the )?(?:price|total)(?: of| is)? {_N} after (?:a )?{_P} {_UP}[:;,.]? ?(?:what is |find )?{_OLD}",
        _two(_before(1)),
    ),
    phrase(
        rf"(?:{_WHAT}(?:the )?)?(?:percent|%|percentage)(?: of)? (?:change|increase|"
        rf"decrease|growth)(?: from| between)? {_N} (?:to|and) {_N}",
        _two(w.PercentChange),
    ),
    phrase(
        rf"(?:a |the )?[a-z -]{{0,30}}?(?:rises|rose|increases|increased|grows|"
        rf"grew|falls|fell|drops|dropped|decreases|decreased|goes|went|"
        rf"changes|changed)(?: up| down)? from {_N} to {_N}[.,;]? ?(?:{_WHAT}(?:the )?)?"
        rf"(?:percent|%|percentage)(?: of)? (?:change|increase|decrease|growth)",
        _two(w.PercentChange),
    ),
    phrase(rf"(?:[a-z ]{{0,30}}? of )?{_N} (?:grows|increases|rises|gains)(?: by)? {_P} {_EACH}{_AFTER}", _grown(1)),
    phrase(
        rf"(?:[a-z ]{{0,30}}? of )?{_N} (?:shrinks|decreases|falls|drops|loses)(?: by)? {_P} {_EACH}{_AFTER}",
        _grown(-1),
    ),
    phrase(rf"from {_N} to {_N}:? ?(?:percent|%|percentage) (?:change|increase|decrease)", _two(w.PercentChange)),
)
"""In order: the first that fits the whole sentence counts."""
