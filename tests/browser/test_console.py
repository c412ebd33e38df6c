"""The teacher's console: what thirty people wait for, at a glance, by mouse and by keyboard alone."""

from __future__ import annotations

from playwright.async_api import expect

from browser.lesson import NAMES, hands_in, lesson, no_barriers, says

A_SECOND = 1_000
"""Milliseconds within which a press or an answer shows on another screen."""


async def test_answers_appear_grouped_by_value_within_a_second(server, screens):
    played = await lesson(server, screens)
    ana, bo, cai = [await played.student(name) for name in ("Ana", "Bo", "Cai")]
    await played.open("Board")
    for student, text in ((ana, "7.5"), (bo, "15/2"), (cai, "21/4")):
        await hands_in(student, text)
    await expect(played.console.locator(".big")).to_have_text("2 of 3 right", timeout=A_SECOND)
    await expect(played.console.locator(".tally .rest")).to_have_text("0 working · 1 not yet")
    await expect(played.console.locator(".group.right .count")).to_have_text("2")
    await expect(played.console.locator(".group.not_yet")).to_contain_text("Multiplied only the first term")


async def test_no_name_can_be_read_but_while_it_is_held(server, screens):
    played = await lesson(server, screens)
    ana = await played.student("Ana")
    await played.open("Board")
    await hands_in(ana, "21/4")
    await expect(played.console.locator(".group.not_yet")).to_be_visible()
    held = played.console.locator(".group.not_yet .name")
    assert not set(NAMES.split()) & set((await says(played.console)).split())

    await played.console.keyboard.down("n")
    await expect(held).to_have_text("Ana")
    await expect(held).to_be_visible()
    await played.console.keyboard.up("n")
    await expect(held).to_be_hidden()

    await played.button("Hold to see names").hover()
    await played.console.mouse.down()
    await expect(held).to_be_visible()
    await played.console.mouse.up()
    await expect(held).to_be_hidden()


async def test_names_go_when_the_window_is_left_with_the_key_down(server, screens):
    played = await lesson(server, screens)
    await played.console.keyboard.down("n")
    await expect(played.console.locator(".square .name").first).to_be_visible()
    await played.console.evaluate("window.dispatchEvent(new Event('blur'))")
    await expect(played.console.locator(".square .name").first).to_be_hidden()


async def test_a_question_is_closed_undone_revealed_and_left_by_mouse(server, screens):
    played = await lesson(server, screens)
    await played.student("Ana")
    await played.button("Begin: Warm-up").or_(played.button("Next: Warm-up")).click()
    await played.open("Diagnostic")
    await played.stage.get_by_role("button", name="Close").click()
    await expect(played.stage).to_contain_text("last call")
    await played.stage.get_by_role("button", name="Undo close").click()
    await expect(played.stage).to_contain_text("answers are coming in")
    await played.stage.get_by_role("button", name="Reveal").click()
    await expect(played.stage).to_contain_text("shown to the class")
    await played.stage.get_by_role("button", name="Next: Board").click()
    await expect(played.stage.locator(".ask")).to_contain_text("Solve")


async def test_a_lesson_is_taught_by_keyboard_alone(server, screens):
    played = await lesson(server, screens)
    await played.student("Ana")
    await played.press("Enter")
    await expect(played.stage.locator(".chip")).to_have_text("Warm-up")
    await played.press("c")
    await expect(played.stage).to_contain_text("last call")
    await played.press("u")
    await expect(played.stage).to_contain_text("answers are coming in")
    await played.press("r")
    await expect(played.stage).to_contain_text("shown to the class")
    await played.press(" ")
    await expect(played.stage.locator(".chip")).to_have_text("Diagnostic")
    await played.press("x")
    await expect(played.stage.locator(".chip")).to_have_text("Board")
    await played.press("ArrowUp", "Enter")
    await expect(played.stage.locator(".chip")).to_have_text("Cold call")
    await played.press("ArrowDown", "Enter")
    await expect(played.stage.locator(".chip")).to_have_text("Warm-up")


