"""A whole lesson of a class of 32 (classroom.md, the storyboard): console, wall, two real pages, the rest simulated.

Who knows what is that lesson's own: 111 × 7, 110 × 9, 100 × 7, 000 × 4, 101, 010 in the check; 17 of 30, then 25 of 30
on the board; 24 of 30 at the end. One comes in the middle of the check, one when the groups stand, two stay away; one
has no device, one more time, one reads Spanish, one is never called, one does not coach, two pairs are kept apart.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from playwright.async_api import expect

from browser.lesson import class_of, on_target, tiles_of
from browser.whole_class import (
    APART,
    CHECK,
    HANDED_IN_WITHIN,
    LATE_AT_THE_STATIONS,
    LATE_IN_THE_CHECK,
    NAMES,
    NEVER_CALLED,
    NO_COACH,
    ON_PAPER,
    PATTERNS,
    READS_SPANISH,
    REAL,
    TAKES_TIME,
    WRONG,
    Room,
    Work,
    the_cast,
)
from browsing import Screens
from serving import Server

pytestmark = pytest.mark.own_server


@pytest.fixture
async def room(server: Server, screens: Screens) -> AsyncIterator[Room]:
    """The lesson on what is taught today, with 28 of 32 here, one of them without a device."""
    desk = await class_of(server, screens, "\n".join(NAMES))
    await the_cast(server, desk)
    begun = await on_target(server, screens, desk, "eq-both-dist")
    wall, visitor = await begun.wall(), await begun.visitor()
    ids = await tiles_of(visitor)
    room = Room(begun, wall, ids)
    await room.comes(*(i for i in range(28) if i not in (*REAL, ON_PAPER)))
    await begun.console.locator(f'[data-person="{ids[ON_PAPER]}"]').click()
    await begun.console.get_by_role("button", name="No device: I mark by hand").click()
    room.pages = {i: await begun.student(NAMES[i]) for i in REAL}
    yield room
    for task in room.tasks:
        task.cancel()
    await asyncio.gather(*room.tasks, return_exceptions=True)


async def test_fifty_minutes(room: Room):
    console, wall = room.begun.console, room.wall
    await the_warm_up(room)
    await the_check(room)

    await room.begun.open("Plan")
    card = console.locator("#plan-card")
    await expect(card.locator("h2")).to_have_text("Stations")
    await expect(card).to_contain_text("4 of 29 (14%) below Q1, 11 of 29 (38%) below Q2; rule needs 60%")
    await expect(card).to_contain_text("2 to confirm")
    await expect(card).to_contain_text("3 not placed yet")
    await the_groups(room)
    await console.get_by_role("button", name="Show the groups").click()
    await expect(wall.locator(".named-groups")).to_contain_text("Table")
    await expect(room.pages[READS_SPANISH].get_by_text("Estás en")).to_be_visible()
    await the_stations(room)

    await room.begun.open("Model")
    await expect(room.pages[7].get_by_text("Eyes up.")).to_be_visible()
    await the_boards(room)
    await the_call(room)
    await the_exit(room)

    await console.get_by_role("button", name="End…").click()
    await console.get_by_role("button", name="End the lesson").click()
    await expect(room.pages[7].get_by_text("Thank you. See you next time.")).to_be_visible()
    await expect(wall.get_by_text("Thank you.")).to_be_visible()
    await the_evening(room)


async def the_warm_up(room: Room) -> None:
    """Reasons from everybody, nothing right or wrong, nothing in percent."""
    await room.begun.press("Enter")
    await expect(room.begun.stage.locator(".chip")).to_have_text("Warm-up")
    device = room.devices[0]
    await device.sees(lambda: 'name="question"' in device.page.regions.get("task", ""))
    task = device.page.regions["task"]
    found = re.search(r'name="question" value="([^"]+)"', task)
    assert found is not None
    form = {"do": "answer", "question": found[1], "text": "it only adds"}
    if 'value="share"' in task:
        form |= {"do": "share", "choice": "A"}
    async with asyncio.timeout(HANDED_IN_WITHIN):
        await asyncio.gather(*(device.hand_in(form) for device in room.devices.values()))
    await expect(room.wall.locator("#wall-count")).to_contain_text("25 of 28")
    await expect(room.begun.console.locator("#tallies")).not_to_contain_text("%")


async def the_check(room: Room) -> None:
    """Three questions at one's own pace; the 29th student comes in the middle of it."""
    await room.begun.open("Diagnostic")
    await room.comes(LATE_IN_THE_CHECK)

    async def one(place: int, pattern: str) -> None:
        for (question, right), mark in zip(CHECK.items(), pattern, strict=False):
            await room.answers(place, question, Work(right, is_right=True) if mark == "1" else WRONG)

    has_two = PATTERNS[TAKES_TIME][:2]
    given = [has_two if place == TAKES_TIME else pattern for place, pattern in enumerate(PATTERNS)]
    await asyncio.gather(*(one(place, pattern) for place, pattern in enumerate(given)))
    await expect(room.wall.locator("#wall-count")).to_contain_text("28 of 29")
    await room.begun.press("c", "c")
    await expect(room.begun.button("Undo close")).to_be_visible()
    await room.answers(TAKES_TIME, "check.3", WRONG)


