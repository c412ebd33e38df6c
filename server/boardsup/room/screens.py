"""The tabs that look at one lesson, and what each of them has been shown.

A student's tab is shown its own regions when something about that student changed; the console at most ten times a
second, the wall four times; the tiles on the join page at most twice a second. So an answer costs the same in a class
of 30 and in a hall of 1,000.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from boardsup.lesson.events import AnswerGiven, Event
from boardsup.lesson.languages import language_of
from boardsup.lesson.regions import Boards, Notice, Region, Trouble
from boardsup.lesson.state import Lesson
from boardsup.lesson.views import ClassPages, Names, after_an_answer, console_after_eyes
from boardsup.lesson.views.boards import boards
from boardsup.lesson.who import DeviceId, Student, StudentId, Teacher, Visitor, Wall, Who
from boardsup.room.audiences import AT_ONCE, EYES, FOR_EVERY_STUDENT, FOR_VISITORS, devices_of
from boardsup.room.hall_tiles import HallTiles, rest
from boardsup.room.holding import Holding
from boardsup.room.open_tabs import OpenTabs
from boardsup.room.tab import Page, Render, Tab, version_of
from boardsup.room.turns import OneByOne, Turn

CONSOLE_EVERY, WALL_EVERY, TILES_EVERY, BOARDS_EVERY = 0.1, 0.25, 0.5, 0.5
"""Seconds between two looks at the console, at the wall, at the tiles, at the boards where a console has them open."""

QUIET = Notice()


class Screens:
    """What every open tab of a lesson shows."""

    def __init__(self, lesson: Lesson, names: Names, seq: int, render: Render, queue: OneByOne) -> None:
        self.lesson, self.names, self.seq = lesson, names, seq
        self.tabs = OpenTabs()
        self._render = render
        self._holding = Holding(seq)
        self._trouble = Trouble()
        self._tiles = HallTiles()
        self._console_turn = Turn(CONSOLE_EVERY, partial(self._show_shared, "console"), queue)
        self._wall_turn = Turn(WALL_EVERY, partial(self._show_shared, "wall"), queue)
        self._tiles_turn = Turn(TILES_EVERY, self._show_visitors, queue)
        self._boards_turn = Turn(BOARDS_EVERY, self._show_boards, queue)
        self._drawn: dict[StudentId, tuple[str, str]] = {}

    def who(self, page: Page, device: DeviceId) -> Who:
        """Who sits behind a page. The lesson knows which device holds which seat."""
        match page:
            case "console":
                return Teacher()
            case "wall":
                return Wall()
            case "student":
                student = self.lesson.devices.get(device)
                return Visitor(device) if student is None else Student(student, device)

    def regions(self, page: Page, device: DeviceId) -> tuple[Region, ...]:
        """What a page shows at this moment."""
        return self._tiles.of(self.lesson, self.who(page, device), self.names)

    def open(self, tab: Tab, *, version: int = 0) -> None:
        """Look at the lesson from this tab: its whole present state, unless it has been sent in this `version`."""
        tab.outbox.release(self._holding.durable)
        self.tabs.add(tab)
        regions = (*self._view(tab), self._trouble) if version else ()
        if version and version == version_of(regions):
            tab.remember(regions)
        else:
            self.refresh(tab)

    def refresh(self, tab: Tab) -> None:
        """Send the whole present state once more."""
        tab.shown.clear()
        tab.told.clear()
        self._put(tab, self._view(tab))
        tab.show((self._trouble,), 0, self._render)

    def shut(self, tab: Tab) -> None:
        """This tab has gone."""
        self.tabs.remove(tab)

    def draw(self, student: StudentId, question: str, sketch: str) -> None:
        """A student draws: a glimpse for the consoles that have the boards open, in no journal."""
        self._drawn[student] = (question, sketch)
        self._boards_turn.ask()

    def open_boards(self, tab: Tab, *, is_open: bool) -> None:
        """This console has the boards of the class open, or shut."""
        tab.has_boards = is_open
        if is_open:
            self._boards_turn.take()
        else:
            self._put(tab, (Boards(),))

    def moved(self, events: tuple[Event, ...], lesson: Lesson, seq: int) -> None:
        """The lesson has moved: show each person what that changed for them."""
        before, self.lesson, self.seq = self.lesson, lesson, seq
        if all(isinstance(event, EYES) for event in events):
            self._show_eyes()
            return
        if not self._show_saved(before, events):
            self._show_students(before, events)
        for event in events:
            if isinstance(event, AnswerGiven):
                self._drawn.pop(event.student, None)
        if any(tab.has_boards for tab in self.tabs.shared):
            self._boards_turn.ask()
        look = Turn.take if any(isinstance(event, AT_ONCE) for event in events) else Turn.ask
        look(self._console_turn)
        look(self._wall_turn)

    def renamed(self, names: Names) -> None:
        """A name on the roster has changed."""
        self.names, self._tiles = names, HallTiles()
        self.everything(self.lesson, self.seq)

    def everything(self, lesson: Lesson, seq: int) -> None:
        """Look again at every tab, whatever happened."""
        self.lesson, self.seq = lesson, seq
        self._show_devices(set(self.tabs.by_device))
        self._show_shared("console")
        self._show_shared("wall")

    async def until_durable(self) -> None:
        """Wait until everything that has happened so far is durable, or is known not to have happened after all."""
        await self._holding.until(self.seq)

    def durable(self, seq: int) -> None:
        """Everything up to here is durable: let go of the frames that waited for it."""
        self._holding.release(seq)

    def trouble(self, trouble: Trouble, lesson: Lesson, durable: int) -> None:
        """Tell every screen whether things can be saved; what was not durable is not shown any more."""
        self._trouble = trouble
        self._holding.drop(durable)
        for tab in self.tabs:
            tab.outbox.forget(durable)
            tab.show((trouble,), 0, self._render)
        self.everything(lesson, durable)
        self._holding.go_on()

    def tell(self, tab: Tab, notice: Region) -> None:
        """One sentence, or an echo, for this tab alone; that there is nothing to say is not said twice."""
        if notice == QUIET and tab.told.get(notice.region) == QUIET:
            return
        tab.told[notice.region] = notice
        tab.outbox.put(notice.region, self._render(notice, tab.language), 0)

    def close(self, code: int) -> None:
        """Close every tab, for instance because the process stops."""
        for turn in (self._console_turn, self._wall_turn, self._tiles_turn, self._boards_turn):
            turn.cancel()
        self.tabs.close(code)

    def _view(self, tab: Tab) -> tuple[Region, ...]:
        who = self.who(tab.page, tab.device)
        tab.speak(language_of(self.lesson, who))
        return self._tiles.of(self.lesson, who, self.names)

    def _put(self, tab: Tab, regions: tuple[Region, ...]) -> None:
        # A turn may come after the commit: then nobody will release what is held back.
        seq = self.seq if self.seq > self._holding.durable else 0
        if tab.show(regions, seq, self._render):
            self._holding.hold(seq, tab)

    def _show_saved(self, before: Lesson, events: tuple[Event, ...]) -> bool:
        """Show a plain answer's receipt, which is all that it changes for its student; False where it may be more."""
        if len(events) != 1 or not isinstance(answer := events[0], AnswerGiven):
            return False
        region, seat = after_an_answer(before, self.lesson, answer), self.lesson.seats.get(answer.student)
        if region is None or seat is None or seat.device in self.lesson.shared:
            return False
        for tab in self.tabs.by_device.get(seat.device, ()):
            self._put(tab, (region,))
        return True

    def _show_students(self, before: Lesson, events: tuple[Event, ...]) -> None:
        """Show whatever else has happened, to those whom it is about."""
        if any(isinstance(event, FOR_EVERY_STUDENT) for event in events):
            self._show_devices(set(self.tabs.by_device))
        else:
            self._show_devices(devices_of(events, before, self.lesson))
        if any(isinstance(event, FOR_VISITORS) for event in events):
            self._tiles_turn.ask()
            self._show_devices({ask.device for ask in before.asks} | {ask.device for ask in self.lesson.asks})

    def _show_devices(self, devices: Iterable[DeviceId]) -> None:
        pages = ClassPages(self.lesson, self.names)
        for device in devices:
            who = self.who("student", device)
            for tab in self.tabs.by_device.get(device, ()):
                if isinstance(who, Student):
                    tab.speak(language_of(self.lesson, who))
                    self._put(tab, pages.of(who))
                else:
                    self._put(tab, self._view(tab))

    def _show_eyes(self) -> None:
        """Eyes up or down, which has to be there at once: what it can change, and nothing else."""
        console = console_after_eyes(self.lesson)
        for tab in self.tabs.shared:
            if tab.page == "console":
                self._put(tab, console)
        pages, students = ClassPages(self.lesson, self.names), self.lesson.devices
        for device, tabs in self.tabs.by_device.items():
            if (student := students.get(device)) is not None:
                regions = pages.eyes(student)
                for tab in tabs:
                    self._put(tab, regions)

    def _show_visitors(self) -> None:
        """The tiles; they are the same for all who have asked for none."""
        asking = {ask.device for ask in self.lesson.asks}
        self._tiles = HallTiles()
        same = self._tiles.of(self.lesson, Visitor(""), self.names)
        waiting = [device for device in self.tabs.by_device if device not in self.lesson.devices]
        self._tiles_turn.rest(rest(len(self.lesson.roster), len(waiting)))
        for device in waiting:
            regions = self.regions("student", device) if device in asking else same
            for tab in self.tabs.by_device[device]:
                self._put(tab, regions)

    def _show_boards(self) -> None:
        tabs = [tab for tab in self.tabs.shared if tab.has_boards]
        if tabs:
            region = boards(self.lesson, self.names, self._drawn)
            for tab in tabs:
                self._put(tab, (region,))

    def _show_shared(self, page: Page) -> None:
        tabs = [tab for tab in self.tabs.shared if tab.page == page]
        if tabs:
            regions = self._view(tabs[0])
            for tab in tabs:
                self._put(tab, regions)
