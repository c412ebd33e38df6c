"""Slopes, intercepts and equations of lines, and arithmetic sequences.

Slope: Cho & Nagle 2017; the x-intercept taken for b: Moschkovich 1998; the n-th term as n times the difference:
Stacey 1989.
"""

from __future__ import annotations

from fractions import Fraction

from boardsup.maths.canonical.polynomials import UNIT, Polynomial
from boardsup.maths.missteps.answers import Answer, a_number, a_polynomial, a_solution, an_equation, numeral
from boardsup.maths.missteps.equations.systems import Row, row_of
from boardsup.maths.missteps.word_problems import InterceptOf, LineThrough, LineWith, Sequence, SlopeOf, SlopeThrough
from boardsup.maths.missteps.work import NoAnswer, Slip, Work, ratio


def slope_through(work: Work, problem: SlopeThrough) -> Answer:
    """(y₂ − y₁)/(x₂ − x₁)."""
    return a_number(_slope(work, problem))


def _slope(work: Work, problem: SlopeThrough | LineThrough) -> Fraction:
    p, q, s, u = problem.x1, problem.y1, problem.x2, problem.y2
    rise, run = u - q, s - p
    if not run:
        raise NoAnswer
    return work.step(
        f"({numeral(u)} - ({numeral(q)}))/({numeral(s)} - ({numeral(p)})) = {{}}",
        rise / run,
        Slip("slope.run_over_rise", ratio(run, rise), often=True),
        Slip("slope.inconsistent_order", rise / -run, often=True),
        Slip("slope.added_coordinates", ratio(u + q, s + p)),
        Slip("slope.coordinates_mixed", ratio(u - s, q - p), rare=True),
        Slip("slope.rise_only", rise if abs(run) != 1 else None),
        Slip("slope.run_only", run if abs(rise) != 1 else None, rare=True),
        Slip("slope.run_over_rise_in_mixed_order", ratio(-run, rise), rare=True),
    )


def slope_of(work: Work, problem: SlopeOf) -> Answer:
    """The slope of a line, or of one parallel or perpendicular to it."""
    row = row_of(problem.line, ("x", "y"))
    if not row.b:
        raise NoAnswer
    slope = _read_slope(work, row, is_explicit=problem.is_explicit)
    if problem.how != "perpendicular":
        return a_number(slope)
    if not slope:
        raise NoAnswer
    return a_number(
        work.step(
            "the perpendicular slope: {}",
            -1 / slope,
            Slip("lin.perpendicular_reciprocal_only", 1 / slope, often=True),
            Slip("lin.perpendicular_sign_only", -slope, often=True),
            Slip("lin.perpendicular_as_parallel", slope),
        )
    )


def _read_slope(work: Work, row: Row, *, is_explicit: bool) -> Fraction:
    slope, number = -row.a / row.b, row.c / row.b
    if is_explicit:
        return work.step(
            "the slope: {}",
            slope,
            Slip("lin.intercept_as_slope", number, often=True),
            Slip("slope.run_over_rise", ratio(1, slope)),
        )
    return work.step(
        "the slope: {}",
        slope,
        Slip("lin.standard_form_slope_sign", -slope, often=True),
        Slip("lin.coefficient_as_slope", row.a, often=True),
        Slip("lin.coefficient_as_slope", -row.a),
        Slip("lin.standard_form_inverted", ratio(row.b, row.a)),
        Slip("lin.standard_form_inverted", ratio(-row.b, row.a)),
        Slip("lin.intercept_as_slope", number),
    )


def intercept_of(work: Work, problem: InterceptOf) -> Answer:
    """Where a line crosses the x-axis or the y-axis."""
    row = row_of(problem.line, ("x", "y"))
    own, other = (row.a, row.b) if problem.axis == "x" else (row.b, row.a)
    if not own:
        raise NoAnswer
    found = work.step(
        f"the {problem.axis}-intercept: {{}}",
        row.c / own,
        Slip("lin.other_intercept", ratio(row.c, other), often=True),
        Slip("lin.constant_as_intercept", row.c),
        Slip("lin.slope_as_intercept", ratio(-row.a, row.b), rare=True),
        Slip("lin.intercept_sign", -row.c / own),
    )
    return a_solution(problem.axis, found)


def line_with(work: Work, problem: LineWith) -> Answer:
    """y = mx + b from the slope and a point."""
    m, x, y = problem.slope, problem.x, problem.y
    if not x and problem.wanted == "equation":
        pair = work.step("slope and intercept", (m, y), Slip("lin.swap_m_and_b", (y, m), often=True))
        return an_equation("y", _line(*pair))
    b = _intercept(work, m, (x, y))
    if problem.wanted == "y-intercept":
        return a_number(b)
    pair = work.step("slope and intercept", (m, b), Slip("lin.swap_m_and_b", (b, m)))
    return an_equation("y", _line(*pair))


def line_through(work: Work, problem: LineThrough) -> Answer:
    """y = mx + b through two points."""
    m = _slope(work, SlopeThrough(problem.x1, problem.y1, problem.x2, problem.y2))
    b = _intercept(work, m, (problem.x1, problem.y1))
    pair = work.step("slope and intercept", (m, b), Slip("lin.swap_m_and_b", (b, m)))
    return an_equation("y", _line(*pair))


def _intercept(work: Work, m: Fraction, point: tuple[Fraction, Fraction]) -> Fraction:
    x, y = point
    return work.step(
        f"b = {numeral(y)} - ({numeral(m)})({numeral(x)}) = {{}}",
        y - m * x,
        Slip("lin.x_intercept_as_b", x if not y else None, often=True),
        Slip("lin.point_coordinate_as_b", y if y else None, often=True),
        Slip("lin.intercept_sign", y + m * x),
        Slip("lin.point_swapped", x - m * y),
        Slip("lin.point_coordinate_as_b", x if y else None),
    )


def _line(m: Fraction, b: Fraction) -> Polynomial:
    return {k: v for k, v in (((1, (("x", 1),)), m), (UNIT, b)) if v}


def sequence(work: Work, problem: Sequence) -> Answer:
    """The n-th term of an arithmetic sequence, as a rule or as a number."""
    first, d, n = problem.first, problem.difference, problem.at
    if n:
        return a_number(
            work.step(
                f"{numeral(first)} + {n - 1} * {numeral(d)} = {{}}",
                first + (n - 1) * d,
                Slip("seq.one_step_too_many", first + n * d, often=True),
                Slip("seq.first_term_as_factor", n * first, often=True),
                Slip("lin.sequence_n_times_d", n * d),
                Slip("seq.step_added_once", first + 3 * d if n > 4 else None),
                Slip("seq.step_direction", first - (n - 1) * d),
                Slip("seq.first_and_step_swapped", d + (n - 1) * first),
            )
        )
    rule = work.step(
        "slope and start",
        (d, first - d),
        Slip("lin.sequence_n_times_d", (d, Fraction(0)), often=True),
        Slip("seq.one_step_too_many", (d, first), often=True),
        Slip("seq.next_term_rule", (Fraction(1), d), rare=True),
        Slip("lin.swap_m_and_b", (first, d)),
    )
    return a_polynomial({k: v for k, v in (((1, (("n", 1),)), rule[0]), (UNIT, rule[1])) if v})
