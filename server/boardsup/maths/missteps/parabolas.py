"""The vertex of a parabola and the discriminant of a quadratic equation.

Signs copied from the bracket, halves left out, a minus lost under the square: classroom knowledge.
"""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths import tree as t
from boardsup.maths.missteps.answers import Answer, a_number, a_point
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
        Slip("para.vertex_sign", b / (2 * a), often=True),
        Slip("para.vertex_not_halved", -b / a, often=True),
        Slip("para.vertex_not_halved", b / a),
        Slip("para.vertex_not_divided_by_a", -b / 2 if a != 1 else None),
        Slip("para.vertex_inverted", ratio(-2 * a, b)),
    )
    if problem.wanted == "x":
        return a_number(x)
    y = c - b * b / (4 * a)
    height = work.step("the height there: {}", y, Slip("para.vertex_height_sign", -y, rare=True))
    pair = work.step(
        "the point", (x, height), Slip("para.vertex_swapped", (height, x)), Slip("para.vertex_swapped", (height, -x))
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
            Slip("quad.discriminant_sign", square + product, often=True),
            Slip("para.negative_square", -square - product if b < 0 else None),
            Slip("para.b_not_squared", b - product),
            Slip("ops.power_as_product", 2 * b - product),
            Slip("para.four_left_out", square - a * c),
            Slip("para.root_taken", _root(square - product)),
        )
    )


def _root(value: Fraction) -> Fraction | None:
    """√ of a square number."""
    side = next((s for s in range(1, 200) if s * s == value), None)
    return None if side is None or side == 1 else Fraction(side)
