"""An admin invites a teacher and an aide; both have the same lesson's console open, and both work."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from browser.lesson import Lesson, no_barriers, started
from browsing import CONSOLE, STUDENT, Screens
from serving import Server

pytestmark = pytest.mark.own_server

PASSWORD = "correct horse battery"


async def invited(admin: Page, login: str, role: str) -> str:
    """The link that an admin gets for a new account."""
    await admin.goto(admin.url.split("/desk")[0] + "/desk/accounts")
    await admin.get_by_label("What they sign in with").fill(login)
    await admin.get_by_label("The name that others see").fill(login.partition("@")[0].title())
    await admin.get_by_label("Role", exact=True).select_option(role)
    await admin.get_by_role("button", name="Make the account").click()
    return await admin.get_by_label("The link").input_value()


async def welcomed(screens: Screens, link: str) -> Page:
    """Somebody who opens their link, sets a password, and is at their desk."""
    page = await screens.open(CONSOLE, link)
    await no_barriers(page)
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Keep it and sign in").click()
    await expect(page.get_by_role("heading", name="Your classes")).to_be_visible()
    return page


async def signed_in_again(page: Page, server: Server, login: str) -> None:
    """Out, and in again by name and password, with the keyboard alone."""
    await page.get_by_role("button", name="Sign out").click()
    await page.get_by_role("link", name="Teachers: sign in").click()
    await no_barriers(page)
    await page.get_by_label("E-mail address or sign-in name").fill(login)
    await page.get_by_label("Password").fill(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Your classes")).to_be_visible()


async def test_a_teacher_and_an_aide_work_beside_each_other(server: Server, screens: Screens) -> None:
    admin = await screens.open(CONSOLE, server.sign_in)
    teacher = await welcomed(screens, await invited(admin, "ada@school.example", "teacher"))
    aide = await welcomed(screens, await invited(admin, "bo@school.example", "aide"))
    await no_barriers(admin)
    await signed_in_again(teacher, server, "ada@school.example")
    await teacher.get_by_label("What you call it").fill("Period 3")
    await teacher.get_by_label("First names").fill("Quilla\nRaban")
    await teacher.get_by_role("button", name="Make the class").click()
    await teacher.get_by_role("link", name="Who teaches and helps").click()
    await teacher.get_by_label("What they sign in with").fill("bo@school.example")
    await teacher.get_by_role("button", name="Ask in").click()
    await expect(teacher.get_by_role("alert")).to_contain_text("Bo is in")
    await no_barriers(teacher)
    await teacher.get_by_role("link", name="Period 3").click()
    played = await started(server, screens, teacher)
    await aide.reload()
    await aide.get_by_role("link", name="Go to the console").click()
    await both_work(played, aide)
    await aide_is_taken_out(played, aide)


async def both_work(played: Lesson, aide: Page) -> None:
    await expect(aide.locator(".helping")).to_be_visible()
    await expect(aide.get_by_role("button", name="Ask now")).to_be_hidden()
    await played.open("Board")
    await expect(aide.locator("#stage .chip")).to_have_text("Board")
    student = await played.student("Quilla")
    await student.get_by_role("textbox", name="Your answer").fill("7 apples")
    await student.get_by_role("button", name="Hand in").click()
    for console in (played.console, aide):
        await expect(console.locator(".here")).to_have_text("1 of 2 here")
    await aide.get_by_role("button", name="Right", exact=True).click()
    await expect(played.console.get_by_role("button", name="Not yet", exact=True)).to_have_count(0)
    await no_barriers(aide)
    await played.console.reload()
    await expect(played.console.locator("#connection")).to_be_hidden()
    await expect(aide.locator("#connection")).to_be_hidden()
    await aide.keyboard.press("Enter")
    await expect(played.stage.locator(".chip")).to_have_text("Board")


async def aide_is_taken_out(played: Lesson, aide: Page) -> None:
    """Who is taken out loses the console within seconds, and the teacher keeps it."""
    desk = await played.console.context.new_page()
    await desk.goto(f"{played.server.here}/desk")
    await desk.get_by_role("link", name="Period 3").click()
    await desk.get_by_role("link", name="Who teaches and helps").click()
    await desk.get_by_role("button", name="Take Bo out of this class").click()
    await expect(desk.get_by_role("button", name="Take Bo out of this class")).to_have_count(0)
    await expect(aide.locator("#connection")).to_be_visible()
    assert (await aide.request.get(f"{played.server.here}/room/{played.code}/console")).status == 403
    await expect(played.console.locator("#connection")).to_be_hidden()


async def test_one_signs_out_another_browser(server: Server, screens: Screens) -> None:
    admin = await screens.open(CONSOLE, server.sign_in)
    link = await invited(admin, "ada@school.example", "teacher")
    school = await welcomed(screens, link)
    phone = await screens.open(STUDENT, f"{server.here}/signin")
    await phone.get_by_label("E-mail address or sign-in name").fill("ada@school.example")
    await phone.get_by_label("Password").fill(PASSWORD)
    await phone.get_by_role("button", name="Sign in").click()
    await phone.get_by_role("link", name="Sign-ins").click()
    await no_barriers(phone)
    await phone.get_by_role("button", name=re.compile("Sign out everywhere")).click()
    await expect(phone.get_by_role("button", name=re.compile("^Sign out: "))).to_have_count(1)
    await school.reload()
    await expect(school.get_by_text("Please sign in first")).to_be_visible()
