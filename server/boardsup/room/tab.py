"""One browser tab that is looking at a lesson: its page, its device, what it was shown, and its outbox."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from boardsup.lesson.languages import ENGLISH, Language
from boardsup.lesson.regions import Region
from boardsup.lesson.who import DeviceId
from boardsup.room.outbox import Outbox

Page = Literal["student", "console", "wall"]
Render = Callable[[Region, Language], str]
"""A region as HTML, in a language."""

OTHER_TAB, RESTARTING = 4009, 1012
"""Codes that a line is closed with: another tab has it; the page may come back at once."""

MOST_VERSIONS = 2**53 - 1
"""The greatest whole number that a browser's script holds exactly."""


@dataclass(eq=False, slots=True)
class Tab:
    """A tab; `close` ends its socket with a code, and is None for a request that merely waits for news.

    A page that is out of sight (`is_in_sight`) keeps its line and is no sign of life.
    `load` is what its page was called when it was loaded, the same for every line that it opens.
    `shown` is what it was last sent of the lesson, `told` what was said to it alone, each by region. `has_boards` tells
    whether a console has the boards of the class open.
    """

    page: Page
    device: DeviceId
    outbox: Outbox
    close: Callable[[int], None] | None = None
    is_in_sight: bool = True
    shown: dict[str, Region] = field(default_factory=dict)
    told: dict[str, Region] = field(default_factory=dict)
    has_boards: bool = False
    language: Language = ENGLISH
    load: str = ""

    def show(self, regions: Iterable[Region], seq: int, render: Render) -> bool:
        """Put what has changed into the outbox. True when a frame has to wait until it is durable."""
        waits = False
        shown = self.shown
        for region in regions:
            before = shown.get(region.region)
            # Comparing two kinds asks both of them; a push to a thousand pays for that.
            if before is region or (type(before) is type(region) and before == region):
                continue
            shown[region.region] = region
            waits |= self.outbox.put(region.region, render(region, self.language), seq)
        return waits

    def speak(self, language: Language) -> None:
        """From now on in this language; what was shown in another one is shown again."""
        if language != self.language:
            self.language = language
            self.shown.clear()

    def remember(self, regions: Iterable[Region]) -> None:
        """Take these as shown."""
        self.shown.update((region.region, region) for region in regions)

    @property
    def version(self) -> int:
        """The version of what this tab has been sent; 0 while something is still held back."""
        return 0 if self.outbox.holds_back else version_of(self.shown.values())


def version_of(regions: Iterable[Region]) -> int:
    """A number that stands for these regions, in any order, within this process: another page has another one."""
    return hash(frozenset(regions)) & MOST_VERSIONS
