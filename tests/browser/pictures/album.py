"""The pictures of one run: each state of a screen, at the sizes of that screen, in light and in dark.

The name says whose screen it is: `wall-…`, `console-…`, `student-…`, or a page of the desk.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Page

from browsing import CONSOLE, STUDENT, WALL, Screen

SCHEMES = ("dark", "light")
SIZES = {"wall": (WALL, CONSOLE), "console": (CONSOLE,), "tablet": (Screen(1024, 768), Screen(768, 1024))}
"""The sizes of a live screen; every other page is looked at on a laptop and on a phone."""


@dataclass
class Album:
    """Takes pictures into a folder, numbered in the order in which they are taken."""

    folder: Path
    taken: list[str] = field(default_factory=list)

    async def take(self, page: Page, name: str, *sizes: Screen) -> None:
        """What this page shows now; then it has the size again that it had."""
        self.taken.append(name)
        before = page.viewport_size
        kind = name.split("-")[0]
        for size in sizes or SIZES.get(kind, (CONSOLE, STUDENT)):
            await page.set_viewport_size({"width": size.width, "height": size.height})
            for scheme in SCHEMES:
                await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                file = f"{len(self.taken):03}-{name}-{size.width}x{size.height}-{scheme}.png"
                await page.screenshot(path=self.folder / file, full_page=kind not in SIZES)
        if before:
            await page.set_viewport_size(before)
