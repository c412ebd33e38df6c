"""Every page of the desk with two weeks of a class behind it, the guide in both languages, the style guide."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from playwright.async_api import Page, expect

from browser.pictures.album import Album
from browser.test_two_weeks import HERE, NAMES, monday, quiz
from browsing import CONSOLE, Screens
from weeks import FRIDAY, NEXT_MONDAY, Weeks, attending, weeks

LIST = "Class,First name,Last name,ID\nAlgebra 1,Ana,Ortiz,17\nAlgebra 1,Bo,,18\n,Cai,Chen,19\n"


async def desk_pages(screens: Screens, album: Album) -> None:
    """Two weeks, and then each page that can be reached."""
    with tempfile.TemporaryDirectory(prefix="boardsup-pictures-") as data, weeks(Path(data)) as school:
        desk = await screens.open(CONSOLE, f"{school.here}/desk")
        await album.take(desk, "desk-sign-in")
        await desk.goto(f"{school.here}/signin/not-a-link")
        await album.take(desk, "desk-sign-in-spent")
        await desk.goto(school.sign_in)
        klass = await asyncio.to_thread(school.make_class, NAMES)
        await two_weeks(desk, school, klass, album)
        await of_a_class(desk, school, klass, album)
        await elsewhere(desk, school, album)
    await screens.close()


async def two_weeks(desk: Page, school: Weeks, klass: str, album: Album) -> None:
    """Monday's lesson and Friday's quiz."""
    await desk.goto(school.here + klass)
    await desk.get_by_role("button", name="Start", exact=True).click()
    await desk.wait_for_url("**/console")
    await asyncio.to_thread(monday, attending(school, desk.url))
    school.calendar.go_to(FRIDAY)
    await desk.goto(f"{school.here}{klass}/quiz")
    await album.take(desk, "desk-quiz")
    await desk.get_by_role("button", name="Start the quiz").click()
    await desk.wait_for_url("**/console")
    friday = attending(school, desk.url)
    await asyncio.to_thread(friday.sit, *HERE[1:])
    await asyncio.to_thread(friday.console, "open", segment="quiz")
    await asyncio.to_thread(quiz, friday)
    await asyncio.to_thread(friday.closes, "quiz")
    await asyncio.to_thread(friday.ends)
    school.calendar.go_to(NEXT_MONDAY)


async def of_a_class(desk: Page, school: Weeks, klass: str, album: Album) -> None:
    """The class, its week, its students, its lessons."""
    here = school.here + klass
    await desk.goto(here)
    await album.take(desk, "desk-a-class")
    story, student = await last(desk, "/lessons/"), await last(desk, "/students/")
    pages = {
        "growth": "growth",
        "who-has-what": "map",
        "misconceptions": "misconceptions",
        "settings": "settings",
        "kept": "data",
        "paper": "paper",
    }
    pages |= {"targets": "targets?q=both+sides", "proposal": "targets/eq-both-dist"}
    for name, path in pages.items():
        await desk.goto(f"{here}/{path}")
        await album.take(desk, f"desk-{name}")
    for name, path in {"story": story, "student": student}.items():
        await desk.goto(school.here + path)
        await album.take(desk, f"desk-{name}")
    await desk.goto(f"{here}/map")
    await desk.keyboard.down("n")
    await album.take(desk, "desk-who-has-what-names")
    await desk.keyboard.up("n")


async def elsewhere(desk: Page, school: Weeks, album: Album) -> None:
    """Class lists, practice, cards, the guide, the style guide, a page that is not there."""
    for name, path in {
        "classes": "/desk",
        "lists": "/desk/lists",
        "practice": "/desk/practice",
        "practice-skill": "/desk/practice/eq-dist",
        "cards": "/desk/cards",
        "items": "/desk/items",
        "item": "/desk/items/of/eq-2step/minus",
        "item-form": "/desk/items/new?skill=eq-2step",
        "items-import": "/desk/items/import",
        "openers": "/desk/items/openers",
        "style-guide": "/styleguide",
        "not-there": "/nothing",
    }.items():
        response = await desk.goto(school.here + path)
        assert response is not None
        await album.take(desk, f"desk-{name}")
    await desk.goto(f"{school.here}/desk/lists")
    await desk.locator("textarea").first.fill(LIST)
    await desk.get_by_role("button", name=re.compile("look", re.IGNORECASE)).first.click()
    await expect(desk.locator("main")).to_contain_text("Algebra 1")
    await album.take(desk, "desk-lists-look")
    for language in ("en", "es"):
        await desk.goto(f"{school.here}/help/{language}/first-lesson")
        for link in await desk.locator(".help nav a").evaluate_all("all => all.map(a => a.pathname)"):
            await desk.goto(school.here + link)
            await album.take(desk, f"help-{language}-{link.rsplit('/', 1)[1]}")


async def last(page: Page, part: str) -> str:
    """The last link on the page whose address has this in it."""
    return str(await page.locator(f'a[href*="{part}"]').last.get_attribute("href"))
