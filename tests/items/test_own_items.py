"""A teacher's own items: a form becomes a file and back, one sentence beside each field, a place behind the bank's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.items.looking import Asked, look
from boardsup.items.own import parse_own, with_own
from boardsup.items.sheet import Unusable
from boardsup.items.vary import vary
from boardsup.items.written import Mistake, Written, file_text, written_in
from items.written_items import TIMES
from problems.shipped import bank

LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=30)
"""What a line of the form can hold: whatever is no control character and no end of a line."""
ROWS = st.lists(
    st.tuples(st.from_regex(r"[a-z][a-z0-9]{0,3}", fullmatch=True), LINES), max_size=3, unique_by=lambda r: r[0]
)
WRITTEN = st.builds(
    Written,
    skill=st.sampled_from(["eq-1mul", "int-add"]),
    ask=LINES,
    kind=st.sampled_from(["number", "choice", "equation_solution"]),
    answer=LINES,
    choices=st.lists(LINES, max_size=3).map(tuple),
    numbers=ROWS.map(tuple),
    follows=ROWS.map(tuple),
    where=st.lists(LINES, max_size=2).map(tuple),
    mistakes=st.lists(st.builds(Mistake, LINES, st.sampled_from(["expr", "solve"]), LINES), max_size=2).map(tuple),
    hints=st.lists(LINES, max_size=2).map(tuple),
)


def test_a_form_becomes_a_file_that_means_the_same():
    text = file_text(TIMES, "own-1")
    assert written_in(text) == TIMES
    pool = parse_own(text, file="own-1.yaml")
    item = vary(pool, "own-1", "1")
    assert item.question.ask.startswith("Solve $")
    assert [one.ids for one in item.question.predictions] == [("eq1.multiply_as_add",), ("own.1_2",)]


@given(WRITTEN)
def test_whatever_is_typed_is_looked_at_and_stands_in_the_file_as_text(written: Written):
    """Seen to fail with the texts put into the file as they are: “- a” was a list, “a: b” an entry, “!x” refused."""
    seen = look(Asked(written))
    assert seen.says or seen.drawn
    again = written_in(file_text(written))
    assert (again.ask, again.answer, again.choices) == (written.ask, written.answer, written.choices)
    assert [one.of for one in again.mistakes] == [one.of for one in written.mistakes]


@pytest.mark.parametrize(
    ("change", "field", "text"),
    [
        ({"ask": ""}, "ask", "Write the question."),
        ({"ask": "Solve ${a}x = {c}$."}, "ask", "No number is called “c” here."),
        ({"ask": "Solve ${a}x = {b}."}, "ask", "A dollar sign is missing"),
        ({"numbers": (("a", "2..x"),)}, "numbers.0", "“x” is no number."),
        ({"numbers": ()}, "numbers", "Name at least one number"),
        ({"numbers": (("a", "2"), ("k", "3"))}, "numbers", "There are no other numbers for a twin"),
        ({"follows": (("b", "a**k"),)}, "follows.0", "is no formula"),
        ({"follows": (("b", "__import__"),)}, "follows.0", "is no formula"),
        ({"where": ("a > 20",)}, "where", "a > 20 does not hold"),
        ({"answer": "x = {k"}, "answer", "A brace stands alone"),
        ({"choices": ("yes",)}, "answer", "not among the choices"),
        ({"mistakes": (Mistake("Same.", "expr", "x = {k}"),)}, "mistakes.0", "wrong answer 1 gives x ="),
        ({"mistakes": (Mistake("", "expr", "x = 1"),)}, "mistakes.0", "Write both"),
        ({"worked": (("x = {k + 1}", ""),)}, "worked", "is not true"),
    ],
)
def test_what_is_to_be_mended_stands_beside_its_field(change: dict[str, object], field: str, text: str):
    said = look(Asked(replace(TIMES, **change)))
    assert not said.can_be_kept
    assert any(one.field == field and text in one.text for one in said.says), said.says


def test_advice_keeps_no_item_from_being_used():
    long = replace(TIMES, ask=f"{'really ' * 21}${{a}}x = {{b}}$")
    unkind = replace(TIMES, mistakes=(Mistake("Students are careless.", "expr", "x = {k + 100}"),))
    for written, text in ((long, "more than 20 words"), (unkind, "Describe the work")):
        seen = look(Asked(written))
        assert seen.can_be_kept
        assert text in seen.says[0].text


def test_an_own_item_joins_the_pool_of_its_skill_behind_the_banks():
    pool = parse_own(file_text(TIMES, "own-1"), file="own-1.yaml")
    shipped = bank()
    found = with_own(shipped, [pool, replace(pool, skill="not-a-skill")])
    ids = [shape.id for shape in found.pools["eq-1mul"].shapes]
    assert ids == [*(shape.id for shape in shipped.pools["eq-1mul"].shapes), "own-1"]
    assert found.pools["eq-1mul"].shape("own-1").rules[0].says == shipped.misconceptions["eq1.multiply_as_add"].says
    assert "not-a-skill" not in found.pools


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("skill: eq-1mul\nshapes: []", "0 shapes"),
        (file_text(replace(TIMES, mistakes=TIMES.mistakes * 5), "own-1"), "more than 8 wrong answers"),
    ],
)
def test_a_file_that_is_no_own_item_is_refused(text: str, what: str):
    with pytest.raises(Unusable) as refused:
        parse_own(text, file="x")
    assert what in refused.value.finding.what
