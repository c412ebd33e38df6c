"""A number with a square root, simplified: a·√b with b square-free."""

from __future__ import annotations

from boardsup.maths import forms
from boardsup.maths import tree as t
from boardsup.maths.canonical import fractions as q
from boardsup.maths.canonical.from_tree import evaluated
from boardsup.maths.kinds.shape import Asked


def radical_form(node: t.Node, asked: Asked) -> str:
    """A sum of numerals and multiples of different roots, nothing below the bar but an integer."""
    terms = node.terms if isinstance(node, t.Sum) else (node,)
    codes = [_term_form(forms.body(term)) for term in terms]
    for code in ("form.radical", "form.unreduced", "form.arithmetic"):
        if code in codes:
            return code
    return "form.like_terms" if len(q.value_of(evaluated(node)).top) < len(terms) else ""


def _term_form(term: t.Node) -> str:
    match term:
        case t.Root():
            return "" if forms.is_square_free(term.of) and term.index == 2 else "form.radical"
        case t.Product((first, t.Root() as root)) | t.Product((t.Root() as root, first)):
            return _term_form(root) or _coefficient_form(first)
        case t.Quotient(top, bottom) if not forms.is_fraction(term):
            return _over_form(forms.body(top), bottom)
        case _:
            return _coefficient_form(term)


def _over_form(top: t.Node, bottom: t.Node) -> str:
    if not forms.is_integer(bottom):
        return "form.radical"
    inner = _term_form(top)
    if inner or isinstance(top, t.Root):
        return inner
    size = next((f for f in top.factors if not isinstance(f, t.Root)), top) if isinstance(top, t.Product) else top
    return "" if forms.is_lowest_terms(t.Quotient(size, bottom)) else "form.unreduced"


def _coefficient_form(node: t.Node) -> str:
    if forms.is_fraction(node) or forms.is_mixed(node):
        return "" if forms.is_lowest_terms(node) else "form.unreduced"
    if forms.is_integer(node) or forms.is_decimal(node):
        return ""
    return "form.radical"
