"""Who counts, over the wire: a shared device, a student on paper, and what is set at the desk while a lesson runs."""

from __future__ import annotations

import asyncio
import re

import pytest

from attending import Attended, lesson, posted
from boardsup.lesson.commands import Answer
from boardsup.web.wire import Beat, Garbled, read
from serving import Server


async def test_two_students_share_a_device_and_the_first_answer_is_not_shown_to_the_second(server: Server):
    async with lesson(server) as attended:
        teacher = attended.teacher
        ana, bo = await attended.sits(0), attended.tiles[1]
        await teacher.type({"do": "lend", "student": bo, "beside": attended.tiles[0]})
        await ana.sees(lambda: "Hand to Bo" in ana.page.regions["me"])
        await teacher.open("board")
        await ana.is_asked("board.1")
        await ana.hand_in({"do": "answer", "question": "board.1", "text": "x = 123456"})
        assert "123456" not in " ".join(ana.page.regions.values())
        await pressed(attended, {"do": "hand_over", "student": bo}, ana.browser.cookies)
        await ana.sees(lambda: "<strong>Bo</strong>" in ana.page.regions["me"])
        assert "123456" not in " ".join(ana.page.regions.values())
        await ana.hand_in({"do": "answer", "question": "board.1", "text": "x = 15/2"})
        await teacher.sees(lambda: teacher.says("tallies", "1 of 2 right") is not None)


async def test_a_student_without_a_device_is_marked_by_hand_and_that_press_can_be_taken_back(server: Server):
    async with lesson(server) as attended:
        teacher, bo = attended.teacher, attended.tiles[1]
        await attended.sits(0)
        await teacher.type({"do": "on_paper", "student": bo, "to": "paper"})
        await teacher.sees(lambda: teacher.says("grid", "paper") is not None)
        await teacher.open("board")
        await teacher.type({"do": "mark", "question": "board.1", "student": bo, "verdict": "right"})
        await teacher.sees(lambda: teacher.says("tallies", "1 of 2 right") is not None)
        await teacher.press("undo")
        await teacher.sees(lambda: teacher.says("tallies", "0 of 2 right") is not None)


async def test_what_is_set_at_the_desk_is_obeyed_by_the_running_lesson_and_is_a_sign_on_the_console_alone(
    server: Server,
):
    async with lesson(server) as attended:
        teacher, (ana_id, bo_id, _) = attended.teacher, attended.tiles
        ana, bo = await attended.sits(0), await attended.sits(1)
        await teacher.open("why")
        status, said = await at_desk(attended, ana_id, {"calls": "never", "extra_time": "150", "apart": bo_id})
        assert (status, "Never in public" in said) == (200, True)
        await teacher.sees(lambda: 'data-signs="never"' in teacher.page.regions["grid"])
        await bo.sees(lambda: "You may be asked" in bo.page.regions["heads-up"])
        await teacher.press("call_next", segment="why")
        await teacher.sees(lambda: "under-way" in teacher.page.regions["calling"])
        assert "You may be asked" not in ana.page.regions["heads-up"]
        for device in (ana, bo):
            assert "never" not in " ".join(device.page.regions.values())


@pytest.mark.parametrize("form", [{"calls": "often"}, {"extra_time": "1000"}, {"language": "<script>"}])
async def test_what_is_no_setting_is_refused(server: Server, form: dict[str, str]):
    async with lesson(server) as attended:
        assert (await at_desk(attended, attended.tiles[0], form))[0] == 422


async def test_nobody_else_reads_or_sets_what_a_student_needs(server: Server):
    async with lesson(server) as attended:
        ana = await attended.sits(0)
        path = f"/desk/classes/{await class_of(attended)}/students/{attended.tiles[0]}"
        assert (await ana.browser.get(path))[0] == 403
        assert (await ana.browser.post(f"{path}/needs", {"calls": "never"}))[0] == 403
        assert (await attended.teacher.browser.get(path.replace(attended.tiles[0], "nobody")))[0] == 404


async def test_a_tile_moves_to_another_place_and_is_not_moved_for_somebody_who_is_not_there(server: Server):
    async with lesson(server) as attended:
        path = f"/desk/classes/{await class_of(attended)}/students"
        await attended.teacher.browser.post(f"{path}/{attended.tiles[2]}/move", {"to": "0"})
        _, page = await attended.teacher.browser.get(path.removesuffix("/students"))
        assert page.index('value="Cai"') < page.index('value="Ana"')
        assert (await attended.teacher.browser.post(f"{path}/nobody/move", {"to": "0"}))[0] == 422


async def test_the_page_for_the_class_is_there_for_everybody(server: Server):
    async with lesson(server) as attended:
        ana = await attended.sits(0)
        status, page = await ana.browser.get("/why-we-call")
        assert (status, "You may pass." in page) == (200, True)


def test_a_beat_of_the_line_alone_is_no_sign_of_life_of_the_student():
    assert read('{"do":"beat","of":"line"}') == Beat("line") != Beat()
    assert read('{"do":"beat"}') == Beat()
    with pytest.raises(Garbled):
        read('{"do":"beat","of":"somebody"}')
    assert isinstance(read('{"do":"answer","question":"q","number":"1","text":"4"}'), Answer)


async def class_of(attended: Attended) -> str:
    """The class of a lesson, by the names on its tiles."""
    _, desk = await attended.teacher.browser.get("/desk")
    for id in dict.fromkeys(re.findall(r'href="/desk/classes/([^/"]+)"', desk)):
        _, page = await attended.teacher.browser.get(f"/desk/classes/{id}")
        if attended.tiles[0] in page:
            return id
    raise LookupError(attended.tiles[0])


async def at_desk(attended: Attended, student: str, form: dict[str, str]) -> tuple[int, str]:
    """Set what a student needs."""
    path = f"/desk/classes/{await class_of(attended)}/students/{student}/needs"
    return await attended.teacher.browser.post(path, form)


async def pressed(attended: Attended, form: dict[str, str], cookies: dict[str, str]) -> None:
    """Send a form of a student's page."""
    status, _ = await asyncio.to_thread(posted, attended.server, f"/room/{attended.code}/do", form, cookies)
    assert status == 303
