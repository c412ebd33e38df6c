"""A whole lesson of a class of 32 (classroom.md, the storyboard): console, wall, two real pages, the rest simulated.

Who knows what is that lesson's own: 111 × 7, 110 × 9, 100 × 7, 000 × 4, 101, 010 in the check; 17 of 30, then 25 of 30
on the board; 24 of 30 at the end. One comes in the middle of the check, one when the groups stand, two stay away.
"""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from playwright.async_api import Page, expect

from boardsup.cli.simulated.device import Device
from boardsup.maths.posing import Posed, pose_question
from browser.lesson import Lesson, lesson_for_target
from browsing import Screens
from serving import Server

NAMES = [f"P{i:02}" for i in range(1, 33)]
CHECK = {"check.1": "9", "check.2": "-4", "check.3": "56/5"}
PATTERNS = ["111"] * 7 + ["110"] * 9 + ["100"] * 7 + ["000"] * 4 + ["101", "010"]
REAL = (7, 16)
"""Who sits at a real page, by place in the list."""

HANDED_IN_WITHIN = 30
"""Seconds."""

LATE_IN_THE_CHECK, LATE_AT_THE_STATIONS, AWAY = 28, 31, (29, 30)


@dataclass
class Room:
    """The lesson with everybody in it: simulated devices and real pages, by place in the list."""

    begun: Lesson
    wall: Page
    ids: list[str]
    devices: dict[int, Device] = field(default_factory=dict)
    pages: dict[int, Page] = field(default_factory=dict)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)
    done: set[str] = field(default_factory=set)

    @property
    def here(self) -> list[int]:
        """Everybody with a board before them, in the list's order."""
        return sorted((*self.devices, *self.pages))

    async def comes(self, *places: int) -> None:
        """These tap their tiles, each on a simulated device."""
        for place in places:
            device = self.devices[place] = Device(self.begun.server.here, self.begun.code, self.ids[place])
            self.tasks.append(asyncio.create_task(device.live()))
        await asyncio.gather(*(self.devices[place].sits() for place in places))

    async def answers(self, place: int, question: str, text: str, sure: str = "") -> None:
        """One student hands in, on whatever they have."""
        if place not in self.pages:
            form = {"do": "answer", "question": question, "text": text}
            async with asyncio.timeout(HANDED_IN_WITHIN):
                await self.devices[place].hand_in(form | ({"sure": sure} if sure else {}))
            return
        page = self.pages[place]
        await page.locator(f'[data-answer="{question}"]').fill(text)
        if sure:
            await page.locator(f'input[name=sure][value="{sure}"]').check(force=True)
        await page.get_by_role("button", name="Hand in").click()

    async def answered(self, right: int) -> None:
        """The first of the list are right, the others make the likeliest mistake."""
        question, found = await self.asked()
        marks = [found.answer] * right + [found.predictions[0].value] * (len(self.here) - right)
        await asyncio.gather(*(self.answers(p, question, text) for p, text in zip(self.here, marks, strict=True)))

    async def asked(self) -> tuple[str, Posed]:
        """The next question as it stands on a board, read and solved anew: its answer and its likely wrong ones."""
        device = next(iter(self.devices.values()))
        new = re.compile(r'data-question="(?!check|stations)([^"]+)"')
        await device.sees(
            lambda: (id := new.search(device.page.regions["task"])) is not None and id[1] not in self.done
        )
        id = new.search(device.page.regions["task"])
        shown = re.search(r'alttext="([^"]+)"', device.page.regions["task"])
        assert id is not None
        assert shown is not None
        self.done.add(id[1])
        found = pose_question(f"Solve {html.unescape(shown[1])}")
        assert isinstance(found, Posed)
        return id[1], found


@pytest.fixture
async def room(server: Server, screens: Screens) -> AsyncIterator[Room]:
    """The lesson on what is taught today, with 28 of 32 in their seats."""
    begun = await lesson_for_target(server, screens, "\n".join(NAMES), "eq-both-dist")
    wall, visitor = await begun.wall(), await begun.visitor()
    ids = await visitor.eval_on_selector_all("#task input[name=student]", "fields => fields.map(f => f.value)")
    room = Room(begun, wall, ids)
    await room.comes(*(i for i in range(28) if i not in REAL))
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
    await console.get_by_role("button", name="Show the groups").click()
    await expect(wall.locator(".named-groups")).to_contain_text("Table")
    await expect(room.pages[16].get_by_text("You are in")).to_be_visible()
    await the_stations(room)

    await room.begun.open("Model")
    await expect(room.pages[7].get_by_text("Eyes up.")).to_be_visible()
    await the_boards(room)
    await the_exit(room)

    await console.get_by_role("button", name="End…").click()
    await console.get_by_role("button", name="End the lesson").click()
    await expect(room.pages[7].get_by_text("Thank you. See you next time.")).to_be_visible()
    await expect(wall.get_by_text("Thank you.")).to_be_visible()


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
    await expect(room.wall.locator("#wall-count")).to_contain_text("26 of 28")
    await expect(room.begun.console.locator("#tallies")).not_to_contain_text("%")


async def the_check(room: Room) -> None:
    """Three questions at one's own pace; the 29th student comes in the middle of it."""
    await room.begun.open("Diagnostic")
    await room.comes(LATE_IN_THE_CHECK)

    async def one(place: int, pattern: str) -> None:
        for (question, right), mark in zip(CHECK.items(), pattern, strict=True):
            await room.answers(place, question, right if mark == "1" else "1000")

    await asyncio.gather(*(one(place, pattern) for place, pattern in enumerate(PATTERNS)))
    await expect(room.wall.locator("#wall-count")).to_contain_text("29 of 29")
    await room.begun.press("c")


async def the_stations(room: Room) -> None:
    """Two rounds; the 32nd student answers the three questions first and is placed then."""
    await room.begun.open("Stations")
    await expect(room.wall.locator(".round-time")).to_contain_text("Round 1 of 2")
    await room.comes(LATE_AT_THE_STATIONS)
    for question, right in CHECK.items():
        await room.answers(LATE_AT_THE_STATIONS, question, right)
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
    await expect(room.pages[16].locator(".lines li")).to_have_count(2)
    await room.begun.press("t")
    await room.answered(25)
    await expect(console.locator(".flag .word")).to_have_text("MOVE ON", timeout=20_000)
    await room.begun.press("c")
    await expect(advice).to_contain_text("17 of 30 at first, 25 of 30 now.")


async def the_exit(room: Room) -> None:
    """24 of 30; of the others, half are sure of it."""
    await room.begun.open("Exit")
    question, found = await room.asked()
    marks = [(found.answer, "sure")] * 24 + [("1000", "sure")] * 3 + [("1000", "not_sure")] * 3
    await asyncio.gather(*(room.answers(p, question, *mark) for p, mark in zip(room.here, marks, strict=True)))
    await expect(room.begun.console.locator(".big")).to_have_text("24 of 30 right")
    await expect(room.pages[7].get_by_text("Right.")).to_be_visible()
