"""Equal forms are equal and nothing else is: an answer rewritten by valid steps is right, one with another value never.

The steps are those of a classroom: change the order, distribute, split a term, expand a fraction, do the same to both
sides. What another value amounts to is known from plain fractions, not from the code under test.
"""

from __future__ import annotations

from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from boardsup.maths.mark import mark, pose

RIGHT = ("correct", "equivalent_not_simplified")
values = st.fractions(min_value=-40, max_value=40, max_denominator=24)
digits = st.integers(-9, 9)
nonzero = digits.filter(bool)


@given(values, st.integers(1, 12))
@example(Fraction(56, 5), 1)
def test_a_number_is_right_in_every_way_of_writing_it(value: Fraction, factor: int):
    """Seen to fail when a mixed number's sign is given to its whole part alone."""
    key = pose("number", written(value))
    for text in ways(value, factor):
        assert mark(key, text).outcome in RIGHT, text


@given(values, values)
def test_a_number_of_another_value_is_never_right(value: Fraction, other: Fraction):
    """Seen to fail when `number` compares numerators alone."""
    key = pose("number", written(value))
    for text in ways(other, 3):
        assert (mark(key, text).outcome in RIGHT) == (value == other), text


@given(values, st.integers(1, 12))
def test_a_solution_is_right_on_either_side_and_in_every_way_of_writing_it(value: Fraction, factor: int):
    key = pose("equation_solution", f"x = {written(value)}")
    for text in ways(value, factor):
        assert mark(key, f"x = {text}").outcome in RIGHT, text
        assert mark(key, f"{text}=x").outcome in RIGHT, text
        assert mark(key, text).outcome in RIGHT, text


@given(nonzero, digits, nonzero, digits, nonzero)
def test_an_expression_is_right_however_its_terms_are_ordered_split_and_bracketed(a, b, c, d, k):
    """k(ax + b) + cx + d. Seen to fail when a bracket's sign reaches its first term only."""
    key = pose("expression", f"({k * a + c})x + ({k * b + d})")
    for text in (
        f"{k}({a}x + ({b})) + ({c})x + ({d})",
        f"({d}) + ({c})x + {k}({a}x + ({b}))",
        f"({d}) - ({-c})x - {-k}(({b}) + {a}x)",
        f"({k * a})x + ({k * b}) + ({c})x + ({d})",
        f"({k * a + c + 3})x - 3x + ({k * b + d - 7}) + 7",
        f"(({2 * (k * a + c)})x + ({2 * (k * b + d)}))/2",
    ):
        assert mark(key, text).outcome in RIGHT, text


@given(digits, digits, digits, digits)
def test_an_expression_is_right_exactly_when_both_its_numbers_are(a, b, c, d):
    outcome = mark(pose("expression", f"({a})x + ({b})"), f"({c})x + ({d})").outcome
    assert (outcome in RIGHT) == ((a, b) == (c, d))


@given(nonzero, nonzero, digits, nonzero)
def test_a_line_is_right_after_the_same_was_done_to_both_sides(a, b, c, k):
    key = pose("linear_equation", f"({a})x + ({b})y = ({c})")
    for text in (
        f"({k * a})x + ({k * b})y = ({k * c})",
        f"({b})y = ({c}) - ({a})x",
        f"y = (({-a})/({b}))x + ({c})/({b})",
        f"({a})x + ({b})y - ({c}) = 0",
        f"0 = ({c}) - ({a})x - ({b})y",
    ):
        assert mark(key, text).outcome in RIGHT, text
    assert mark(key, f"({a})x + ({b})y = ({c + 1})").outcome not in RIGHT


@given(values, st.sampled_from("<>≤≥"))
def test_an_inequality_is_right_from_either_side_and_only_with_its_own_sign(value: Fraction, sign: str):
    """Seen to fail when ≤ is read as <."""
    turned = {"<": ">", ">": "<", "≤": "≥", "≥": "≤"}
    key = pose("inequality", f"x {sign} {written(value)}")
    for other in turned:
        assert (mark(key, f"x {other} {written(value)}").outcome in RIGHT) == (other == sign)
        assert (mark(key, f"{written(value)} {turned[other]} x").outcome in RIGHT) == (other == sign)


def written(value: Fraction) -> str:
    """As a fraction, or as a whole number."""
    return str(value)


def ways(value: Fraction, factor: int) -> list[str]:
    """The same number as a class writes it: expanded, mixed, as a decimal where it ends."""
    sign = "-" if value < 0 else ""
    whole, rest = divmod(abs(value), 1)
    found = [written(value), f"{value.numerator * factor}/{value.denominator * factor}"]
    if value.denominator > 1:
        found += [f"{sign}({abs(value)})", f"({value.numerator})/{value.denominator}"]
    if whole and rest:
        found.append(f"{sign}{whole} {rest}")
    thousandths = value * 1000
    if thousandths.denominator == 1:
        found.append(f"{sign}{abs(thousandths.numerator) // 1000}.{abs(thousandths.numerator) % 1000:03d}")
    return found
