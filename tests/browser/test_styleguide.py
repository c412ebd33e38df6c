"""The style guide shows every colour token, and has no barrier, light and dark."""

from __future__ import annotations

import pytest

from boardsup.web.styleguide import colours
from browser.lesson import no_barriers
from browsing import CONSOLE, STUDENT, Screen
from checkout import ROOT

OWN_GROUND = """() => [...document.querySelectorAll(".swatch")].map((one) => getComputedStyle(one).backgroundColor)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [STUDENT, CONSOLE], ids=["phone", "laptop"])
async def test_every_colour_is_shown_and_nothing_is_a_barrier(server, screens, screen: Screen, scheme: str):
    page = await screens.open(screen)
    await page.emulate_media(color_scheme=scheme)
    await page.goto(f"{server.here}/styleguide")
    grounds = await page.evaluate(OWN_GROUND)
    assert len(grounds) == len(colours(ROOT / "client" / "static")) > 20
    assert "rgba(0, 0, 0, 0)" not in grounds
    await no_barriers(page)
    assert await page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
