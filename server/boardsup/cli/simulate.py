"""`boardsup simulate`: thousands of simulated lessons against the live flags, so that thresholds can be judged."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from boardsup.cli.simulated_classes.classes import Kind
from boardsup.cli.simulated_classes.rates import Rates, rates
from boardsup.cli.simulated_classes.rules import RULES, ours

SIZES = (8, 12, 16, 20, 24, 28, 32, 36)
FASTER = (0.0, 0.3, 0.6)
COMPARED = 32
"""The size at which our rule is put beside two others."""

ANY, NEAR_THE_LINE = (0.25, 0.97), (0.70, 0.90)
"""True class means, from and to."""


def simulate(*, lessons: int, seed: str) -> int:
    """Print the rates by size and speed, then beside other rules, then for classes near the line."""
    typer.echo(f"{lessons} lessons a row, seed {seed}. False go / false stop: percent of all lessons.")
    typer.echo("γ: right answers come e^γ times as fast. Answered: median share of the class at the first call.")
    typer.echo("Idea named: lessons below the line whose card names a misconception; rightly: it is the class's own.")
    for line in tables(lessons=lessons, seed=seed):
        typer.echo(line)
    return 0


def tables(*, lessons: int, seed: str) -> Iterator[str]:
    """The lines of the three tables."""
    yield from ("", "This rule, true class mean 25–97%", f"{_head('N')} {'idea named':>11} {'rightly':>8}")
    for size in SIZES:
        for faster in FASTER:
            found = rates(Kind(size, faster, ANY), ours, lessons=lessons, seed=seed)
            yield f"{_row(str(size), faster, found)} {found.named:>10.0f}% {found.rightly:>7.0f}%"
    for means, words in ((ANY, "25–97%"), (NEAR_THE_LINE, "70–90%")):
        yield from ("", f"Rules side by side, N = {COMPARED}, true class mean {words}", _head("rule"))
        for name, rule in RULES.items():
            for faster in FASTER:
                yield _row(name, faster, rates(Kind(COMPARED, faster, means), rule, lessons=lessons, seed=seed))


def _head(first: str) -> str:
    return f"{first:<13} {'γ':>4} {'false go':>9} {'false stop':>11} {'answered':>9}"


def _row(first: str, faster: float, found: Rates) -> str:
    return f"{first:<13} {faster:>4.1f} {found.false_go:>8.1f}% {found.false_stop:>10.1f}% {found.answered:>8.0f}%"
