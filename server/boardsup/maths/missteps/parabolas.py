"""The vertex of a parabola and the discriminant of a quadratic equation.

Signs copied from the bracket, halves left out, a minus lost under the square: classroom knowledge.
"""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths import tree as t
from boardsup.maths.missteps.answers import Answer, a_number, a_point, a_solution
from boardsup.maths.missteps.equations.quadratics import coefficients_of
from boardsup.maths.missteps.word_problems import DiscriminantOf, VertexOf
from boardsup.maths.missteps.work import NoAnswer, Slip, Work, ratio


def vertex(work: Work, problem: VertexOf) -> Answer:
    """(−b/2a, value there), or only the first."""
    found = coefficients_of(t.Relation(problem.curve.right, "=", t.Number("0")), "x")
    if found is None or problem.curve.left != t.Variable("y"):
        raise NoAnswer
    a, b, c = found
    x = work.step(
        "-b/(2a) = {}",
        -b / (2 * a),
        Slip("quad.vertex_sign_of_x" if problem.wanted == "point" else "quad.axis_sign_lost", b / (2 * a), often=True),
        Slip("quad.axis_not_halved", -b / a, often=True),
        Slip("quad.axis_not_halved", b / a),
        Slip("quad.axis_leading_coefficient_left_out", -b / 2 if a != 1 else None),
        Slip("quad.vertex_coefficient_multiplied", -b / 2 if problem.wanted == "point" and a != 1 else None),
        Slip("quad.axis_constant_used", c if problem.wanted == "x" and c else None),
        *(Slip("quad.axis_at_a_zero", zero, rare=True) for zero in _zeros(a, b, c) if problem.wanted == "x"),
        Slip("quad.axis_inverted", ratio(-2 * a, b)),
    )
    if problem.wanted == "x":
        return a_solution("x", x)
    y = c - b * b / (4 * a)
    height = work.step("the height there: {}", y, Slip("quad.vertex_sign_of_y", -y, rare=True))
    pair = work.step(
        "the point", (x, height), Slip("quad.vertex_swapped", (height, x)), Slip("quad.vertex_swapped", (height, -x))
    )
    return a_point(*pair)


def discriminant(work: Work, problem: DiscriminantOf) -> Answer:
    """b² − 4ac."""
    found = coefficients_of(problem.equation, problem.letter)
    if found is None:
        raise NoAnswer
    a, b, c = found
    square, product = b * b, 4 * a * c
    return a_number(
        work.step(
            f"({b})^2 - 4*({a})*({c}) = {{}}",
            square - product,
            Slip("quad.discriminant_added" if c > 0 else "quad.discriminant_sign_of_c", square + product, often=True),
            Slip("quad.discriminant_square_negative", -square - product),
            Slip("quad.discriminant_not_squared", b - product),
            Slip("quad.discriminant_doubled", 2 * b - product),
            Slip("quad.discriminant_four_left_out", square - a * c),
            Slip("quad.discriminant_root_taken", _root(square - product)),
        )
    )


def _zeros(a: Fraction, b: Fraction, c: Fraction) -> list[Fraction]:
    """The rational zeros."""
    side = _root((b * b - 4 * a * c) * 1)
    return [] if side is None else [(-b + side) / (2 * a), (-b - side) / (2 * a)]


def _root(value: Fraction) -> Fraction | None:
    """√ of a square number."""
    side = next((s for s in range(1, 200) if s * s == value), None)
    return None if side is None else Fraction(side)
