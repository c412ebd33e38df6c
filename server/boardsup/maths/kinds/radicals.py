"""A number with a square root, simplified: a·√b with b square-free; letters may stand beside it and below the root."""

from __future__ import annotations

from boardsup.maths import forms
from boardsup.maths import tree as t
from boardsup.maths.canonical import fractions as q
from boardsup.maths.canonical.from_tree import evaluated
from boardsup.maths.canonical.radicals import ONE
from boardsup.maths.kinds.shape import Asked
from boardsup.maths.kinds.simplified import factors_of, has_letters, is_plain_root


def radical_form(node: t.Node, asked: Asked) -> str:
    """A sum of numerals and multiples of different roots, nothing below the bar but an integer."""
    terms = node.terms if isinstance(node, t.Sum) else (node,)
    codes = [_term_form(forms.body(term)) for term in terms]
    for code in ("form.radical", "form.unreduced", "form.arithmetic"):
        if code in codes:
            return code
    return "form.like_terms" if len(q.value_of(evaluated(node)).top) < len(terms) else ""


def _term_form(term: t.Node) -> str:
    if isinstance(term, t.Quotient) and not forms.is_fraction(term):
        return _over_form(forms.body(term.top), term.bottom)
    factors = factors_of(term)
    roots = [f for f in factors if isinstance(f, t.Root)]
    if len(roots) > 1 or not all(_is_simple_root(root) for root in roots):
        return "form.radical"
    rest = [f for f in factors if not isinstance(f, t.Root)]
    numerals = [f for f in rest if not has_letters(f)]
    if len(numerals) > 1 or not all(isinstance(f, t.Variable | t.Power) for f in rest if has_letters(f)):
        return "form.radical"
    return _coefficient_form(numerals[0]) if numerals else ""


def _is_simple_root(root: t.Root) -> bool:
    """Of a square-free integer, or of letters each once, with a square-free number before them or none."""
    if not has_letters(root.of):
        return is_plain_root(root)
    top, low = evaluated(root.of)
    if low is not ONE or len(top) != 1:
        return low is ONE
    ((_, letters), coefficient) = next(iter(top.items()))
    is_free = coefficient == 1 or forms.is_power_free(t.Number(str(coefficient)), root.index)
    return is_free and all(exponent < root.index for _, exponent in letters)


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
