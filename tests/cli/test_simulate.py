"""`boardsup simulate`: the same seed plays the same lessons, and the rates come near those that the design states."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from typer.testing import CliRunner

from boardsup.cli import app
from boardsup.cli.simulate import ANY, NEAR_THE_LINE, SIZES
from boardsup.cli.simulated_classes.classes import Kind, answers
from boardsup.cli.simulated_classes.rates import Rates, rates
from boardsup.cli.simulated_classes.rules import RULES, Rule, certain_alone, ours, so_far
from boardsup.teaching.counting import Count
from checkout import PACKAGE, ROOT


def test_the_tables_have_every_size_and_every_rule() -> None:
    done = CliRunner().invoke(app, ["simulate", "--lessons", "3", "--seed", "x"])

    assert done.exit_code == 0
    first_words = [line.split("  ")[0] for line in done.stdout.splitlines()]
    assert [first_words.count(str(size)) for size in SIZES] == [3] * len(SIZES)
    assert [first_words.count(name) for name in RULES] == [6] * len(RULES)
    assert CliRunner().invoke(app, ["simulate", "--lessons", "3", "--seed", "x"]).stdout == done.stdout


@pytest.mark.parametrize(
    ("rule", "faster", "false_go", "false_stop", "answered"),
    [
        (ours, 0.0, 0.2, 1.9, 45),
        (ours, 0.3, 1.2, 0.3, 50),
        (ours, 0.6, 5.0, 0.0, 65),
        (certain_alone, 0.3, 0.0, 0.0, 69),
        (so_far, 0.3, 25.5, 0.3, 34),
    ],
)
def test_rates_for_32_come_near_those_of_the_design(
    rule: Rule, faster: float, false_go: float, false_stop: float, answered: float
) -> None:
    found = rates(Kind(32, faster, ANY), rule, lessons=1500, seed="near")

    assert found.false_go == pytest.approx(false_go, abs=max(1.0, false_go / 4))
    assert found.false_stop == pytest.approx(false_stop, abs=1.0)
    assert found.answered == pytest.approx(answered, abs=6)


def test_certain_flags_are_never_false_whatever_the_class() -> None:
    for size in (6, 9, 20, 33):
        found = rates(Kind(size, 0.6, NEAR_THE_LINE), certain_alone, lessons=200, seed="certain")

        assert (found.false_go, found.false_stop) == (0.0, 0.0)


def test_a_card_that_names_a_misconception_names_mostly_the_shared_one() -> None:
    found = rates(Kind(28, 0.3, ANY), ours, lessons=500, seed="named")

    assert 30 < found.named < 90
    assert found.rightly > 80


def test_a_class_beyond_the_line_names_nothing() -> None:
    found = rates(Kind(6, 0.0, (0.97, 0.99)), ours, lessons=1, seed="all right")

    assert (found.named, found.rightly) == (0.0, 0.0)


def test_some_who_are_wrong_stay_silent_and_right_answers_come_first() -> None:
    given = [answers(Kind(30, 0.6, (0.5, 0.5)), Random(number)) for number in range(200)]
    right = [a.seconds for one in given for a in one if a.misconception is None]
    wrong = [a.seconds for one in given for a in one if a.misconception is not None]

    assert 1 - (len(right) + len(wrong)) / 6000 == pytest.approx(0.05, abs=0.01)
    assert sorted(wrong)[len(wrong) // 2] == pytest.approx(40, rel=0.1)
    assert sorted(right)[len(right) // 2] == pytest.approx(40 / 1.822, rel=0.1)


@pytest.mark.parametrize(
    ("count", "call"), [(Count(30, 9, 9), None), (Count(30, 10, 8), "go"), (Count(30, 10, 7), "stop")]
)
def test_so_far_is_what_one_would_do_by_eye(count: Count, call: str | None) -> None:
    assert so_far((count,)) == call


def test_the_tables_of_the_readmes_are_what_the_command_prints() -> None:
    """Three rows of each are played again with the seed and the lessons that the README names."""
    ours_by_size = rows(PACKAGE / "cli" / "simulated_classes" / "README.md")
    for size, faster in ((8, 0.3), (20, 0.6), (36, 0.0)):
        assert ours_by_size[str(size), f"{faster:.1f}"] == quoted(
            rates(Kind(size, faster, ANY), ours, lessons=3000, seed="1")
        )
    by_rule = rows(ROOT / "README.md")
    for name, rule in RULES.items():
        assert by_rule[name,] == quoted(rates(Kind(32, 0.3, ANY), rule, lessons=3000, seed="1"))


def quoted(of: Rates) -> tuple[str, ...]:
    return (f"{of.false_go:.1f} %", f"{of.false_stop:.1f} %", f"{of.answered:.0f} %")


def rows(readme: Path) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The table of rates in a README: what comes before the three rates, and these."""
    lines = (
        line for line in readme.read_text(encoding="utf-8").splitlines() if line.startswith("|") and " % |" in line
    )
    cells = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
    return {row[:-3]: row[-3:] for row in cells}
