"""The press: a process of its own that can be slow, die or be closed, and every formula that there is."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardsup.items.vary import vary
from boardsup.maths import tree as t
from boardsup.maths.printing.plain import plain
from boardsup.maths.printing.typst import typst
from boardsup.web.settings import CHECKOUT
from boardsup.web.worksheets.lists import roster
from boardsup.web.worksheets.pieces import Ask, Example, Part, Sheet
from boardsup.web.worksheets.pieces import Paper as Printed
from boardsup.web.worksheets.press import MOST_WAITING, NotPrinted, Press
from boardsup.web.worksheets.setting import line, picture, value
from maths.printing.trees import statements
from papers import Pdf
from problems.shipped import bank

SHEET = Sheet("en", (Part(text="All"),), "Name:", "", "foot", "Page", ())
NAMES = roster("Period 3", ["Ada", "Bo"])
SLOW = """
#let paper = json(bytes(sys.inputs.paper))
#set document(title: "Slow")
#if paper.title == "slow" { for i in range(100000) { for j in range(100000) { } } }
#paper.title
"""
PATIENCE = 30.0


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    made = Press(CHECKOUT / "client")
    yield made
    made.close()


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[Press]:
    """A press whose template takes for ever when the title is slow."""
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "paper.typ").write_text(SLOW, encoding="utf-8")
    made = Press(tmp_path, deadline=2)
    yield made
    made.close()


def test_every_form_of_the_bank_can_be_typeset_with_its_example_and_its_picture(press: Press) -> None:
    asks, examples = [], []
    for pool in bank().pools.values():
        for shape in pool.shapes:
            of = vary(pool, shape.id, "3")
            asks.append(Ask(line(of.question.ask, "es"), tuple(value(c) for c in of.question.choices)))
            lines = tuple((line(f"${one.line}$"), line(one.why)) for one in of.worked)
            examples.append(replace(SHEET, example=Example("An example", lines, picture(of.reteach.visual))))
    found = Pdf(press.pdf(Printed("All", "en", (replace(SHEET, questions=tuple(asks)), *examples))))
    assert found.says_ua_1
    assert len(found.with_tag("Figure")) == len(examples)
    assert len(found.with_tag("LI")) == len(asks)


@given(st.lists(statements, min_size=40, max_size=60))
@settings(max_examples=4, deadline=None)
def test_whatever_was_read_can_be_typeset(press: Press, nodes: list[t.Node]) -> None:
    """Seen to fail with the brackets of a function's argument left open."""
    asks = tuple(Ask((Part(math=typst(node), said=plain(node)),)) for node in nodes)
    assert Pdf(press.pdf(Printed("Trees", "en", (replace(SHEET, questions=asks),)))).says_ua_1


@pytest.mark.parametrize("text", ["50%", "$3.50", "30°", "0.1(6)", "5 km/h", "x = 1 or x = 2", "1 < x <= 3", "{1, 2}"])
def test_every_sort_of_value_can_be_typeset(press: Press, text: str) -> None:
    asks = (Ask((), answer=value(text)), Ask(value(text)))
    assert Pdf(press.pdf(Printed("Values", "en", (replace(SHEET, questions=asks),)))).says_ua_1


@pytest.mark.parametrize(
    "text",
    [
        "#panic(1)",
        '"; #panic(1) //',
        "#import('x')",
        "sys.inputs.paper",
        "x#y = 3",
        "5 km#h",
        '5 "km"',
        "@preview/x:1.0",
        "\\#x",
        "`raw`",
        "eval(x)",
        "2 #v",
    ],
)
def test_what_an_author_wrote_never_reaches_the_source_of_an_equation(press: Press, text: str) -> None:
    found = (*line(f"Work out ${text}$."), *value(text))
    assert not any(set("#@`\\") & set(part.math) for part in found)
    asks = (Ask(found),)
    assert Pdf(press.pdf(Printed("Hostile", "en", (replace(SHEET, questions=asks),)))).says_ua_1


def test_what_takes_too_long_is_ended_and_the_next_paper_is_printed(slow: Press) -> None:
    with pytest.raises(NotPrinted, match="could not be printed"):
        slow.pdf(Printed("slow", "en", ()))
    assert "quick" in Pdf(slow.pdf(Printed("quick", "en", ()))).text


async def test_the_event_loop_goes_on_while_something_slow_is_printed(slow: Press) -> None:
    waiting = asyncio.ensure_future(asyncio.to_thread(slow.pdf, Printed("slow", "en", ())))
    turns = 0
    while not waiting.done():
        await asyncio.sleep(0.01)
        turns += 1
    assert isinstance(waiting.exception(), NotPrinted)
    assert turns > 20


def test_beyond_a_few_that_wait_a_further_paper_is_turned_away_at_once(slow: Press) -> None:
    refused: list[str] = []

    def ask() -> None:
        try:
            slow.pdf(Printed("slow", "en", ()))
        except NotPrinted as why:
            refused.append(str(why))

    asking = [threading.Thread(target=ask) for _ in range(MOST_WAITING + 1)]
    for thread in asking:
        thread.start()
    until = time.monotonic() + PATIENCE
    while not refused and time.monotonic() < until:
        time.sleep(0.005)
    assert "in a moment" in refused[0]
    slow.close()
    for thread in asking:
        thread.join(PATIENCE)
    assert len(refused) == MOST_WAITING + 1


def test_a_press_that_is_not_used_ends_its_process_and_starts_it_again() -> None:
    resting = Press(CHECKOUT / "client", idle=0.05)
    assert resting.pdf(NAMES)
    until = time.monotonic() + PATIENCE
    while resting.is_warm and time.monotonic() < until:
        time.sleep(0.005)
    assert not resting.is_warm
    assert resting.pdf(NAMES)
    resting.close()


def test_a_closed_press_prints_nothing_more(press: Press) -> None:
    closed = Press(CHECKOUT / "client")
    assert closed.pdf(NAMES)
    closed.close()
    with pytest.raises(NotPrinted):
        closed.pdf(NAMES)


def test_more_than_a_press_takes_is_refused_before_it_is_tried(press: Press) -> None:
    with pytest.raises(NotPrinted, match="in parts"):
        press.pdf(roster("x" * 9_000_000, ["Ada"]))
    assert press.pdf(NAMES)
