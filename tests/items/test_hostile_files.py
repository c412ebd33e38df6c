"""Whatever stands in a problem file: it is read as text, or refused at once with a line."""

from __future__ import annotations

from contextlib import suppress
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.items.parse import parse
from boardsup.items.parse_lesson import parse_lesson
from boardsup.items.parse_misconceptions import parse_misconceptions
from boardsup.items.parse_skills import parse_map, parse_strand
from boardsup.items.sheet import Text, Unusable, sheet
from boardsup.items.warmups import parse_community, parse_warmup

READERS = [parse, parse_lesson, parse_misconceptions, parse_strand, parse_map, parse_warmup, parse_community]

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

HOSTILE = {
    "a bomb of aliases": BOMB,
    "a tag that would build an object": "!!python/object/apply:os.system [echo]",
    "a tag of our own making": "skill: !include /etc/passwd",
    "a merge": "a: {b: 1}\nc: {<<: *a}",
    "great depth": "[" * 5_000,
    "great depth of mappings": "".join(f"{' ' * i}a:\n" for i in range(60)),
    "great size": "a: " + "x" * 200_000,
    "many values": "\n".join(f"- {i}" for i in range(19_000)) * 2,
    "a second document": "a: 1\n---\nb: 2",
    "nothing": "",
    "only a comment": "# nothing",
    "control characters": "a: \x00\x07",
    "a name twice": "a: 1\na: 2",
    "a list as a name": "? [a, b]\n: 1",
    "no YAML": "a: {b",
    "tabs": "a:\n\t- b",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("read", READERS)
def test_a_hostile_file_is_refused_fast_with_its_line(read, text: str):
    start = perf_counter()
    with pytest.raises(Unusable) as refused:
        read(text, file="f.yaml")
    assert perf_counter() - start < 1
    assert refused.value.finding.line >= 1
    assert refused.value.finding.mend


@pytest.mark.parametrize("text", ["no", "null", "1e999999", "0x1F", "2024-01-01", ".inf", "~", "1_000"])
def test_a_scalar_stays_the_text_that_the_author_wrote(text: str):
    assert sheet(text, file="f.yaml") == Text(1, text)


@given(st.text())
def test_any_text_is_read_or_refused_in_one_way(text: str):
    """Seen to fail when `sheet` did not catch ReaderError: a lone control character escaped."""
    with suppress(Unusable):
        sheet(text, file="f.yaml")
