"""Paper from the desk in a real browser: press, and the PDF is there; text and structure are read from what came."""

from __future__ import annotations

import re

from playwright.async_api import Page, expect

from browser.lesson import class_of, lesson_for_target, no_barriers
from browsing import CONSOLE, STUDENT, Screens
from papers import Pdf
from serving import Server

NAMES = "Ana\nBo <b>\n#panic(1) $x$\nDee"


async def test_a_packet_is_printed_from_the_desk_and_the_code_on_a_sheet_leads_to_its_key(
    server: Server, screens: Screens
):
    desk = await class_of(server, screens, NAMES)
    await desk.get_by_role("link", name="Print", exact=True).click()
    await expect(desk.get_by_role("heading", level=1)).to_contain_text("Print for")
    await no_barriers(desk)
    for screen in (STUDENT, CONSOLE):
        await desk.set_viewport_size({"width": screen.width, "height": screen.height})
        assert await desk.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    await desk.get_by_label("Skill 1").select_option("eq-2step")
    await desk.get_by_label("Skill 2").select_option("dist")
    await desk.get_by_label("An example on top").check()
    await desk.get_by_label("Seats in a row").fill("2")
    found = await pressed(desk, "Sheets and key")

    assert found.says_ua_1
    assert all(element.alt for element in (*found.with_tag("Formula"), *found.with_tag("Figure")))
    firsts = [page for page in found.pages if "Name:" in page]
    assert len(firsts) == 4
    assert "#panic(1) $x$" in firsts[2]
    assert len({re.search(r"1\. Solve (.+?)\.", page)[1] for page in firsts}) == 4

    code = re.search(r"Sheet (\S+) ", firsts[0])[1]
    await desk.goto(f"{server.here}/desk/sheets/{code}")
    await expect(desk.get_by_role("heading", level=1)).to_have_text("Key of sheet A")
    await expect(desk.locator("li")).to_have_count(8)
    await no_barriers(desk)


async def test_the_materials_of_a_lesson_are_printed_as_pdf_and_by_the_browser(server: Server, screens: Screens):
    begun = await lesson_for_target(server, screens, NAMES, "eq-both-dist")
    page = await begun.console.context.new_page()
    await page.goto(f"{server.here}/room/{begun.code}/materials")
    await expect(page.locator(".page").last).to_contain_text("Key")
    found = await pressed(page, "a page a group", role="link")
    assert found.says_ua_1
    assert "Key:" in found.text
    await page.goto(f"{server.here}/room/{begun.code}/materials")
    own = Pdf(await page.pdf())
    assert "Key, for the teacher" in own.text
    assert "Print with your browser" not in own.text


async def pressed(page: Page, name: str, *, role: str = "button") -> Pdf:
    """Press what is called this; the PDF that the browser got for it. Some browsers show it, others keep it."""
    async with page.expect_event("response", lambda answer: ".pdf" in answer.url) as coming:
        await page.get_by_role(role, name=name, exact=True).click()
    answer = await coming.value
    assert answer.headers["content-type"] == "application/pdf"
    again = await page.context.request.get(answer.url)
    return Pdf(await again.body())
