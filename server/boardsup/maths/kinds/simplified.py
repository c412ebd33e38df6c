"""When an expression is simplified: expanded, like terms combined, no arithmetic left, fractions in lowest terms."""

from __future__ import annotations

from math import gcd

from boardsup.maths import forms
from boardsup.maths import tree as t
from boardsup.maths.canonical import fractions as q
from boardsup.maths.canonical.from_tree import evaluated
from boardsup.maths.canonical.polynomials import content, leading
from boardsup.maths.canonical.radicals import ONE
from boardsup.maths.kinds.shape import Asked
from boardsup.maths.walk import letters_in

_WORST_FIRST = ("form.unexpanded", "form.sign", "form.radical", "form.arithmetic", "form.like_terms")


def simplified_form(node: t.Node, asked: Asked) -> str:
    """Expanded, like terms combined, no arithmetic left."""
    terms = node.terms if isinstance(node, t.Sum) else (node,)
    codes = [_term_form(term) for term in terms]
    for code in _WORST_FIRST:
        if code in codes:
            return code
    left = q.value_of(evaluated(node)).top
    return "form.like_terms" if len(left) < len(terms) and (left or len(terms) > 1) else ""


def _term_form(term: t.Node) -> str:
    """How one term is written; a sign may stand before it, or before its first factor."""
    inner = forms.body(term)
    factors = factors_of(inner)
    if isinstance(inner, t.Neg) or (isinstance(term, t.Neg) and isinstance(factors[0], t.Neg)):
        return "form.sign"
    if any(_holds_sum(factor) for factor in factors):
        return "form.unexpanded"
    if any(isinstance(factor, t.Neg) for factor in factors[1:]):
        return "form.sign"
    factors[0] = forms.body(factors[0])
    numerals = [f for f in factors if not has_letters(f)]
    letters = [f for f in factors if has_letters(f)]
    return numerals_form(numerals, is_alone=not letters) or _letters_form(letters, is_alone=len(factors) == 1)


def numerals_form(numerals: list[t.Node], *, is_alone: bool) -> str:
    """At most one numeral and one root; a numeral 1 or 0 does not stand before letters."""
    roots = [f for f in numerals if isinstance(f, t.Root)]
    rest = [f for f in numerals if not isinstance(f, t.Root)]
    if len(roots) > 1 or len(rest) > 1 or not all(_is_coefficient(f) for f in rest):
        return "form.arithmetic"
    if any(not is_plain_root(f) for f in roots):
        return "form.radical"
    is_idle = bool(rest) and rest[0] in (t.Number("1"), t.Number("0"))
    return "form.arithmetic" if is_idle and not (is_alone and not roots) else ""


def is_plain_root(node: t.Root) -> bool:
    """Is it a root of an integer with nothing to take out?"""
    return forms.is_power_free(node.of, node.index)


def _letters_form(letters: list[t.Node], *, is_alone: bool) -> str:
    """Each letter once, with a finished exponent; a fraction stands alone and in lowest terms."""
    seen: set[str] = set()
    for factor in letters:
        match factor:
            case t.Variable(name) | t.Power(t.Variable(name), _):
                if name in seen:
                    return "form.like_terms"
                seen.add(name)
                if isinstance(factor, t.Power) and not _is_finished(factor.exponent):
                    return "form.arithmetic"
            case t.Power(t.Power() | t.Product() | t.Quotient(), _):
                return "form.arithmetic"
            case t.Quotient(top, bottom):
                return _fraction_form(top, bottom) if is_alone else "form.arithmetic"
    return ""


def _is_finished(exponent: t.Node) -> bool:
    """An integer other than 1 and 0, a fraction in lowest terms, or something with letters."""
    if has_letters(exponent):
        return True
    if forms.is_integer(exponent):
        return forms.body(exponent) not in (t.Number("1"), t.Number("0")) or exponent == t.Neg(t.Number("1"))
    return forms.is_fraction(exponent) and forms.is_lowest_terms(exponent)


def _fraction_form(top: t.Node, bottom: t.Node) -> str:
    """Nothing to cancel, above and below combined."""
    if isinstance(bottom, t.Neg):
        return "form.sign"
    for part in (top, bottom):
        code = simplified_form(part, Asked())
        if code not in ("", "form.unexpanded"):
            return code
    over, under = evaluated(top), evaluated(bottom)
    if over[1] is not ONE or under[1] is not ONE or not over[0]:
        return "form.arithmetic"
    _, low = q.in_lowest_terms((over[0], under[0]))
    is_cancelled = leading(low)[1] == leading(under[0])[1]
    sizes = content(over[0]), content(under[0])
    is_lowest = all(isinstance(size, int) for size in sizes) and gcd(*(int(size) for size in sizes)) == 1
    is_one = not has_letters(bottom) and under[0] == ONE
    return "" if is_cancelled and is_lowest and not is_one else "form.arithmetic"


def _is_coefficient(factor: t.Node) -> bool:
    """A numeral that needs no more work: an integer, a decimal, a fraction in lowest terms."""
    if forms.is_fraction(factor):
        return forms.is_lowest_terms(factor) and not forms.has_sign_below(factor)
    return forms.is_integer(factor) or forms.is_decimal(factor) or forms.is_mixed(factor)


def _holds_sum(factor: t.Node) -> bool:
    """Is there a sum in it that multiplying out would dissolve?"""
    match factor:
        case t.Sum():
            return True
        case t.Power(base, _):
            return _holds_sum(base)
        case t.Quotient(top, bottom):
            return _holds_sum(top) and not has_letters(bottom)
        case t.Neg(of):
            return _holds_sum(of)
        case _:
            return False


def has_letters(node: t.Node) -> bool:
    """Is there a letter in it, π among them?"""
    return bool(letters_in(node)) or node == t.Variable("π")


def factors_of(node: t.Node) -> list[t.Node]:
    """The factors, products within products opened; a power of a product as a product of powers."""
    match node:
        case t.Product(factors):
            return [inner for factor in factors for inner in factors_of(factor)]
        case t.Power(base, exponent) if isinstance(base, t.Product) and forms.is_integer(exponent):
            return [t.Power(inner, exponent) for inner in factors_of(base)]
        case _:
            return [node]
