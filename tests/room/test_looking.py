"""A look at an item that somebody writes: in a process of its own, in time, whatever was typed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from boardsup.items.looking import Asked
from boardsup.room.forked import Nursery
from boardsup.room.looking import NOT_LOOKED, TOO_LONG, TOO_MANY, looked_at
from items.written_items import TIMES

LONG = "+".join(["a^9"] * 25)
ENDLESS = replace(
    TIMES,
    numbers=(("a", "1..100"), ("k", "2..9")),
    follows=(("b", "a*k"), *((name, LONG) for name in "cdef")),
    where=("a = 7",),
    mistakes=(),
)
"""Twins are looked for among draws that hardly ever fit: minutes of work."""


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    found = Nursery()
    yield found
    found.close()


def test_an_item_is_drawn_and_what_is_to_be_said_comes_back(nursery: Nursery):
    seen = looked_at(nursery, Asked(TIMES))
    assert seen.says == ()
    assert seen.drawn[0].ask.startswith("Solve $")


def test_an_item_that_takes_too_long_is_said_to_and_the_next_one_is_looked_at(nursery: Nursery):
    began = time.monotonic()
    seen = looked_at(nursery, Asked(ENDLESS), deadline=0.5)
    assert [said.text for said in seen.says] == [TOO_LONG]
    assert time.monotonic() - began < 10
    assert looked_at(nursery, Asked(TIMES)).can_be_kept


def test_a_process_that_dies_is_an_answer_too(nursery: Nursery):
    class Dying(Nursery):
        def fork(self):
            worker = nursery.fork()
            nursery.end(worker)
            return worker

    assert [said.text for said in looked_at(Dying(), Asked(TIMES)).says] in ([NOT_LOOKED], [TOO_LONG])


def test_without_a_process_to_be_had_a_sentence_says_so():
    closed = Nursery()
    closed.close()
    assert [said.text for said in looked_at(closed, Asked(TIMES)).says] == [TOO_MANY]
