"""Every state of every part of the student's page, in both languages: no barrier, nothing sideways, nothing too small.

The states are those of the contract tests (tests/client/regions.py); each is put into a real page as a frame would be.
"""

from __future__ import annotations

from typing import get_args

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

from boardsup.lesson.languages import Language
from boardsup.lesson.regions import StudentRegion
from boardsup.web.html import Pages
from browser.lesson import lesson
from browser.test_student_barriers import SIDEWAYS, TARGETS, TOO_SMALL
from browsing import Screens
from checkout import ROOT
from client.regions import SAMPLES
from serving import Server

SIZES = ((320, 640), (360, 740), (740, 360), (768, 1024), (1366, 768))
"""Small and usual phones, one on its side, a tablet, a laptop."""

SCHEMES = {"en": "light", "es": "dark"}
"""Each language in one of the two, so that both are looked at."""

PUT = """([id, html]) => {
  const place = document.createElement("template");
  place.innerHTML = html;
  document.getElementById(id).replaceWith(place.content.firstElementChild);
}"""


@pytest.mark.parametrize("language", get_args(Language))
async def test_no_state_has_a_barrier_scrolls_sideways_or_is_too_small_to_hit(
    server: Server, screens: Screens, language: Language
):
    begun = await lesson(server, screens)
    page = await begun.student("Ana")
    await page.emulate_media(color_scheme=SCHEMES[language], reduced_motion="reduce")
    await page.evaluate("(language) => { document.documentElement.lang = language; }", language)
    pages, seen = Pages(ROOT / "client"), set[type]()
    for sample in SAMPLES:
        if isinstance(sample, StudentRegion):
            await page.evaluate(PUT, [sample.region, pages.region(sample, language).strip()])
            await is_in_order(page, sample)
            seen.add(type(sample))
    assert seen == set(get_args(StudentRegion))


async def is_in_order(page: Page, sample: StudentRegion) -> None:
    """axe-core finds nothing in this part, and at every size all of it is within the screen and large enough."""
    found = await Axe().run(page, context=f"#{sample.region}", options={"runOnly": ["wcag2a", "wcag2aa", "wcag22aa"]})
    assert found.violations_count == 0, f"{sample}: {found.generate_report()}"
    for width, height in SIZES:
        await page.set_viewport_size({"width": width, "height": height})
        assert await page.evaluate(SIDEWAYS) <= 0, f"{sample} scrolls sideways at {width}"
        assert await page.evaluate(TOO_SMALL, TARGETS) == [], f"{sample} at {width}"
