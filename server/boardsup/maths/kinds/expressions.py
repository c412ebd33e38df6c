"""Kinds whose answer is an expression: any equal form, or like terms combined, or a product of irreducible factors."""

from __future__ import annotations

from boardsup.maths import forms
from boardsup.maths import tree as t
from boardsup.maths.canonical import fractions as q
from boardsup.maths.canonical.factors import is_irreducible
from boardsup.maths.canonical.from_tree import evaluated
from boardsup.maths.canonical.polynomials import Polynomial, content
from boardsup.maths.kinds.shape import Asked
from boardsup.maths.walk import children, letters_in


def simplified_form(node: t.Node, asked: Asked) -> str:
    """Expanded, like terms combined, no arithmetic left."""
    terms = node.terms if isinstance(node, t.Sum) else (node,)
    codes = [_term_form(term) for term in terms]
    for code in ("form.unexpanded", "form.sign", "form.arithmetic", "form.like_terms"):
        if code in codes:
            return code
    left = q.value_of(evaluated(node)).top
    return "form.like_terms" if len(left) < len(terms) and (left or len(terms) > 1) else ""


def factored_form(node: t.Node, asked: Asked) -> str:
    """A product of irreducible factors over the integers, up to units and order."""
    factors = _flat(node)
    numerals = [f for f in factors if not letters_in(f)]
    rest = [f for f in factors if letters_in(f)]
    if len(numerals) > 1 or any(not forms.is_integer(f) for f in numerals):
        return "form.unfactored"
    for factor in rest:
        if isinstance(factor, t.Sum) and simplified_form(factor, asked) == "form.like_terms":
            return "form.like_terms"
        if not _is_complete(factor):
            return "form.unfactored"
    return ""


def _term_form(term: t.Node) -> str:
    """How one term is written."""
    if isinstance(term, t.Neg):
        if isinstance(term.of, t.Neg):
            return "form.sign"
        return _term_form(term.of) if not isinstance(term.of, t.Sum) else "form.unexpanded"
    factors = _flat(term)
    if any(_holds_sum(factor) for factor in factors):
        return "form.unexpanded"
    numerals = [f for f in factors if not letters_in(f)]
    letters = [f for f in factors if letters_in(f)]
    if any(isinstance(f, t.Neg) for f in factors) and len(factors) > 1:
        return "form.sign"
    if len(numerals) > 1 or any(not _is_coefficient(f) for f in numerals):
        return "form.arithmetic"
    if numerals and letters and forms.body(numerals[0]) in (t.Number("1"), t.Number("0")):
        return "form.arithmetic"
    return _letters_form(letters)


def _letters_form(letters: list[t.Node]) -> str:
    """Each letter once; a quotient in lowest terms."""
    seen: set[str] = set()
    for factor in letters:
        match factor:
            case t.Variable(name) | t.Power(t.Variable(name), t.Number()):
                if name in seen:
                    return "form.like_terms"
                seen.add(name)
            case t.Quotient(top, bottom):
                return _quotient_form(factor, top, bottom)
    return ""


def _quotient_form(whole: t.Quotient, top: t.Node, bottom: t.Node) -> str:
    """A monomial over an integer must not be one that can be reduced."""
    if letters_in(bottom):
        return ""
    inner = _term_form(top)
    if inner:
        return inner
    size = content(evaluated(whole)[0])
    numerals = [f for f in _flat(top) if isinstance(forms.body(f), t.Number)]
    over = forms.body(numerals[0]) if numerals else t.Number("1")
    is_lowest = forms.is_lowest_terms(t.Quotient(over, bottom))
    return "" if is_lowest and size else "form.arithmetic"


def _is_coefficient(factor: t.Node) -> bool:
    """A numeral that needs no more work: an integer, a decimal, a fraction in lowest terms; a root stays."""
    if forms.is_fraction(factor):
        return forms.is_lowest_terms(factor)
    return forms.is_integer(factor) or forms.is_decimal(factor) or forms.is_mixed(factor) or isinstance(factor, t.Root)


def _holds_sum(factor: t.Node) -> bool:
    """Is there a sum in it that multiplying out would dissolve?"""
    match factor:
        case t.Sum():
            return True
        case t.Power(base, _):
            return _holds_sum(base)
        case t.Quotient(top, bottom):
            return _holds_sum(top) and not letters_in(bottom)
        case t.Neg(of):
            return _holds_sum(of)
        case _:
            return False


def _flat(node: t.Node) -> list[t.Node]:
    """The factors, products within products opened; a minus in front is a unit and left aside."""
    match node:
        case t.Product(factors):
            return [inner for factor in factors for inner in _flat(factor)]
        case t.Neg(of) if isinstance(of, t.Product | t.Sum | t.Power | t.Variable):
            return _flat(of)
        case t.Power(base, exponent) if isinstance(base, t.Product) and forms.is_integer(exponent):
            return [t.Power(inner, exponent) for inner in _flat(base)]
        case _:
            return [node]


def _is_complete(factor: t.Node) -> bool:
    """A letter, a power of one, or an irreducible polynomial with integer coefficients and nothing common in them."""
    base = factor.base if isinstance(factor, t.Power) and forms.is_integer(factor.exponent) else factor
    if isinstance(base, t.Variable):
        return True
    if any(isinstance(part, t.Quotient) for part in (base, *children(base))):
        return False
    top, low = q.in_lowest_terms(evaluated(base))
    if not isinstance(base, t.Sum) or low != evaluated(t.Number("1"))[0]:
        return False
    return _is_primitive(top) and is_irreducible(top)


def _is_primitive(a: Polynomial) -> bool:
    shared = set.intersection(*({name for name, _ in letters} for _, letters in a)) if a else set()
    return content(a) == 1 and not shared
