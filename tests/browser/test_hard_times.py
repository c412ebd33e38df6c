"""What devices go through: no network while one types, out of sight for a minute, a wrong clock, a full disk.

Minutes pass on the page's own clock (Playwright's), so that its timers do what they would, and nobody waits.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Page, expect

from browser.lesson import Lesson, lesson, no_barriers
from browser.test_staying_in import SILENCE, handed_in_once, hands_in_unheard, says_saved
from browsing import STUDENT, Screens
from serving import Server

KILLED = pytest.mark.own_server
"""The server is killed or frozen here, which no other test would like."""

FULL = """
const full = () => { throw new DOMException("full", "QuotaExceededError"); };
Storage.prototype.setItem = full;
IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = full;
"""
HIDE = """(hidden) => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  Object.defineProperty(document, "visibilityState", { configurable: true, get: () => hidden ? "hidden" : "visible" });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture
async def begun(server: Server, screens: Screens) -> Lesson:
    """A lesson that has been started."""
    return await lesson(server, screens)


async def at_the_board(begun: Lesson, page: Page) -> Page:
    """Ana sits, with the board question before her."""
    await page.goto(f"{begun.server.here}/room/{begun.code}")
    await page.locator("#task").get_by_role("button", name="Ana").click()
    await begun.open("Board")
    await expect(page.locator(".answer-line")).to_be_visible()
    return page


async def test_twenty_seconds_without_a_network_while_one_types_lose_nothing(begun: Lesson):
    ana = await begun.screens.open(STUDENT)
    await ana.clock.install()
    await at_the_board(begun, ana)
    await ana.locator(".answer-line").press_sequentially("7")
    await ana.context.set_offline(True)
    await expect(ana.locator("#connection")).to_contain_text("This device is offline")
    await ana.clock.run_for(10_000)
    await ana.locator(".answer-line").press_sequentially(".5")
    await ana.clock.run_for(10_000)
    await expect(ana.locator(".answer-line")).to_have_value("7.5")
    await ana.context.set_offline(False)
    await ana.clock.run_for(3_000)
    await expect(ana.locator("#connection")).to_have_text("Connected", timeout=SILENCE)
    await expect(ana.locator(".answer-line")).to_have_value("7.5")
    await ana.keyboard.press("Enter")
    await says_saved(ana, "7.5")
    await handed_in_once(begun)


async def test_a_page_that_was_out_of_sight_for_a_minute_shows_at_once_where_the_class_is(begun: Lesson):
    ana = await begun.screens.open(STUDENT)
    await ana.clock.install()
    await at_the_board(begun, ana)
    await ana.evaluate(HIDE, True)
    await ana.clock.run_for(60_000)
    await begun.press("c", "c", "r")
    await expect(begun.stage).to_contain_text("shown")
    await ana.evaluate(HIDE, False)
    await expect(ana.get_by_text("Look back")).to_be_visible()
    await expect(ana.locator("#me")).to_contain_text("Ana")


@pytest.mark.parametrize("days", [1, -1], ids=["a day ahead", "a day behind"])
async def test_a_device_whose_clock_is_wrong_by_a_day_keeps_drafts_and_hands_in(begun: Lesson, days: int):
    ana = await begun.screens.open(STUDENT)
    await ana.clock.install(time=datetime.now(UTC) + timedelta(days=days))
    await at_the_board(begun, ana)
    await ana.locator(".answer-line").fill("7.")
    await ana.reload()
    await expect(ana.locator(".answer-line")).to_have_value("7.")
    await ana.locator(".answer-line").fill("7.5")
    await ana.keyboard.press("Enter")
    await says_saved(ana, "7.5")
    await handed_in_once(begun)


@KILLED
async def test_where_the_disk_is_full_an_answer_waits_in_memory_and_arrives(begun: Lesson, server: Server):
    ana = await begun.screens.open(STUDENT)
    await ana.add_init_script(FULL)
    await at_the_board(begun, ana)
    server.kill()
    await hands_in_unheard(ana, "7.5")
    server.start()
    await says_saved(ana, "7.5")
    await handed_in_once(begun)


@KILLED
async def test_a_reload_without_a_way_to_the_lesson_says_that_work_is_kept_and_comes_back(
    begun: Lesson, server: Server
):
    """The worker's page: where there is one, a reload at a bad moment shows no error of the browser's."""
    ana = await at_the_board(begun, await begun.screens.open(STUDENT))
    await ana.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    await ana.reload()
    await expect(ana.locator(".answer-line")).to_be_visible()
    await ana.locator(".answer-line").fill("7.")
    server.kill()
    await ana.reload()
    await expect(ana.get_by_role("heading", level=1)).to_contain_text("kept on this device")
    await no_barriers(ana)
    server.start()
    await expect(ana.locator(".answer-line")).to_have_value("7.", timeout=SILENCE)
    kept = "() => caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name)))).then((caches) =>"
    kept += " Promise.all(caches.map((cache) => cache.keys()))).then((all) => all.flat().map((one) => one.url))"
    assert not [url for url in await ana.evaluate(kept) if "/room/" in url]
