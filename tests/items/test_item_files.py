"""An item file means one thing, or is refused with the line and how to mend it."""

from __future__ import annotations

import pytest

from boardsup.items.parse import parse
from boardsup.items.sheet import Unusable
from items.small_bank import ITEMS


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        (
            "skill: eq-one",
            "skill: Eq One",
            "f.yaml:1: “Eq One” cannot be a name (use small letters",
        ),
        ("source: written for this test\n", "", "f.yaml:1: the file has no “source” (add source:)"),
        ("hints:", "hint:", "has no “hints”"),
        ("    kind:", "    knd:", "has no “kind”"),
        ("    kind: equation_solution", "    kind: equation", "no answer is of the kind “equation”"),
        ("    variables: x", "    variables: x\n    color: red", "f.yaml:16: an entry of shapes has no entry “color”"),
        ("answer: x = {k}", "answer: x = {m}", "f.yaml:16: no number is called “m” here (there are a, b, k)"),
        ("answer: x = {k}", "answer: x = {k", "a brace stands alone in “x = {k”"),
        ("answer: x = {k}", "answer: x = {k:.9}", "no way of printing is called “.9”"),
        ("answer: x = {k}", "answer: x = {k k}", "did not expect “k”"),
        ("{a: 2..12, k: 2..15}", "{a: 12..2, k: 2..15}", "“12..2” is no range"),
        ("{a: 2..12, k: 2..15}", "{a: 2..99999, k: 2..15}", "is no range of at most 400 values"),
        ("{a: 2..12, k: 2..15}", "{a: two, k: 2..15}", "“two” is no number (write 7, -3, 2/5 or 0.25)"),
        ("{a: 2..12, k: 2..15}", "{a: [1, 1], k: 2..15}", "these values cannot be drawn from"),
        ("{a: 2..12, k: 2..15}", "{A: 2..12, k: 2..15}", "a number cannot be called “A”"),
        ("draw: {a: 2..12, k: 2..15}", "draw: {}", "draws no numbers"),
        ("let: {b: a + k}", "let: {b: a + c}", "f.yaml:18: no number is called “c” here"),
        ("let: {b: a + k}", "let: {a: a + k}", "“a” is already a number of this shape"),
        ("let: {b: a + k}", "let: {b: __import__('os')}", "is no formula"),
        ('as_if: {solve: "x = {b} + {a}"}', "as_if: {}", "as_if needs one of solve, value and expr"),
        ('as_if: {solve: "x = {b} + {a}"}', "as_if: {value: 1, expr: x}", "as_if needs one of solve, value and expr"),
        ("        wrote: x = {b} + {a}\n", "", "an entry of mistakes has no “wrote”"),
        ("x = 8: correct", "x = 8: right", "what “x = 8” comes to is not said"),
        ("numbers: {a: 5, k: 8}", "numbers: {a: 5}", "no number for k"),
        ("numbers: {a: 5, k: 8}", "numbers: {a: 5, c: 8}", "“c” is no drawn number with a value (give a, k)"),
        ("numbers: {a: 5, k: 8}", "seed: one\n        numbers: {a: 5, k: 8}", "an example needs numbers or a seed"),
        ("shape: right", "shape: plus", "two shapes are called “plus”"),
        ("  balance: {", "  picture: {", "a reteach card has one picture"),
        (
            "  balance: {",
            "  area: {rows: [x], columns: [x], cells: [x]}\n  balance: {",
            "a reteach card has one picture",
        ),
    ],
)
def test_a_mistake_in_an_item_file_is_said_with_its_line(old: str, new: str, finding: str):
    assert old in ITEMS
    with pytest.raises(Unusable) as refused:
        parse(ITEMS.replace(old, new, 1), file="f.yaml")
    assert finding in str(refused.value)
    assert refused.value.finding.mend


def test_a_skill_needs_two_shapes():
    with pytest.raises(Unusable, match="only 1 shape"):
        parse(ITEMS[: ITEMS.index("  - shape: right")], file="f.yaml")


def test_cards_of_the_file_are_lent_to_shapes_that_have_none():
    own = ITEMS.replace("    examples:", "    hints: [Undo it.]\n    examples:", 1)
    first, second = parse(own, file="f.yaml").shapes
    assert (first.hints, second.hints) == (("Undo it.",), ("What was done to $x$?",))


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("2..4", ["2", "3", "4"]),
        ("-1..1 except 0", ["-1", "1"]),
        ("−2..2 except 0 and 1", ["-2", "-1", "2"]),
        ("10..30 by 10", ["10", "20", "30"]),
        ("0..1 by 1/4 except 0, 1", ["1/4", "1/2", "3/4"]),
        ("[5, 1/2, 0.25]", ["5", "1/2", "1/4"]),
        ("7", ["7"]),
    ],
)
def test_the_values_of_a_number(written: str, values: list[str]):
    pool = parse(
        ITEMS.replace("k: 2..15", f"k: {written if written[0] == '[' else chr(34) + written + chr(34)}", 1), file="f"
    )
    (drawn,) = (draw for draw in pool.shapes[0].draws if draw.name == "k")
    assert [str(value) for value in drawn.values] == values