async def test_the_sheet_of_keys_opens_and_closes_and_keys_rest_meanwhile(server, screens):
    played = await lesson(server, screens)
    sheet = played.console.get_by_role("dialog", name="Keys")
    await played.press("?")
    await expect(sheet).to_be_visible()
    await played.press("e")
    await played.press("?")
    await expect(sheet).to_be_hidden()
    await expect(played.button("Eyes up")).to_have_attribute("aria-pressed", "false")
    listed = await played.console.locator("#keys-sheet kbd").all_text_contents()
    keys = await played.console.locator("[data-hotkey]").evaluate_all("all => all.map(one => one.dataset.hotkey)")
    assert {key.upper() for key in keys} <= set(listed)


async def test_no_key_acts_while_one_types(server, screens):
    played = await lesson(server, screens)
    wall = await played.wall()
    await played.press("q")
    await played.console.keyboard.type("b e c r x ?")
    await expect(played.console.locator("#spot-ask")).to_have_value("b e c r x ?")
    await expect(played.button("Eyes up")).to_have_attribute("aria-pressed", "false")
    await expect(wall.locator(".join-scene")).to_be_visible()
    await played.press("Escape")
    await expect(played.console.locator("#spot-ask")).not_to_be_focused()
    await expect(wall.locator(".join-scene")).to_be_visible()


async def test_after_a_click_enter_means_the_main_button_again(server, screens):
    played = await lesson(server, screens)
    await played.button("Eyes up").click()
    await expect(played.button("Eyes up is on")).to_be_visible()
    await played.press("Enter")
    await expect(played.stage.locator(".chip")).to_have_text("Warm-up")
    await expect(played.button("Eyes up is on")).to_be_visible()


async def test_eyes_up_pauses_every_student_within_a_second_and_back(server, screens):
    played = await lesson(server, screens)
    ana, bo = await played.student("Ana"), await played.student("Bo")
    await played.open("Board")
    await expect(ana.get_by_role("textbox", name="Your answer")).to_be_visible()
    await played.press("e")
    for student in (ana, bo):
        await expect(student.get_by_role("textbox", name="Your answer")).to_be_hidden(timeout=A_SECOND)
    await expect(played.button("Eyes up is on")).to_be_visible()
    await played.press("e")
    for student in (ana, bo):
        await expect(student.get_by_role("textbox", name="Your answer")).to_be_visible(timeout=A_SECOND)


async def test_a_question_on_the_spot_is_before_the_class_and_marked(server, screens):
    played = await lesson(server, screens)
    ana = await played.student("Ana")
    await played.press("q")
    await played.console.keyboard.type("3x + 5 = 20")
    await played.press("Tab")
    await played.console.keyboard.type("5")
    await played.press("Enter")
    await hands_in(ana, "x = 5")
    await expect(played.console.locator(".big")).to_have_text("1 of 1 right")
    await expect(played.console.locator("#spot-ask")).to_have_value("")


async def test_a_question_that_could_not_be_asked_stays_in_its_field(server, screens):
    played = await lesson(server, screens)
    await played.console.locator("#spot-ask").fill("3x + 5 = 20")
    await played.console.locator("#spot-answer").fill("x = = 5")
    await played.press("Enter")
    await expect(played.console.locator("#notice")).to_contain_text("cannot be read")
    await expect(played.console.locator("#spot-ask")).to_have_value("3x + 5 = 20")


async def test_a_second_device_is_let_in_or_not_by_one_key(server, screens):
    played = await lesson(server, screens)
    first, second = await played.student("Ana"), await played.visitor()
    request = played.console.locator(".request")
    await second.locator("#task").get_by_role("button", name="Ana").click()
    await expect(request).to_contain_text("a tile that is taken")
    await expect(played.console).to_have_title("(1) at the door · Multi-step equations · Boards Up")
    assert "Ana" not in await says(played.console)
    await played.press("d")
    await expect(request).to_have_count(0)
    await expect(first.locator("#me")).to_contain_text("Ana")

    await second.locator("#task").get_by_role("button", name="Ana").click()
    await expect(request).to_be_visible()
    await played.press("a")
    await expect(second.locator("#me")).to_contain_text("Ana")
    await expect(first.locator("#me")).not_to_contain_text("Ana")


