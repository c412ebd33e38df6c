"""Prompts: words with mathematics between dollar signs, and money that stays money."""

from __future__ import annotations

import pytest

from boardsup.maths.prompt import prompt_html, prompt_plain, read_prompt


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (r"Pay \$40 and \$5 a month.", "Pay $40 and $5 a month."),
        (r"Pay \$40. Solve $2x = 40$.", "Pay $40. Solve 2x = 40."),
        ("It costs $5.", "It costs $5."),
    ],
)
def test_a_dollar_sign_behind_a_backslash_is_money(written: str, plain: str):
    assert prompt_plain(read_prompt(written)) == plain


def test_the_words_of_a_prompt_are_escaped():
    assert "<b>" not in prompt_html(read_prompt(r"<b> costs \$<b>"))
