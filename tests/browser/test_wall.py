"""The wall: read from the last row; before the reveal a count and nothing else, and no name but a called student's."""

from __future__ import annotations

from playwright.async_api import Page, expect

from browser.lesson import NAMES, hands_in, lesson, no_barriers, says
from browsing import WALL

AT_ONCE = 1_000
"""Milliseconds that a busy machine is given for a blank wall; by itself it takes far less than 200."""

SMALLEST = 32
"""CSS pixels of the smallest text on a wall of 1920 × 1080."""

SIZES = """() => {
  const small = [];
  const walker = document.createTreeWalker(document.querySelector(".wall"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const of = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !of.checkVisibility() || of.closest(".unseen")) continue;
    if (of.closest("math") && of.tagName !== "math") continue;
    const scale = of.getScreenCTM?.().a ?? 1; // a picture's own units
    const size = scale * parseFloat(getComputedStyle(of).fontSize);
    if (size < SMALLEST - 0.1) small.push(`${walker.currentNode.data.trim()}: ${size}`);
  }
  return small;
}""".replace("SMALLEST", str(SMALLEST))


WATCH = """() => {
  window.moments = [];
  let was = false;
  new MutationObserver(() => {
    const is = Boolean(document.querySelector(".scene.blank"));
    if (is !== was) window.moments.push(Date.now());
    was = is;
  }).observe(document.body, { childList: true, subtree: true, attributes: true });
}"""
"""Remember on the wall when it became blank, and when it was there again."""

LISTEN = """() => {
  window.moments = [];
  document.addEventListener("keydown", () => window.moments.push(Date.now()), true);
}"""


async def test_the_wall_says_how_to_join_and_counts_who_is_here(server, screens):
    played = await lesson(server, screens)
    wall = await played.wall()
    await expect(wall.locator(".giant")).to_have_text(played.code)
    await expect(wall.get_by_role("img", name="QR code")).to_be_visible()
    assert await wall.locator(".qr").evaluate("image => image.naturalWidth > 0")
    await expect(wall.locator(".way")).to_contain_text(f"/room/{played.code}")
    await played.student("Ana")
    await expect(wall.locator(".here")).to_have_text("1 here")
    assert "Ana" not in await says(wall)


async def test_before_the_reveal_the_wall_shows_the_question_and_one_count(server, screens):
    played = await lesson(server, screens)
    wall = await played.wall()
    students = [await played.student(name) for name in ("Ana", "Bo", "Cai")]
    await played.open("Board")
    for student in students[:2]:
        await hands_in(student, "21/4")
    await expect(wall.locator("#wall-count")).to_have_text("2 of 3 handed in")
    read = await says(wall)
    assert not {"21", "21/4", "15", *NAMES.split()} & set(read.split())
    await expect(wall.locator(".share")).to_have_count(0)


async def test_after_the_reveal_equal_answers_stand_together_without_names(server, screens):
    played = await lesson(server, screens)
    wall = await played.wall()
    students = [await played.student(name) for name in NAMES.split()]
    await played.open("Board")
    for student, text in zip(students, ("7.5", "15/2", "7 1/2", "30"), strict=True):
        await hands_in(student, text)
    await played.press("r")
    await expect(wall.locator(".share.right")).to_contain_text("right")
    await expect(wall.locator(".share.right .count")).to_have_text("3")
    await expect(wall.locator(".share.other")).to_have_text("other ideas")
    assert not {"30", *NAMES.split()} & set((await says(wall)).split())


async def test_a_blank_wall_is_empty_and_comes_back(server, screens):
    played = await lesson(server, screens)
    wall = await played.wall()
    await played.open("Board")
    await played.console.bring_to_front()
    await played.press("Escape")
    await expect(wall.locator(".scene.blank")).to_have_count(1, timeout=AT_ONCE)
    visible = wall.locator("#main *:visible")
    assert not await visible.evaluate_all("all => all.some(one => one.offsetWidth > 1 && one.innerText?.trim())")
    await expect(played.button("The wall is blank")).to_be_visible()
    await played.press("b")
    await expect(wall.get_by_role("heading", name="Solve")).to_be_visible()


async def test_the_blank_key_is_quick(server, screens, record_property):
    """Ten presses, each from the key on the console to the wall without its scene: printed, aim 200 ms."""
    played = await lesson(server, screens)
    wall = await played.wall()
    await played.open("Board")
    await wall.evaluate(WATCH)
    await played.console.evaluate(LISTEN)
    for is_blank in (True, False) * 5:
        await played.press("b")
        await expect(wall.locator(".scene.blank")).to_have_count(1 if is_blank else 0)
        await expect(played.button("The wall is blank")).to_have_count(1 if is_blank else 0)
    pressed, changed = await played.console.evaluate("moments"), await wall.evaluate("moments")
    took = sorted(after - before for before, after in zip(pressed, changed, strict=True))
    line = f"  {'from the blank key to the wall, median':<46}{took[5]:>8.1f} ms, longest {took[-1]:.1f} ms"
    record_property("table", line)
    assert len(took) == 10


async def test_everything_on_the_wall_can_be_read_from_the_last_row(server, screens):
    played = await lesson(server, screens)
    wall = await played.wall()
    students = [await played.student(name) for name in NAMES.split()]
    assert await small(wall) == []
    for title in ("Warm-up", "Diagnostic", "Cold call", "Board"):
        await played.open(title)
        await expect(wall.locator(".join-scene")).to_have_count(0)
        assert await small(wall) == [], title
    for student in students:
        await hands_in(student, "30")
    await played.press("r")
    await expect(wall.locator(".reveal")).to_be_visible()
    assert await small(wall) == []


async def test_the_wall_has_no_barriers(server, screens):
    played = await lesson(server, screens)
    wall, ana = await played.wall(), await played.student("Ana")
    await no_barriers(wall)
    await played.open("Warm-up")
    await expect(wall.locator(".options")).to_be_visible()
    await no_barriers(wall)
    await played.open("Board")
    await hands_in(ana, "15/2")
    await played.press("r")
    await expect(wall.locator(".reveal")).to_be_visible()
    await no_barriers(wall)
    await played.press("b")
    await expect(wall.locator(".scene.blank")).to_have_count(1)
    await no_barriers(wall)


async def test_a_projector_with_a_computer_of_its_own_shows_the_wall_by_its_link(server, screens):
    played = await lesson(server, screens)
    link = await played.console.locator("#joining a").get_attribute("href")
    wall = await screens.open(WALL, f"{server.here}{link}")
    await expect(wall.locator(".giant")).to_have_text(played.code)
    assert "key=" not in wall.url


async def small(wall: Page) -> list[str]:
    """The visible texts of the wall that are too small, with their sizes."""
    found: list[str] = await wall.evaluate(SIZES)
    return found