async def the_groups(room: Room) -> None:
    """Who does not coach is in the studio, and nobody is with somebody from whom they are kept apart."""
    places = await room.begun.console.locator("#plan-card .place").evaluate_all(
        "all => all.map(one => [one.querySelector('h3').textContent, "
        "[...one.querySelectorAll('.placed .name')].map(name => name.textContent)])"
    )
    (studio,) = [names for label, names in places if label.startswith("Studio")]
    assert sorted(studio) == [NAMES[NO_COACH], NAMES[27]]
    for label, names in places:
        assert not any({NAMES[one], NAMES[other]} <= set(names) for one, other in APART), label


async def the_stations(room: Room) -> None:
    """Two rounds; the 32nd student answers the three questions first and is placed then."""
    await room.begun.open("Stations")
    await expect(room.wall.locator(".round-time")).to_contain_text("Round 1 of 2")
    await room.comes(LATE_AT_THE_STATIONS)
    for question, right in CHECK.items():
        await room.answers(LATE_AT_THE_STATIONS, question, Work(right, is_right=True))
    late = room.devices[LATE_AT_THE_STATIONS]
    await late.sees(lambda: "stations." in late.page.regions["task"])
    rounds = room.begun.console.locator("#rounds")
    await rounds.get_by_role("button", name="End this round").click()
    await rounds.get_by_role("button", name="Go to round 2").click()
    await expect(rounds).to_contain_text("Round 2 of 2")


async def the_boards(room: Room) -> None:
    """17 of 30: stop, and talk it over. The same with new numbers: 25 of 30, move on."""
    console = room.begun.console
    await console.locator("#agenda").get_by_role("button", name="Board").first.click()
    await room.answered(17)
    await expect(console.locator(".flag .word")).to_have_text("STOP", timeout=20_000)
    await room.begun.press("c")
    advice = console.locator("#advice")
    await expect(advice).to_contain_text("17 of 30 right")
    await room.begun.press("k")
    await expect(room.begun.stage.locator(".chip")).to_have_text("Discuss")
    await expect(room.pages[READS_SPANISH].locator(".lines li")).to_have_count(2)
    await room.begun.press("t")
    await room.answered(25)
    await expect(console.locator(".flag .word")).to_have_text("MOVE ON", timeout=20_000)
    await room.begun.press("c")
    await expect(advice).to_contain_text("17 of 30 at first, 25 of 30 now.")


async def the_exit(room: Room) -> None:
    """24 of 30; of the others, half are sure of it."""
    await room.begun.open("Exit")
    question, found = await room.asked()
    work = [Work(found.answer, is_right=True, sure="sure")] * 24
    work += [replace(WRONG, sure="sure")] * 3 + [replace(WRONG, sure="not_sure")] * 3
    await asyncio.gather(*(room.answers(p, question, of) for p, of in zip(room.here, work, strict=True)))
    await expect(room.begun.console.locator(".big")).to_have_text("24 of 30 right")
    await expect(room.pages[7].get_by_text("Right.")).to_be_visible()


async def the_call(room: Room) -> None:
    """A name after the time to think, never that of the student who is not called."""
    console = room.begun.console
    await room.begun.open("Cold call")
    await console.get_by_role("button", name=re.compile("heads-up", re.IGNORECASE)).first.click()
    await room.begun.press("l")
    name = room.wall.locator("#scene .name, #scene .called")
    await expect(name).to_have_text(re.compile(r"P\d\d"), timeout=20_000)
    assert await name.inner_text() != NAMES[NEVER_CALLED]
    await room.begun.press("1")


async def the_evening(room: Room) -> None:
    """What the desk says of tomorrow: three to talk to first, three at a table, two to catch up."""
    console = room.begun.console
    await console.goto(f"{room.begun.server.here}/desk")
    await console.locator("a.klass").first.click()
    await console.get_by_role("link", name="Growth and next week").click()
    page = await console.locator("main").text_content() or ""
    for line in (NAMES[24:27], [*NAMES[27:29], NAMES[31]], NAMES[29:31]):
        assert ", ".join(line) in " ".join(page.split()), line
