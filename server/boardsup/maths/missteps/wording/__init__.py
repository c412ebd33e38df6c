"""What each id says to the teacher: one short line that describes the work, never the student.

A pure table, so that the engine never lacks words; problems/misconceptions has the same ids with their sources.
"""

from __future__ import annotations

from boardsup.maths.missteps.wording import equations, expressions, fractions, further, numbers, powers, ratios

SAYS: dict[str, str] = {
    **equations.SAYS,
    **expressions.SAYS,
    **fractions.SAYS,
    **further.SAYS,
    **numbers.SAYS,
    **powers.SAYS,
    **ratios.SAYS,
}
"""Every id that a procedure may give."""


def says(id: str) -> str:
    """The line for an id."""
    return SAYS[id]
