"""Seeds, twins and distinct outcomes, on a small pool."""

from __future__ import annotations

from fractions import Fraction

import pytest

from boardsup.items.bank import Bank, read_bank
from boardsup.items.instance import Instance
from boardsup.items.pool import Contrast
from boardsup.items.predicting import Unfit
from boardsup.items.vary import NoDraw, posed, twin, vary
from items.small_bank import FILES, ITEM_FILE, MISCONCEPTION_FILE, spoiled


def bank(texts: dict[str, str] = FILES) -> Bank:
    found, findings = read_bank(texts)
    assert findings == ()
    return found


def item(texts: dict[str, str] = FILES, **numbers: int) -> Instance:
    """The item with these numbers."""
    return posed(bank(texts).pools["eq-one"].shapes[0], {name: Fraction(n) for name, n in numbers.items()})


def test_an_item_has_its_numbers_in_every_text():
    found = item(a=5, k=8)
    assert found.question.ask == "Solve $x + 5 = 13$."
    assert found.question.answer == "x = 8"
    assert [prediction.value for prediction in found.question.predictions] == ["x = 18", "x = -8"]
    assert [line.line for line in found.worked] == ["x + 5 = 13", "x = 8"]
    assert found.worked[0].why == "Take 5 off both sides."


def test_a_prediction_has_its_rule_s_wording_or_its_misconception_s():
    says = [prediction.says for prediction in item(a=5, k=8).question.predictions]
    assert says == ["Did the same operation again instead of undoing it.", "Wrote −8, the other sign."]


def test_a_predicted_misconception_has_the_two_lines_that_show_it():
    assert item(a=5, k=8).contrast("eq1.same_operation") == Contrast("x = 13 + 5", "x = 13 - 5")
    assert item(a=5, k=8).contrast("eq1.other") is None


def test_numbers_that_break_a_condition_make_no_item():
    with pytest.raises(Unfit, match="k != 9 does not hold"):
        item(a=5, k=9)


def test_two_procedures_with_one_answer_make_no_item():
    texts = spoiled(ITEM_FILE, "value: -k", "value: b + 5")
    with pytest.raises(Unfit, match=r"eq1\.answer_sign and eq1\.same_operation both give x = 18"):
        item(texts, a=5, k=8)


def test_two_procedures_that_are_declared_one_diagnosis_are_shown_as_a_or_b():
    texts = spoiled(ITEM_FILE, "value: -k}", "value: b + 5}\n        same_as: eq1.same_operation")
    (found,) = item(texts, a=5, k=8).question.predictions
    assert found.ids == ("eq1.same_operation", "eq1.answer_sign")
    assert found.says == "Did the same operation again instead of undoing it, or wrote −8, the other sign."


def test_a_rule_whose_condition_does_not_hold_predicts_nothing():
    texts = spoiled(ITEM_FILE, "        says: Wrote", "        when: k > 8\n        says: Wrote")
    assert [p.ids for p in item(texts, a=5, k=8).question.predictions] == [("eq1.same_operation",)]


def test_a_seed_draws_again_until_the_outcomes_are_distinct():
    texts = spoiled(ITEM_FILE, "value: -k", "value: 10 - k")
    pool = bank(texts).pools["eq-one"]
    drawn = {dict(vary(pool, "plus", str(seed)).numbers)["k"] for seed in range(60)}
    assert Fraction(5) not in drawn
    assert Fraction(9) not in drawn
    assert len(drawn) > 6


def test_a_seed_that_finds_nothing_says_why():
    pool = bank(spoiled(ITEM_FILE, "value: -k", "value: k")).pools["eq-one"]
    with pytest.raises(NoDraw, match=r"eq1\.answer_sign gives x = "):
        vary(pool, "plus", "1")


def test_the_draws_of_a_seed_never_change():
    """The numbers of a lesson that was planned last year have to be those of its journal."""
    assert vary(bank().pools["eq-one"], "plus", "monday").question.ask == "Solve $x + 12 = 19$."


def test_a_twin_of_a_twin_has_a_seed_of_its_own():
    pool = bank().pools["eq-one"]
    first = vary(pool, "plus", "monday")
    second = twin(pool, first, "1")
    assert vary(pool, "plus", second.seed) == second
    assert twin(pool, second, "1").question.ask != second.question.ask


def test_the_words_of_a_search_become_an_address():
    assert bank().practice("eq-one") == (("Somewhere", "https://example.org/?q=one%2Dstep+%26+more"),)


def test_only_a_source_that_was_checked_is_credited():
    found = bank().misconceptions
    assert found["eq1.answer_sign"].credit == "Somebody 1999"
    assert found["eq1.same_operation"].credit == "classroom knowledge"


def test_braces_in_a_general_wording_are_printed():
    texts = spoiled(MISCONCEPTION_FILE, "Did the same operation", "Wrote {x}: the same operation")
    texts[MISCONCEPTION_FILE] = texts[MISCONCEPTION_FILE].replace(
        "says: Wrote {x}: the same operation again instead of undoing it.", 'says: "Wrote {x} again."'
    )
    assert item(texts, a=5, k=8).question.predictions[0].says == "Wrote {x} again."
