"""SymPy, asked only what exact marking leaves open, and only in a worker that can be killed.

Its objects are built from our tree, never from text. What it cannot prove either way is "unsure", for the teacher.
"""

from __future__ import annotations

from typing import Any

import sympy

from boardsup.maths import tree as t
from boardsup.maths.question import Question, Verdict

Sym = Any
"""An object of SymPy's, which has no types of its own."""


def warm_up() -> None:
    """Solve small problems of each sort, so that the first real one does not pay for the imports."""
    x = t.Variable("x")
    decide(Question(t.Absolute(x), t.Root(t.Power(x, t.Number("2")))))
    decide(Question(t.Relation(x, "=", t.Number("2")), t.Relation(x, "<", t.Number("3")), "solutions"))


def decide(question: Question) -> Verdict:
    """Are the two equal, for all real values of their letters?"""
    try:
        match question.compares:
            case "values":
                return _same_value(_expression(question.expected), _expression(question.found))
            case "equations":
                return _same_equation(question.expected, question.found)
            case "solutions":
                return _same_solutions(question.expected, question.found)
    except (ArithmeticError, NotImplementedError, ValueError, TypeError, AttributeError, RecursionError):
        return "unsure"


def _same_value(one: Sym, other: Sym) -> Verdict:
    difference = sympy.simplify(one - other)
    if difference == 0:
        return "equal"
    if difference.equals(0):
        return "equal"
    return "unequal" if _differs_somewhere(difference) else "unsure"


def _differs_somewhere(difference: Sym) -> bool:
    """Is it proved, at some exact point, to be another number than zero?"""
    letters = sorted(difference.free_symbols, key=str)
    for shift in range(4):
        at = {
            letter: sympy.Rational(3 + 2 * i + 5 * shift, 7) * (-1) ** (i + shift) for i, letter in enumerate(letters)
        }
        value = difference.subs(at)
        if value.is_real and value.is_zero is False:
            return True
    return False


def _same_equation(one: t.Node, other: t.Node) -> Verdict:
    if not isinstance(one, t.Relation) or not isinstance(other, t.Relation):
        return "unsure"
    first = _expression(one.left) - _expression(one.right)
    second = _expression(other.left) - _expression(other.right)
    ratio = sympy.simplify(first / second)
    return "equal" if ratio.is_number and ratio != 0 else "unsure"


def _same_solutions(one: t.Node, other: t.Node) -> Verdict:
    letters = sorted({s for node in (one, other) for s in _relation(node).free_symbols}, key=str)
    if len(letters) > 1:
        return "unsure"
    letter = letters[0] if letters else sympy.Symbol("x", real=True)
    sets = [_solutions(node, letter) for node in (one, other)]
    if sets[0] == sets[1]:
        return "equal"
    apart = sympy.SymmetricDifference(*sets)
    return "unequal" if apart.is_empty is False else "unsure"


def _solutions(node: t.Node, letter: Sym) -> Sym:
    relation = _relation(node)
    if relation in (True, sympy.true):
        return sympy.S.Reals
    if relation in (False, sympy.false):
        return sympy.S.EmptySet
    return sympy.solveset(relation, letter, domain=sympy.S.Reals)


_RELATIONS = {"=": sympy.Eq, "≠": sympy.Ne, "<": sympy.Lt, "≤": sympy.Le, ">": sympy.Gt, "≥": sympy.Ge}


def _relation(node: t.Node) -> Sym:
    match node:
        case t.Relation(left, operator, right):
            return _RELATIONS[operator](_expression(left), _expression(right))
        case _:
            return sympy.Eq(sympy.Symbol("x", real=True), _expression(node))


def _expression(node: t.Node) -> Sym:
    match node:
        case t.Number() | t.Repeating():
            return sympy.Rational(node.value.numerator, node.value.denominator)
        case t.Mixed(whole, top, bottom):
            return sympy.Integer(whole) + sympy.Rational(top, bottom)
        case t.Variable("π"):
            return sympy.pi
        case t.Variable(letter):
            return sympy.Symbol(letter, real=True)
        case t.Neg(of):
            return -_expression(of)
        case t.Sum(terms):
            return sympy.Add(*(_expression(term) for term in terms))
        case t.Product(factors):
            return sympy.Mul(*(_expression(factor) for factor in factors))
        case t.Quotient(top, bottom):
            return _expression(top) / _expression(bottom)
        case t.Power(base, exponent):
            return _expression(base) ** _expression(exponent)
        case t.Root(of, index):
            return sympy.root(_expression(of), index)
        case t.Absolute(of):
            return sympy.Abs(_expression(of))
        case t.Percent(of):
            return _expression(of) / 100
        case t.Apply(function, of):
            return sympy.Function(function)(_expression(of))
        case t.Money(of) | t.Degrees(of) | t.WithUnit(of, _):
            return _expression(of)
        case _:
            raise TypeError("This has no value.")
