"""One browser tab that is looking at a lesson: its page, its device, what it was shown, and its outbox."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from boardsup.lesson.regions import Region
from boardsup.lesson.who import DeviceId
from boardsup.room.outbox import Outbox

Page = Literal["student", "console", "wall"]
Render = Callable[[Region], str]


@dataclass(eq=False, slots=True)
class Tab:
    """A tab; `close` ends its socket with a code, and is None for a request that merely waits for news.

    `seq` is the number of the newest event that it has been shown, or is about to be.
    """

    page: Page
    device: DeviceId
    outbox: Outbox
    close: Callable[[int], None] | None = None
    seq: int = 0
    shown: dict[str, Region] = field(default_factory=dict)

    def show(self, regions: Iterable[Region], seq: int, render: Render) -> bool:
        """Put what has changed into the outbox. True when a frame has to wait until it is durable."""
        waits = False
        self.seq = max(self.seq, seq)
        shown = self.shown
        for region in regions:
            before = shown.get(region.region)
            if before is region or before == region:
                continue
            shown[region.region] = region
            waits |= self.outbox.put(region.region, render(region), seq)
        return waits

    def remember(self, regions: Iterable[Region]) -> None:
        """Take these as shown."""
        self.shown.update((region.region, region) for region in regions)
