"""A class of 32 with its special cases (classroom.md, the storyboard): simulated devices, real pages, one on paper."""

from __future__ import annotations

import asyncio
import html
import re
from dataclasses import dataclass, field

from playwright.async_api import Page, expect

from boardsup.cli.simulated.device import Device
from boardsup.maths.posing import Posed, pose_question
from browser.lesson import Lesson
from serving import Server

NAMES = [f"P{i:02}" for i in range(1, 33)]
CHECK = {"check.1": "9", "check.2": "-4", "check.3": "56/5"}
PATTERNS = ["111"] * 7 + ["110"] * 9 + ["100"] * 7 + ["000"] * 4 + ["101", "010"]
ON_PAPER, TAKES_TIME, READS_SPANISH, NEVER_CALLED, NO_COACH = 12, 10, 17, 24, 6
APART = ((0, 7), (1, 8))
REAL = (7, READS_SPANISH)
"""Who sits at a real page, by place in the list."""

HANDED_IN_WITHIN = 30
"""Seconds."""

LATE_IN_THE_CHECK, LATE_AT_THE_STATIONS, AWAY = 28, 31, (29, 30)


@dataclass(frozen=True)
class Work:
    """What a student hands in: the text, whether it is right, and how sure they say they are."""

    text: str
    is_right: bool
    sure: str = ""


WRONG = Work("1000", is_right=False)


@dataclass
class Room:
    """The lesson with everybody in it: simulated devices and real pages, by place in the list."""

    begun: Lesson
    wall: Page
    ids: list[str]
    devices: dict[int, Device] = field(default_factory=dict)
    pages: dict[int, Page] = field(default_factory=dict)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)
    done: set[str] = field(default_factory=set)

    @property
    def here(self) -> list[int]:
        """Everybody who is here, with a device or without, in the list's order."""
        return sorted((*self.devices, *self.pages, ON_PAPER))

    async def comes(self, *places: int) -> None:
        """These tap their tiles, each on a simulated device."""
        for place in places:
            device = self.devices[place] = Device(self.begun.server.here, self.begun.code, self.ids[place])
            self.tasks.append(asyncio.create_task(device.live()))
        await asyncio.gather(*(self.devices[place].sits() for place in places))

    async def answers(self, place: int, question: str, of: Work) -> None:
        """One student hands in, on whatever they have; who has no device is marked by the teacher."""
        if place == ON_PAPER:
            await self.marks(question, of)
        elif place in self.pages:
            page = self.pages[place]
            await page.locator(f'[data-answer="{question}"]').fill(of.text)
            if of.sure:
                await page.locator(f'input[name=sure][value="{of.sure}"]').check(force=True)
            await page.locator("#task .buttons .main").click()
        else:
            form = {"do": "answer", "question": question, "text": of.text}
            async with asyncio.timeout(HANDED_IN_WITHIN):
                await self.devices[place].hand_in(form | ({"sure": of.sure} if of.sure else {}))

    async def marks(self, question: str, of: Work) -> None:
        """The teacher looks at the paper, and presses what it says."""
        console = self.begun.console
        await console.locator(f'[data-person="{self.ids[ON_PAPER]}"]').click()
        sheet = console.locator("#person-sheet")
        await sheet.locator("[data-person-question]").select_option(question, force=True)
        word = "Right on paper" if of.is_right else "Not yet on paper"
        await sheet.get_by_role("button", name=word).click()
        await expect(sheet).to_be_hidden()

    async def answered(self, right: int) -> None:
        """The first of the list are right, the others make the likeliest mistake."""
        question, found = await self.asked()
        work = [Work(found.answer, is_right=True)] * right
        work += [Work(found.predictions[0].value, is_right=False)] * (len(self.here) - right)
        await asyncio.gather(*(self.answers(p, question, of) for p, of in zip(self.here, work, strict=True)))

    async def asked(self) -> tuple[str, Posed]:
        """The next question as it stands on a board, read and solved anew: its answer and its likely wrong ones."""
        device = next(iter(self.devices.values()))
        new = re.compile(r'data-question="(?!check|stations)([^"]+)"')
        await device.sees(
            lambda: (id := new.search(device.page.regions["task"])) is not None and id[1] not in self.done
        )
        id = new.search(device.page.regions["task"])
        shown = re.search(r'alttext="([^"]+)"', device.page.regions["task"])
        assert id is not None
        assert shown is not None
        self.done.add(id[1])
        found = pose_question(f"Solve {html.unescape(shown[1])}")
        assert isinstance(found, Posed)
        return id[1], found


async def the_cast(server: Server, desk: Page) -> None:
    """What the teacher has set, privately, on the students' pages."""
    found = await desk.locator("a.about").evaluate_all("links => links.map(link => link.pathname)")
    ids = [path.rsplit("/", 1)[1] for path in found]
    needs: dict[int, dict[str, str]] = {
        # 1.5 times in the storyboard; these fifty minutes last one, so that half of them would be over at once.
        TAKES_TIME: {"extra_time": "0"},
        READS_SPANISH: {"language": "es"},
        NEVER_CALLED: {"calls": "never"},
        NO_COACH: {"rests_from_coaching": "yes"},
        **{one: {"apart": ids[other]} for one, other in APART},
    }
    for place, fields in needs.items():
        kept = await desk.request.post(
            f"{server.here}{found[place]}/needs", form=fields, headers={"Origin": server.here}
        )
        assert kept.ok, await kept.text()
