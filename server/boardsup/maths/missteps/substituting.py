"""Working an expression out for given values of its letters.

The digit put beside the coefficient: Matz 1982, Küchemann 1981; what is done with a negative value: Cangelosi et al.
2013.
"""

from __future__ import annotations

from boardsup.maths import tree as t
from boardsup.maths.missteps.answers import Answer, a_number
from boardsup.maths.missteps.numbers.compute import value_of
from boardsup.maths.missteps.numbers.readings import as_read
from boardsup.maths.missteps.problems import Substitute
from boardsup.maths.missteps.work import Slip, Work
from boardsup.maths.walk import changed, children, rebuilt


def substituted(work: Work, problem: Substitute) -> Answer:
    """The number that the expression comes to."""
    values = dict(problem.values)
    node = problem.expression
    filled = work.reading(
        "put the values in",
        filled_in(node, values),
        Slip("ops.number_substitution_juxtaposed", _juxtaposed(node, values), often=True),
        Slip("eval.added_to_coefficient", filled_in(_added(node), values), often=True),
        Slip("eval.sign_lost", filled_in(node, {name: _size(v) for name, v in values.items()}), often=True),
        Slip("eval.square_keeps_minus", _minus_outside_power(node, values), often=True),
        Slip("eval.letter_ignored", filled_in(_without_letters(node), values), rare=True),
        Slip("eval.values_swapped", _swapped(node, values)),
    )
    found = value_of(work, as_read(work, filled))
    return a_number(found.value, str(found))


def filled_in(node: t.Node, values: dict[str, t.Node]) -> t.Node:
    """The tree with numbers for letters; a number right behind a factor is multiplied."""

    def put(n: t.Node) -> t.Node:
        if isinstance(n, t.Variable):
            return values.get(n.letter, n)
        if isinstance(n, t.Product):
            return t.Product(n.factors, tuple("*" for _ in n.signs))
        return n

    return changed(node, put)


def _juxtaposed(node: t.Node, values: dict[str, t.Node]) -> t.Node:
    """4x with x = 7 as 47."""

    def put(n: t.Node) -> t.Node:
        match n:
            case t.Product((t.Number(digits), t.Variable(letter)), ("",)):
                value = values.get(letter)
                if isinstance(value, t.Number) and value.is_integer and digits.isdigit() and len(digits) < 6:
                    return t.Number(digits + value.digits)
        return n

    return filled_in(changed(node, put), values)


def _added(node: t.Node) -> t.Node:
    """4x as 4 + x."""

    def put(n: t.Node) -> t.Node:
        match n:
            case t.Product((t.Number() as k, t.Variable() as x), ("",)):
                return t.Sum((k, x))
            case _:
                return n

    return changed(node, put)


def _without_letters(node: t.Node) -> t.Node:
    """4x + 3 as 4 + 3."""

    def put(n: t.Node) -> t.Node:
        match n:
            case t.Product((t.Number() as k, t.Variable()), ("",)):
                return k
            case _:
                return n

    return changed(node, put)


def _size(value: t.Node) -> t.Node:
    return value.of if isinstance(value, t.Neg) else value


def _minus_outside_power(node: t.Node, values: dict[str, t.Node]) -> t.Node:
    """x² with x = −3 as −3²."""
    match node:
        case t.Power(t.Variable(letter), exponent) if isinstance(value := values.get(letter), t.Neg):
            return t.Neg(t.Power(value.of, exponent))
        case t.Variable():
            return filled_in(node, values)
        case _:
            parts = tuple(_minus_outside_power(part, values) for part in children(node))
            return filled_in(rebuilt(node, parts), values) if parts else node


def _swapped(node: t.Node, values: dict[str, t.Node]) -> t.Node | None:
    if len(values) != 2:
        return None
    (a, first), (b, second) = values.items()
    return filled_in(node, {a: second, b: first})
