"""The content that ships, read once."""

from __future__ import annotations

from functools import cache

from boardsup.items.bank import Bank
from boardsup.store.problems import load_bank, problem_texts
from checkout import ROOT

PROBLEMS = ROOT / "problems"


@cache
def bank() -> Bank:
    """Everything in problems/."""
    return load_bank(PROBLEMS)


@cache
def texts() -> dict[str, str]:
    """Every file of problems/ by its name."""
    return problem_texts(PROBLEMS)