async def test_an_answer_that_cannot_be_read_is_settled_with_one_key(server, screens):
    played = await lesson(server, screens)
    ana = await played.student("Ana")
    await played.open("Board")
    await ana.get_by_role("textbox", name="Your answer").fill("about seven")
    await ana.get_by_role("button", name="Hand in").click()
    await expect(played.console.locator(".group.check")).to_contain_text("about seven")
    await played.press("2")
    await expect(played.console.locator(".tally .rest")).to_contain_text("1 not yet")


async def test_what_a_student_wrote_is_shown_by_one_press_and_taken_back_by_one(server, screens):
    played = await lesson(server, screens)
    wall, ana = await played.wall(), await played.student("Ana")
    await played.open("Warm-up")
    await ana.get_by_text("A", exact=True).first.click()
    await ana.locator("textarea").fill("It only adds")
    await ana.get_by_role("button", name="Share").click()
    await played.press("r")
    await expect(wall.locator(".reveal")).to_be_visible()
    assert "It only adds" not in await says(wall)
    await played.button("Show on the wall").click()
    await expect(wall.locator(".texts q")).to_have_text("It only adds")
    await played.button("Take back").click()
    await expect(wall.locator(".texts q")).to_have_count(0)


async def test_a_call_that_is_skipped_leaves_no_trace_on_the_wall(server, screens):
    played = await lesson(server, screens)
    wall = await played.wall()
    await played.student("Ana")
    await played.student("Bo")
    await played.open("Cold call")
    await played.press("l")
    await expect(wall.locator(".think")).to_be_visible()
    await expect(played.button("Skip quietly")).to_be_visible()
    drawn = await played.console.locator("#calling .who .name").text_content()
    await played.press("0")
    await expect(played.console.locator("#calling .who .name")).not_to_have_text(drawn or "")
    await expect(wall.locator(".think")).to_be_visible()
    assert not {"Ana", "Bo"} & set((await says(wall)).split())


async def test_a_class_of_thirty_two_fits_on_one_screen(server, screens):
    names = "\n".join(f"Student {n}" for n in range(1, 33))
    played = await lesson(server, screens, names)
    ana = await played.student("Student 7")
    for title in ("Warm-up", "Diagnostic", "Board", "Cold call"):
        await played.open(title)
        size = await played.console.locator("html").evaluate("page => [page.scrollWidth, page.scrollHeight]")
        assert size == [1366, 768], title
        await expect(played.console.locator("#spot-ask")).to_be_in_viewport(ratio=1)
    await expect(ana.locator("#me")).to_contain_text("Student 7")


async def test_the_console_has_no_barriers(server, screens):
    played = await lesson(server, screens)
    await no_barriers(played.console)
    ana, bo = await played.student("Ana"), await played.student("Bo")
    await played.open("Board")
    await hands_in(ana, "21/4")
    await bo.get_by_role("textbox", name="Your answer").fill("about seven")
    await bo.get_by_role("button", name="Hand in").click()
    await expect(played.console.locator(".group.check")).to_be_visible()
    await no_barriers(played.console)
    await played.press("e", "b", "?")
    await no_barriers(played.console)
    await played.press("?")
    await played.open("Cold call")
    await played.press("l")
    await expect(played.console.locator(".under-way")).to_be_visible()
    await no_barriers(played.console)


async def test_the_console_works_without_script(server, screens):
    played = await lesson(server, screens)
    context = await screens.browser.new_context(java_script_enabled=False)
    try:
        await context.add_cookies(await played.console.context.cookies())
        plain = await context.new_page()
        await plain.goto(played.console.url)
        await plain.get_by_role("button", name="Next: Warm-up").click()
        await plain.get_by_role("button", name="Reveal").click()
        await expect(plain.locator("#stage")).to_contain_text("shown to the class")
    finally:
        await context.close()
