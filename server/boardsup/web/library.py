"""What problems/ holds, read once: the bank, the library of warm-ups, the prompts about the class."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from boardsup.items.bank import Bank
from boardsup.items.warmups import Community, WarmUp
from boardsup.store.problems import load_bank
from boardsup.store.warmups import load_community, load_warmups


@lru_cache(maxsize=2)
def the_bank(problems: Path) -> Bank:
    """Everything in problems/."""
    return load_bank(problems)


@lru_cache(maxsize=2)
def the_warm_ups(problems: Path) -> dict[str, WarmUp]:
    """Every warm-up by its name."""
    return load_warmups(problems)


@lru_cache(maxsize=2)
def the_community(problems: Path) -> dict[str, Community]:
    """Every prompt about the class by its name."""
    return load_community(problems)
