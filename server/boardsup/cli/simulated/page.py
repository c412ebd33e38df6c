"""A page as a browser without a screen keeps it: the newest HTML of each region, and what its forms would send."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_ROOT = re.compile(r'<(?:section|header|div|form|main|aside|p|nav|footer)\b[^>]*?\bid="([a-z-]+)"[^>]*\bhx-swap-oob=')
_RECEIPTS = re.compile(r'data-receipts="([^"]*)"')


class Page:
    """The regions of one page, by id."""

    def __init__(self) -> None:
        self.regions: dict[str, str] = {}

    def swap(self, frame: str) -> list[str]:
        """Put the regions of a frame in their places; returns their ids."""
        starts = [(found.start(), found.group(1)) for found in _ROOT.finditer(frame)]
        ends = [start for start, _ in starts[1:]] + [len(frame)]
        for (start, id), end in zip(starts, ends, strict=True):
            self.regions[id] = frame[start:end]
        return [id for _, id in starts]

    def forms(self) -> list[dict[str, str]]:
        """The fields of every form on the page, hidden ones filled in."""
        found: list[dict[str, str]] = []
        for html in self.regions.values():
            parser = _Forms()
            parser.feed(html)
            found.extend(parser.found)
        return found

    def form(self, do: str, **fields: str) -> dict[str, str] | None:
        """The first form that asks for this, and whose fields are these; None when the page has none."""
        matching = (f for f in self.forms() if f.get("do") == do and all(f.get(k) == v for k, v in fields.items()))
        return next(matching, None)


def receipts(frame: str) -> dict[str, int]:
    """The highest number heard, by question, from the Saved region of a frame; empty when it has none."""
    found = _RECEIPTS.search(frame)
    if found is None or not found.group(1).strip():
        return {}
    pairs = (part.rsplit(":", 1) for part in found.group(1).split())
    return {question: int(number) for question, number in pairs}


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []
        self._open: dict[str, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect what a submit would send."""
        values = dict(attrs)
        if tag == "form":
            self._open = {}
            self.found.append(self._open)
        elif tag in ("input", "button") and self._open is not None and values.get("name"):
            self._open[str(values["name"])] = values.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        """A form ends."""
        if tag == "form":
            self._open = None
