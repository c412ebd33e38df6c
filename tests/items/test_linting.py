"""`lint` finds what an author should mend, says where, and says how; of a clean folder it says nothing."""

from __future__ import annotations

import pytest

from boardsup.items.lint import lint
from items.small_bank import COMMUNITY_FILE, FILES, ITEM_FILE, MISCONCEPTION_FILE, STRAND_FILE, WARMUP_FILE, spoiled


def test_a_clean_folder_has_nothing_to_mend():
    assert lint(FILES) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (STRAND_FILE, "[eq-one]", "[eq-none]", "skills/equations.yaml:8: no skill is called “eq-none”"),
        (STRAND_FILE, "search: one", "prerequisites: [eq-two]\n    search: one", "circle: eq-one → eq-two → eq-one"),
        (STRAND_FILE, "skill: eq-one", "skill: eq-two", "skills/equations.yaml:8: “eq-two” is already in"),
        ("skills/map.yaml", "[eq-one]", "[eq-two]", "skills/map.yaml:3: eq-two does not rest on eq-two"),
        (MISCONCEPTION_FILE, "eq-one", "eq-none", "misconceptions/one-step.yaml:2: no skill is called “eq-none”"),
        (MISCONCEPTION_FILE, "Right size", "The student lost it", ":9: the wording says “student”"),
        (MISCONCEPTION_FILE, "Right size", "Wrong size", ":9: the wording says “Wrong”"),
        (MISCONCEPTION_FILE, "    source: classroom knowledge\n", "", "the source is not clear"),
        (MISCONCEPTION_FILE, "    says: Right size, other sign.\n", "", ":8: an entry of misconceptions has no “says”"),
        (MISCONCEPTION_FILE, "checked: exact", "checked: yes", ":14: a source cannot be checked “yes”"),
        (MISCONCEPTION_FILE, "eq1.answer_sign", "form.answer_sign", "“form.answer_sign” cannot be the id"),
        (MISCONCEPTION_FILE, "right: x = 9", "right: x = -9", "eq1.answer_sign: both lines are the same"),
        (MISCONCEPTION_FILE, "eq1.answer_sign", "eq1.other", "no misconception is called “eq1.answer_sign”"),
        (ITEM_FILE, "skill: eq-one", "skill: eq-six", "items/equations/eq-one.yaml:1: no skill is called “eq-six”"),
        (ITEM_FILE, "skill: eq-one", "skill: eq-two", "move it to items/equations/eq-two.yaml"),
        (ITEM_FILE, "answer: x = {k}", "answer: x = {k+1}", "the worked line x +"),
        (ITEM_FILE, "value: -k", "value: k", "eq1.answer_sign gives x = "),
        (ITEM_FILE, "value: -k", "value: b + a", "eq1.answer_sign and eq1.same_operation both give x = "),
        (ITEM_FILE, "value: -k", "value: k/(k - k)", "no draw fits; the last one: division by zero"),
        (ITEM_FILE, "where: k != 9", "where: k > 99", "no draw fits; the last one: k > 99 does not hold"),
        (ITEM_FILE, "line: x = {k}", "line: x = {-k}", "the worked line x ="),
        (ITEM_FILE, "  - line: x = {k}\n", "", "the worked example does not end with the answer"),
        (ITEM_FILE, '"x + {a} = {b}"', '"x + + {a}"', "cannot be checked"),
        (ITEM_FILE, "right: x = {b} - {a}", "right: x = {b} - 1 - {a}", "eq1.same_operation: the line right:"),
        (ITEM_FILE, "wrote: x = {b} + {a}", "wrote: x = {b} - {a}", "eq1.same_operation: the line wrote:"),
        (ITEM_FILE, "x = 18: eq1", "x = 19: eq1", "x = 19 comes to incorrect, ne.value, not eq1.same_operation"),
        (ITEM_FILE, "x = 8: correct", "x = 8: incorrect", "x = 8 comes to correct, eq.value, not incorrect"),
        (ITEM_FILE, "          x = -8: eq1.answer_sign\n", "", "no example of shape plus comes to eq1.answer_sign"),
        (ITEM_FILE, "{a: 5, k: 8}", "{a: 5, k: 9}", "these numbers make no item: k != 9 does not hold"),
        (ITEM_FILE, "{a: 2..12, k: 2..15}", "{a: 2, k: 3..6}", "gives fewer than 8 different items"),
        (ITEM_FILE, "{a: 2..12, k: 2..15}", "{a: [2], k: [8]}", "no other numbers have the signs of"),
        (
            ITEM_FILE,
            "        says: Wrote",
            "        when: k > 99\n        says: Wrote",
            "eq1.answer_sign is never predicted",
        ),
        (ITEM_FILE, "says: Wrote", "says: You wrote", "a wording says “You”"),
        (ITEM_FILE, "What was done to $x$?", "What was done to $x x + $?", "is no mathematics that can be read"),
        (ITEM_FILE, "ask: Solve", f"ask: Solve {'really ' * 20}", "the question has more than 20 words"),
        (ITEM_FILE, 'balance: {left: [x, "{a}"]', f"balance: {{left: [{', '.join('x' * 11)}]", "at most 10 boxes"),
    ],
)
def test_a_fault_is_found_with_its_place(file: str, old: str, new: str, said: str):
    found = lint(spoiled(file, old, new))
    assert said in "\n".join(map(str, found))
    assert all(finding.line and finding.mend for finding in found)


def test_a_warm_up_s_name_that_is_taken_is_found_in_the_second_file():
    found = lint({**FILES, "warmups/later.yaml": FILES[WARMUP_FILE]})
    assert list(map(str, found)) == [
        "warmups/later.yaml:1: “growing-rows” is already in warmups/growing-rows.yaml, line 1 (keep one of the two)"
    ]


def test_a_prompt_s_name_that_is_taken_is_found_in_its_line():
    texts = spoiled(COMMUNITY_FILE, "all-stuck", "keep-doing")
    found = lint({**texts, "community/later.yaml": FILES[COMMUNITY_FILE]})
    assert [(finding.file, finding.line) for finding in found] == [(COMMUNITY_FILE, 3), ("community/later.yaml", 2)]


def test_only_what_was_asked_for_is_reported():
    texts = spoiled(STRAND_FILE, "[eq-one]", "[eq-none]")
    assert lint(texts, {ITEM_FILE}) == ()


def test_each_sort_of_fault_is_said_once_however_many_draws_have_it():
    found = lint(spoiled(ITEM_FILE, "line: x = {k}", "line: x = {-k}"), {ITEM_FILE})
    assert len([finding for finding in found if "shape plus" in finding.what]) == 2
