"""How a student likes to read: Spanish, larger letters, room between them, and a question read aloud."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from browser.lesson import Lesson, lesson, no_barriers
from browsing import Screens
from serving import Server


@pytest.fixture
async def begun(server: Server, screens: Screens) -> Lesson:
    """A lesson that has been started."""
    return await lesson(server, screens)


@pytest.fixture
async def ana(begun: Lesson) -> Page:
    """Ana, who sits with the first question of the diagnostic before her."""
    student = await begun.student("Ana")
    await begun.open("Diagnostic")
    await expect(student.locator(".answer-line")).to_be_visible()
    return student


async def choose(page: Page, name: str) -> None:
    await page.locator("[popovertarget=comfort]").first.click()
    await page.get_by_role("button", name=name).click()


async def test_a_student_reads_their_page_in_spanish_and_goes_back_to_english(begun: Lesson, ana: Page):
    await choose(ana, "Español")
    await expect(ana.locator("html")).to_have_attribute("lang", "es")
    await expect(ana.get_by_role("button", name="Entregar")).to_be_visible()
    await expect(ana.get_by_text("No lleva nota.")).to_be_visible()
    await expect(ana.locator("#connection")).to_have_text("Con conexión")
    await no_barriers(ana)

    await ana.get_by_role("textbox", name="Tu respuesta").fill("9")
    await ana.keyboard.press("Enter")
    await expect(ana.locator("#saved")).to_contain_text("Pregunta 1: guardado.")
    await ana.get_by_role("textbox", name="Tu respuesta").fill("x = =")
    await expect(ana.locator("#echo .hint")).not_to_be_empty()
    assert "missing" not in await ana.locator("#echo").inner_text()

    await begun.press("e")
    await expect(ana.get_by_text("Mirada al frente.")).to_be_visible()
    await expect(begun.button("Eyes up is on")).to_be_visible()
    await begun.press("e")
    await choose(ana, "English")
    await expect(ana.get_by_role("button", name="Hand in")).to_be_visible()


async def test_the_language_of_one_changes_nothing_for_another(begun: Lesson, ana: Page):
    bo = await begun.student("Bo")
    await choose(ana, "Español")
    await expect(ana.get_by_role("button", name="Entregar")).to_be_visible()
    await bo.get_by_role("textbox", name="Your answer").fill("9")
    await bo.keyboard.press("Enter")
    await expect(bo.get_by_text("Question 1 saved.")).to_be_visible()
    await expect(bo.locator("html")).to_have_attribute("lang", "en")


async def test_letters_are_as_large_as_one_likes_and_stay_so(ana: Page):
    await ana.locator("[popovertarget=comfort]").first.click()
    await ana.locator("[data-comfort=size]").select_option("200")
    await ana.get_by_label("More room between letters").check()
    size = "() => [getComputedStyle(document.documentElement).fontSize, getComputedStyle(document.body).letterSpacing]"
    assert await ana.evaluate(size) == ["32px", "1.92px"]
    await no_barriers(ana)
    await ana.reload()
    await expect(ana.locator("html")).to_have_attribute("data-size", "200")
    await expect(ana.locator("html")).to_have_attribute("data-spacing", "yes")


async def test_a_question_is_read_aloud_with_its_mathematics_in_words(begun: Lesson):
    bo = await begun.visitor()
    await bo.add_init_script("window.said = []; SpeechSynthesis.prototype.speak = (one) => window.said.push(one.text)")
    await bo.reload()
    await bo.get_by_role("button", name="Bo").click()
    await begun.open("Board")
    await bo.get_by_role("button", name="Read aloud").click()
    said = await bo.evaluate("() => window.said")
    assert said == ["Solve 4 times the quantity x minus 3, equals 18."]


async def test_a_page_from_right_to_left_keeps_its_equations(ana: Page):
    at = "() => document.querySelector('.head').lastElementChild.getBoundingClientRect().left"
    before = await ana.evaluate(at)
    await ana.evaluate("() => { document.documentElement.dir = 'rtl'; }")
    assert await ana.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert await ana.evaluate(at) < before
    for kept in (".ask math", ".answer-line"):
        assert await ana.locator(kept).first.evaluate("one => getComputedStyle(one).direction") == "ltr"
