"""A class of 36 that draws and answers at once: what it costs the console. A table to read, not a clock to fail by.

CPU 4 times slower, by the browser's own throttle; once with the boards shut, once with them open. Work is what the
page's own thread has worked, so that other programs on a busy machine do not count.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from playwright.async_api import CDPSession, expect

from boardsup.cli.simulated.device import Device
from browser.lesson import Lesson, lesson, tiles_of
from browser.test_speed import FRAMES, TAKEN, work
from browsing import Screens
from serving import Server

SIZE = 36
STROKES = 10
"""Pieces of a drawing that each device sends, four a second."""

BETWEEN = 0.25
TEXTS = ("15/2", "7.5", "21/4", "30", "x = 7.5", "17")


@dataclass
class Line:
    """What has come over the console's line."""

    bytes: int = 0

    def hears(self, frame: dict[str, dict[str, str]]) -> None:
        """One frame from the server."""
        self.bytes += len(frame["response"]["payloadData"].encode())


async def test_the_table_of_a_class_at_once(server: Server, screens: Screens, record_property):
    begun = await lesson(server, screens, "\n".join(f"Kim{i}" for i in range(1, SIZE + 1)))
    visitor = await begun.visitor()
    ids = await tiles_of(visitor)
    devices = [Device(server.here, begun.code, id) for id in ids]
    tasks = [asyncio.create_task(device.live()) for device in devices]
    try:
        await asyncio.gather(*(device.sits() for device in devices))
        cdp, line = await slowed(begun)
        rows = []
        for name, key in (("boards shut", ""), ("boards open", "o")):
            await (begun.open("Board") if not rows else asks(begun))
            question = await asked(devices, len(rows))
            if key:
                await begun.press(key)
                await expect(begun.console.locator(".a-board")).to_have_count(SIZE)
            rows.append((name, *await measured(begun, cdp, line, devices, question)))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for name, work_ms, late, kilobytes in rows:
        row = f"  36 at once, {name:<12} work in a frame, mean {work_ms:>5.1f} ms · frame to frame, p95 {late:>5.1f} ms"
        record_property("table", f"{row} · {kilobytes:>5.0f} kB/s")
        assert work_ms > 0 < kilobytes


async def slowed(begun: Lesson) -> tuple[CDPSession, Line]:
    """The console on a slow computer, its line heard from the first frame."""
    cdp, line = await begun.console.context.new_cdp_session(begun.console), Line()
    await cdp.send("Network.enable")
    cdp.on("Network.webSocketFrameReceived", line.hears)
    await cdp.send("Performance.enable", {"timeDomain": "threadTicks"})
    await begun.console.reload()
    await expect(begun.console.locator(".square.here")).to_have_count(SIZE)
    await cdp.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    return cdp, line


async def asks(begun: Lesson) -> None:
    """A question on the spot."""
    await begun.press("q")
    await begun.console.keyboard.type("Solve 4(x - 3) = 18")
    await begun.press("Tab")
    await begun.console.keyboard.type("x = 15/2")
    await begun.press("Enter")
    await expect(begun.console.locator("#spot-answer")).not_to_be_focused()


async def asked(devices: list[Device], before: int) -> str:
    """The question that every device has before it, once it is another one than before."""
    for device in devices:
        await device.sees(lambda device=device: len(device.asked_at) > before)
    return max(devices[0].asked_at, key=lambda question: devices[0].asked_at[question])


async def measured(
    begun: Lesson, cdp: CDPSession, line: Line, devices: list[Device], question: str
) -> tuple[float, float, float]:
    """Mean work in a frame, the 95th percentile from frame to frame, and kB a second, while all draw and hand in."""
    heard, before, since = line.bytes, await work(cdp), time.monotonic()
    await begun.console.evaluate(FRAMES)
    await asyncio.gather(*(draws(at, device, question) for at, device in enumerate(devices)))
    frames = await begun.console.evaluate(TAKEN)
    seconds = time.monotonic() - since
    mean = (await work(cdp) - before) / len(frames)
    return mean, frames[int(0.95 * (len(frames) - 1))], (line.bytes - heard) / seconds / 1_000


async def draws(at: int, device: Device, question: str) -> None:
    """One student: a drawing that grows, and an answer in the middle of it."""
    sketch = "g"
    for stroke in range(STROKES):
        sketch += f"|a2 {10 + 9 * stroke} {20 + 3 * at} {30 + 7 * stroke} 60 5 9 8 -4 6 2"
        await device.glimpse({"do": "draw", "question": question, "sketch": sketch})
        if stroke == at % STROKES:
            await device.hand_in(
                {"do": "answer", "question": question, "text": TEXTS[at % len(TEXTS)], "sketch": sketch}
            )
        await asyncio.sleep(BETWEEN)
