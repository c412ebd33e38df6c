"""The tabs that have a lesson open: of each student's device, of the consoles, of the walls."""

from __future__ import annotations

from collections.abc import Iterator

from boardsup.lesson.who import DeviceId
from boardsup.room.tab import OTHER_TAB, RESTARTING, Tab


class OpenTabs:
    """`by_device` holds the students' tabs, never an empty list; `shared` those of consoles and walls."""

    def __init__(self) -> None:
        self.by_device: dict[DeviceId, list[Tab]] = {}
        self.shared: list[Tab] = []

    def __iter__(self) -> Iterator[Tab]:
        yield from self.shared
        for tabs in self.by_device.values():
            yield from tabs

    def add(self, tab: Tab) -> None:
        """This one is opened."""
        (self.shared if tab.page != "student" else self.by_device.setdefault(tab.device, [])).append(tab)

    def remove(self, tab: Tab) -> None:
        """This one has gone."""
        tabs = self.shared if tab.page != "student" else self.by_device.get(tab.device, [])
        if tab in tabs:
            tabs.remove(tab)
        if tab.page == "student" and not tabs:
            self.by_device.pop(tab.device, None)

    def yield_line(self, device: DeviceId, newest: str) -> None:
        """The newest tab of a device gets the line; the older ones are told so.

        A line of the `newest` page's own may stay: what a page tried before may arrive after what it tried since.
        """
        own = [tab for tab in self.by_device.get(device, ()) if newest and tab.load == newest]
        for tab in list(self.by_device.get(device, ())):
            if tab.close is not None and tab not in own[-1:]:
                tab.close(RESTARTING if tab in own else OTHER_TAB)
                self.remove(tab)

    def close(self, code: int) -> None:
        """Close every line with this code."""
        for tab in list(self):
            if tab.close is not None:
                tab.close(code)

    def waiting_devices(self) -> list[DeviceId]:
        """The devices that wait for news over plain HTTP just now, and are looked at."""
        waiting = self.by_device.items()
        return [device for device, tabs in waiting if any(tab.close is None and tab.is_in_sight for tab in tabs)]
