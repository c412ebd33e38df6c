"""Every file that ships, as `boardsup lint` sees it, and every example row as the test that it is."""

from __future__ import annotations

from functools import cache

import pytest

from boardsup.items.examples import contradiction
from boardsup.items.lint import lint
from boardsup.items.parse_skills import Check
from boardsup.items.pool import Example, Pool, Shape
from boardsup.items.sheet import Finding
from problems.shipped import bank, texts

ROWS = [
    pytest.param(pool, shape, row, id=f"{pool.skill}-{shape.id}-{row.typed}")
    for pool in bank().pools.values()
    for shape in pool.shapes
    for row in shape.examples
]


@pytest.mark.parametrize("file", texts())
def test_a_file_has_nothing_to_mend(file: str):
    assert [str(finding) for finding in findings() if finding.file == file] == []


@pytest.mark.parametrize(("pool", "shape", "row"), ROWS)
def test_an_example_row_is_true(pool: Pool, shape: Shape, row: Example):
    assert contradiction(pool, shape, row) == ""


@pytest.mark.parametrize("check", bank().checks.values(), ids=lambda check: check.target)
def test_a_ready_made_check_asks_what_its_target_rests_on(check: Check):
    assert set(check.asks) <= set(bank().skills.ancestors(check.target))


def test_the_source_text_s_own_check_is_there():
    assert bank().checks["eq-both-dist"].asks == ("eq-1add", "eq-2step", "eq-dist")


def test_the_map_has_82_skills_in_ten_strands():
    assert len(bank().skills.order) == 82
    assert len(bank().strands) == 10


def test_every_skill_can_be_practised_elsewhere():
    for skill in bank().skills.order:
        assert [site for site, _ in bank().practice(skill)] == ["Khan Academy", "IXL"]


@cache
def findings() -> tuple[Finding, ...]:
    """What `boardsup lint` says of everything."""
    return lint(texts())
