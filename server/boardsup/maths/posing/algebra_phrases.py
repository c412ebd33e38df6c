"""Sentences that say what to do with mathematics: solve, simplify, expand, factor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from boardsup.maths import tree as t
from boardsup.maths.missteps import problems as p
from boardsup.maths.posing.bare import of_expression, of_relation
from boardsup.maths.posing.phrase import Phrase, phrase
from boardsup.maths.posing.slots import is_statement, math
from boardsup.maths.walk import letters_in

_KIND = (
    r"(?:the )?(?:following )?(?:equation|inequality|proportion|formula|compound "
    r"inequality|linear equation|quadratic equation|quadratic|"
    r"system of (?:linear )?equations|system of 2 equations|simultaneous equations|system|equations|problem)"
)
_ANY = r"(.+)"


def _solved(letter: str, text: str) -> p.Problem | None:
    node = math(_as_system(text))
    return None if node is None else of_relation(node, letter)


def _solved_for_last(text: str, letter: str) -> p.Problem | None:
    return _solved(letter, text)


def _solved_alone(text: str) -> p.Problem | None:
    return _solved("", text)


def _as_system(text: str) -> str:
    """ "y = 2x and x + y = 3" and "y = 2x; …" are read as a list of two."""
    return text.replace("{", "").replace("}", "") if text.count("=") > 1 else text


def _slope_intercept(text: str) -> p.Problem | None:
    node = math(text)
    return p.SolveFormula(node, "y") if _is_line(node) and isinstance(node, t.Relation) else None


def _is_line(node: t.Node | None) -> bool:
    return isinstance(node, t.Relation) and node.operator == "=" and letters_in(node) == {"x", "y"}


def _simplified(goal: Literal["simplified", "expanded"]) -> Callable[[str], p.Problem | None]:
    def built(text: str) -> p.Problem | None:
        node = math(text)
        return None if node is None else of_expression(node, goal)

    return built


def _factored(text: str) -> p.Problem | None:
    node = math(text)
    return p.Factor(node) if node is not None and letters_in(node) and not is_statement(node) else None


PHRASES: tuple[Phrase, ...] = (
    phrase(
        r"(?:write|rewrite|put|express|convert|change) (.+?) (?:in|to|into) slope[- "
        r"]intercept form",
        _slope_intercept,
    ),
    phrase(rf"(?:make|isolate) ([a-z]) the subject (?:of|in|:) ?(?:the )?(?:formula|equation)?:? ?{_ANY}", _solved),
    phrase(rf"isolate ([a-z])(?: in|:) ?{_ANY}", _solved),
    phrase(rf"solve(?: {_KIND})? for ([a-z])[:,]? (?:in |if |when |given )?{_ANY}", _solved),
    phrase(rf"(?:solve|work out|find)(?: {_KIND})?[:,]? (.+?),? for ([a-z])", _solved_for_last),
    phrase(
        rf"(?:find|what is|determine)(?: the value of)? ([a-z])(?: if| when| in|"
        rf" given(?: that)?|:|,) {_ANY}",
        _solved,
    ),
    phrase(rf"(?:for )?(?:what|which)(?: value of| values of)? ([a-z]) (?:is|makes|does) {_ANY}", _solved),
    phrase(r"(.+=.+?)[,;.]? (?:find|what is|solve for)(?: the value of)? ([a-z])", _solved_for_last),
    phrase(r"(.+=.+?)[,;] ?([a-z])", _solved_for_last),
    phrase(rf"solve(?: {_KIND})?(?: by [a-z ]+)?[:,]? ?{_ANY}", _solved_alone),
    phrase(
        rf"(?:simplify|combine(?: the)? like terms(?: in)?|collect(?: the)? like "
        rf"terms(?: in)?)(?: the expression)?[:,]? ?{_ANY}",
        _simplified("simplified"),
    ),
    phrase(
        rf"(?:expand(?: and simplify)?|multiply(?: out)?|distribute|use the distributive "
        rf"property(?: to expand)?(?: on)?|remove the (?:parentheses|brackets)(?: "
        rf"in)?)(?: the expression)?[:,]? ?{_ANY}",
        _simplified("expanded"),
    ),
    phrase(rf"factori?[sz]e(?: completely| fully)?(?: the expression| the polynomial)?[:,]? ?{_ANY}", _factored),
    phrase(
        r"factor(?: completely| fully| out(?: the (?:gcf|greatest common factor)"
        r"(?: (?:from|of|in))?)?)?(?: the (?:expression|polynomial|trinomial|quadratic)"
        r")?[:,]? ?(.+?)(?: completely| fully)?",
        _factored,
    ),
)
"""In order: the first that fits the whole sentence counts."""
