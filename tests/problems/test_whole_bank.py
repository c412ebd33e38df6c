"""The bank as a whole: every skill of the map can be asked, and every misconception named, taught again and credited.

Each was seen to fail, in turn: with an item file taken away; with a second shape, and with the rows of a shape, taken
away and no longer asked for by the parser; with a wording without its full stop; with a reteach skill that the map does
not have; with a source whose `checked:` was left out and taken for granted; and with a credit that printed all sources.
"""

from __future__ import annotations

import re

import pytest

from boardsup.items.misconceptions import CHECKS, Misconception
from boardsup.items.parse_misconceptions import unkind_words
from boardsup.items.pool import Pool
from problems.shipped import PROBLEMS, bank, texts

REMEMBERED = {"memory", "unchecked"}

every_pool = pytest.mark.parametrize("pool", bank().pools.values(), ids=lambda pool: pool.skill)
every_misconception = pytest.mark.parametrize("one", bank().misconceptions.values(), ids=lambda one: one.id)


def test_every_skill_of_the_map_has_a_file_in_its_strand():
    files = {skill.id: PROBLEMS / "items" / skill.strand / f"{skill.id}.yaml" for skill in bank().skills.skills}
    assert [id for id, file in files.items() if not file.exists() or id not in bank().pools] == []


@every_pool
def test_a_skill_is_asked_in_two_shapes_at_least(pool: Pool):
    assert len({shape.id for shape in pool.shapes}) >= 2


@every_pool
def test_every_shape_has_rows_that_show_what_its_answers_come_to(pool: Pool):
    assert [shape.id for shape in pool.shapes if not shape.examples] == []


@every_misconception
def test_a_misconception_has_words_for_a_teacher_and_two_lines_that_differ(one: Misconception):
    assert one.says.endswith(".")
    assert unkind_words(one.says) == ""
    assert one.contrast.wrote != one.contrast.right


@every_misconception
def test_a_misconception_can_be_taught_again_with_a_card_of_its_skill(one: Misconception):
    assert one.reteach in bank().pools
    assert all(shape.reteach.words for shape in bank().pools[one.reteach].shapes)


@pytest.mark.parametrize("file", [name for name in texts() if name.startswith("misconceptions/")])
def test_every_misconception_has_a_source_and_every_source_how_it_was_checked(file: str):
    text = texts()[file]
    assert text.count("\n  - id: ") == text.count("\n    source: classroom knowledge") + text.count("\n    sources:")
    assert text.count("work: ") == len(re.findall(rf"checked: ({'|'.join(CHECKS)})\b", text))


@every_misconception
def test_a_source_from_memory_is_not_printed(one: Misconception):
    assert one.credit
    assert [source.work for source in one.sources if source.checked in REMEMBERED and source.work in one.credit] == []
