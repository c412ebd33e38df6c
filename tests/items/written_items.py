"""Items as a teacher writes them in the form, for tests."""

from __future__ import annotations

from boardsup.items.written import Mistake, Written

TIMES = Written(
    skill="eq-1mul",
    ask="Solve ${a}x = {b}$.",
    kind="equation_solution",
    answer="x = {k}",
    letters=("x",),
    numbers=(("a", "2..12"), ("k", "2..12")),
    follows=(("b", "a*k"),),
    where=("b - a != k",),
    mistakes=(
        Mistake("eq1.multiply_as_add", "solve", "x + {a} = {b}"),
        Mistake("Took {a} away twice.", "expr", "x = {b - 2*a}"),
    ),
    hints=("What is $x$ multiplied by?",),
    worked=(("{a}x = {b}", "Divide both sides by {a}."), ("x = {k}", "")),
    words=("{a} equal boxes make {b}.",),
)
"""An item in which nothing is to be mended."""
