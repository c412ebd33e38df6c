"""Stations in real browsers: rounds on the wall, a raised hand on the console alone, a late student, pages to print."""

from __future__ import annotations

import asyncio
import re

from playwright.async_api import Page, expect

from boardsup.cli.simulated.device import Device
from browser.lesson import Lesson, lesson_for_target, no_barriers, tiles_of
from browsing import Screens
from papers import Pdf
from serving import Server

RIGHT = {"check.1": "9", "check.2": "-4", "check.3": "56/5"}
PATTERNS = ("111", "111", "110", "110", "110", "100", "000")
NAMES = "\n".join(f"Kim{i}" for i in range(1, len(PATTERNS) + 2))


async def test_groups_work_in_rounds_and_the_late_student_is_placed(server: Server, screens: Screens):
    begun = await lesson_for_target(server, screens, NAMES, "eq-both-dist")
    wall, late = await begun.wall(), await begun.visitor()
    devices, tasks = await checked(begun, late)
    try:
        await begun.open("Plan")
        await begun.console.get_by_role("button", name="Show the groups").click()
        await begun.open("Stations")
        await expect(wall.locator(".round-time")).to_contain_text("Round 1 of")
        await expect(wall.locator(".round-time .time")).to_have_text(re.compile(r"^\d:\d\d$"))
        rounds = begun.console.locator("#rounds")
        await expect(rounds.locator(".at-work li")).not_to_have_count(0)
        await no_barriers(begun.console)

        await raised(devices)
        await expect(rounds.locator(".raised")).to_have_count(1)
        await expect(wall.locator("body")).not_to_contain_text("stuck")
        await rounds.get_by_role("button", name="I went there").click()
        await expect(rounds.locator(".raised")).to_have_count(0)

        await late.get_by_role("button", name="Kim8").click()
        for question, answer in RIGHT.items():
            await late.locator(f'[data-answer="{question}"]').fill(answer)
            await late.keyboard.press("Enter")
        await expect(late.locator(".chip").filter(has_text="Studio")).to_be_visible()
        await rounds.get_by_role("button", name="End this round").click()
        await printed(begun)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def checked(begun: Lesson, visitor: Page) -> tuple[list[Device], list[asyncio.Task[None]]]:
    """All but the last tile sit on simulated devices and have answered the check."""
    ids = await tiles_of(visitor)
    devices = [Device(begun.server.here, begun.code, id) for id in ids[:-1]]
    tasks = [asyncio.create_task(device.live()) for device in devices]
    await asyncio.gather(*(device.sits() for device in devices))
    await begun.open("Diagnostic")
    for device, pattern in zip(devices, PATTERNS, strict=True):
        for (question, right), mark in zip(RIGHT.items(), pattern, strict=True):
            await device.is_asked("check.1")
            text = right if mark == "1" else "1000"
            await device.hand_in({"do": "answer", "question": question, "text": text})
    await expect(begun.console.locator("#tallies")).to_contain_text("7")
    return devices, tasks


async def raised(devices: list[Device]) -> None:
    """A learner of a pair misses two in a row."""
    learner = devices[2]
    await learner.sees(lambda: any(question.startswith("stations.3") for question in learner.asked_at))
    for number in ("1", "2"):
        await learner.hand_in({"do": "answer", "question": f"stations.3.{number}", "text": "1000"})


async def printed(begun: Lesson) -> None:
    """Every group has its page, the key is the last one; on paper each student can have a page of their own."""
    page = await begun.console.context.new_page()
    await page.goto(f"{begun.server.here}/room/{begun.code}/materials")
    await expect(page.locator(".page").last).to_contain_text("Key")
    assert await page.locator(".page").count() >= 4
    await no_barriers(page)
    link = await page.get_by_role("link", name="a page a student").get_attribute("href")
    answer = await page.context.request.get(f"{begun.server.here}{link}")
    found = Pdf(await answer.body())
    assert found.says_ua_1
    assert {f"Name: Kim{i}" for i in range(1, 8)} <= {line.strip() for line in found.text.splitlines()}
