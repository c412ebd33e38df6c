"""`boardsup twin`: an item, its answer, and the wrong answers that are predicted."""

from __future__ import annotations

from typer.testing import CliRunner, Result

from boardsup.cli import app


def twin(*words: str) -> Result:
    return CliRunner().invoke(app, ["twin", *words])


def test_an_item_is_printed_with_its_answer_and_predicted_wrong_answers():
    lines = twin("eq-2step", "--seed", "a1", "--shape", "minus").stdout.splitlines()
    assert lines == [
        "eq-2step, minus, seed a1",
        "  Solve $7x - 3 = 46$.",
        "  answer  x = 7",
        "  not yet x = 43/7  Subtracted 3 again instead of adding it. (eq2.move_without_sign_change)",
        "  not yet x = 49    Added 3, but did not divide by 7. (eq2.stopped_early)",
        "  not yet x = 67/7  Divided 46 and the x-term by 7, but not 3. (eq2.divide_one_term_only)",
        "  not yet x = -7    Right size, other sign. (eq2.answer_sign)",
    ]


def test_the_same_seed_prints_the_same():
    assert twin("int-add", "--seed", "7").stdout == twin("int-add", "--seed", "7").stdout


def test_without_a_shape_every_shape_is_shown():
    assert twin("int-add").stdout.count("  answer ") == 3


def test_a_skill_that_has_no_items_ends_with_one():
    found = twin("juggling")
    assert found.exit_code == 1
    assert "There is no item of juggling." in found.output


def test_a_shape_that_does_not_exist_ends_with_one():
    assert twin("int-add", "--shape", "round").exit_code == 1
