"""How quick a student's page is on a slow Chromebook behind a slow line: a table to read, not a clock to fail by.

CPU 6 times slower for the first load, 4 times for typing and drawing; 1.6 Mbit/s with 60 ms to the server, by the
browser's own throttle. What is asserted is only that every figure could be measured.
"""

from __future__ import annotations

from playwright.async_api import CDPSession, Page, expect

from browser.lesson import Lesson, lesson
from browser.test_drawing import stroke
from browsing import STUDENT, Screens
from serving import Server

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


async def test_the_table_of_a_slow_device(server: Server, screens: Screens, capsys):
    begun = await lesson(server, screens)
    await begun.open("Board")
    page = await begun.screens.open(STUDENT)
    device = await slowed(page, 6)
    figures = await first_load(begun, page)
    await device.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    figures |= await frames(page)
    with capsys.disabled():
        print("\n" + "\n".join(f"  {name:<46}{value:>8.0f} ms" for name, value in figures.items()))
    assert all(value > 0 for value in figures.values())


async def slowed(page: Page, rate: int) -> CDPSession:
    """A slow device on a slow line."""
    device = await page.context.new_cdp_session(page)
    await device.send("Network.enable")
    await device.send("Network.emulateNetworkConditions", LINE)
    await device.send("Emulation.setCPUThrottlingRate", {"rate": rate})
    return device


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


async def frames(page: Page) -> dict[str, float]:
    """The frames while one types and draws, CPU 4 times slower."""
    await page.evaluate(FRAMES)
    await page.locator(".answer-line").press_sequentially("x = 15/2 + 3", delay=30)
    typing = await page.evaluate(TAKEN)
    await page.get_by_role("button", name="Draw").click()
    await expect(page.locator("canvas")).to_be_visible()
    await page.evaluate(FRAMES)
    await stroke(page, (40, 40), (200, 120), (360, 60), (100, 200))
    drawing = await page.evaluate(TAKEN)
    return {
        "frame while typing, p95": typing[int(0.95 * (len(typing) - 1))],
        "frame while drawing, p95": drawing[int(0.95 * (len(drawing) - 1))],
    }
