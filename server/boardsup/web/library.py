"""What problems/ holds, read once: the bank, the library of warm-ups, the prompts about the class.

A teacher's own items stand in the database; `bank_of` puts them behind those of the bank.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from boardsup.items.bank import Bank
from boardsup.items.own import parse_own, with_own
from boardsup.items.pool import Pool
from boardsup.items.sheet import Unusable
from boardsup.items.warmups import Community, WarmUp
from boardsup.store.own_items import own_items
from boardsup.store.problems import load_bank
from boardsup.store.warmups import load_community, load_warmups
from boardsup.web.door import Door

log = logging.getLogger("boardsup.items")


@lru_cache(maxsize=2)
def the_bank(problems: Path) -> Bank:
    """Everything in problems/."""
    return load_bank(problems)


def bank_of(door: Door) -> Bank:
    """The same with the teacher's own items, as they are in the database now: other processes write there, too."""
    with door.database.session() as session:
        own = tuple((row.id, row.text) for row in own_items(session))
    return _with(door.settings.problems, own)


def items_stamp(door: Door) -> str:
    """Changes whenever the items that were written here do: a page that was drawn with others says another one."""
    with door.database.session() as session:
        kept = "|".join(f"{row.id}.{row.version}" for row in own_items(session))
    return sha256(kept.encode()).hexdigest()[:12]


@lru_cache(maxsize=4)
def _with(problems: Path, own: tuple[tuple[str, str], ...]) -> Bank:
    pools: list[Pool] = []
    for id, text in own:
        try:
            pools.append(parse_own(text, file=f"{id}.yaml"))
        except Unusable:
            log.warning("the own item %s cannot be read by this version and is left out", id)
    return with_own(the_bank(problems), pools)


@lru_cache(maxsize=2)
def the_warm_ups(problems: Path) -> dict[str, WarmUp]:
    """Every warm-up by its name."""
    return load_warmups(problems)


@lru_cache(maxsize=2)
def the_community(problems: Path) -> dict[str, Community]:
    """Every prompt about the class by its name."""
    return load_community(problems)
