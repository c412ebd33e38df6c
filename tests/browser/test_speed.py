"""How quick a student's page is on a slow Chromebook behind a slow line: a table to read, not a clock to fail by.

CPU 6 times slower for the first load, 4 times for typing and drawing; 1.6 Mbit/s with 60 ms to the server, by the
browser's own throttle. What is asserted is only that every figure could be measured.
"""

from __future__ import annotations

import pytest
from playwright.async_api import CDPSession, Page, expect

from browser.lesson import Lesson, lesson
from browser.test_drawing import stroke
from browsing import STUDENT, Screens
from serving import Server

pytestmark = pytest.mark.own_server

LINE = {"offline": False, "latency": 60, "downloadThroughput": 200_000, "uploadThroughput": 200_000}
"""1.6 Mbit/s, in bytes a second."""

FRAMES = """() => {
  window.frames_ = [];
  let last = performance.now();
  const tick = (now) => { window.frames_.push(now - last); last = now; window.running = requestAnimationFrame(tick); };
  window.running = requestAnimationFrame(tick);
}"""

TAKEN = "() => { cancelAnimationFrame(window.running); return window.frames_.slice(1).sort((a, b) => a - b); }"
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"


async def test_the_table_of_a_slow_device(server: Server, screens: Screens, record_property):
    begun = await lesson(server, screens)
    await begun.open("Board")
    page = await begun.screens.open(STUDENT)
    device = await slowed(page, 6)
    figures = await nothing_but_a_word(begun) | await first_load(begun, page)
    await device.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    figures |= await frames(page, device)
    record_property("table", "\n".join(f"  {name:<46}{value:>8.1f} ms" for name, value in figures.items()))
    assert all(value > 0 for value in figures.values())


async def slowed(page: Page, rate: int) -> CDPSession:
    """A slow device on a slow line."""
    device = await page.context.new_cdp_session(page)
    await device.send("Network.enable")
    await device.send("Network.emulateNetworkConditions", LINE)
    await device.send("Emulation.setCPUThrottlingRate", {"rate": rate})
    return device


async def nothing_but_a_word(begun: Lesson) -> dict[str, float]:
    """The same device with a page of two words and no style: what this machine takes for any page."""
    page = await begun.screens.open(STUDENT)
    await slowed(page, 6)
    await page.goto(f"{begun.server.here}/healthz")
    await expect(page.locator("body")).not_to_be_empty()
    return {"first paint of two words, to compare": await page.evaluate(PAINTED)}


async def first_load(begun: Lesson, page: Page) -> dict[str, float]:
    """From the link to a page that can be answered on; the tile is tapped in between."""
    await page.goto(f"{begun.server.here}/room/{begun.code}")
    await expect(page.get_by_role("button", name="Ana")).to_be_visible()
    painted = await page.evaluate(PAINTED)
    await page.get_by_role("button", name="Ana").click()
    await expect(page.locator(".answer-line")).to_be_visible()
    await page.reload()
    await expect(page.locator("#connection")).to_have_text("Connected", timeout=20_000)
    ready = await page.evaluate("() => performance.now()")
    again = await page.evaluate(PAINTED)
    names = ("first paint, nothing kept", "first paint after a reload", "line open after a reload")
    return dict(zip(names, (painted, again, ready), strict=True))


async def frames(page: Page, device: CDPSession) -> dict[str, float]:
    """The frames while one types and draws, CPU 4 times slower; at 60 Hz no two are less than 16.7 ms apart."""
    await device.send("Performance.enable")
    before = await work(device)
    await page.evaluate(FRAMES)
    await page.locator(".answer-line").press_sequentially("x = 15/2 + 3", delay=30)
    typing = await page.evaluate(TAKEN)
    typed = (await work(device) - before) / len(typing)
    await page.get_by_role("button", name="Draw").click()
    await expect(page.locator("canvas")).to_be_visible()
    before = await work(device)
    await page.evaluate(FRAMES)
    await stroke(page, (40, 40), (200, 120), (360, 60), (100, 200))
    drawing = await page.evaluate(TAKEN)
    drew = (await work(device) - before) / len(drawing)
    return {
        "work in a frame while typing, mean": typed,
        "from frame to frame while typing, p95": typing[int(0.95 * (len(typing) - 1))],
        "work in a frame while drawing, mean": drew,
        "from frame to frame while drawing, p95": drawing[int(0.95 * (len(drawing) - 1))],
    }


async def work(device: CDPSession) -> float:
    """Milliseconds that the page's main thread has worked so far."""
    found = (await device.send("Performance.getMetrics"))["metrics"]
    return 1_000 * next(one["value"] for one in found if one["name"] == "TaskDuration")
