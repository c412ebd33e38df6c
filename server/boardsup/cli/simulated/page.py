"""A page as a browser without a screen keeps it: the newest HTML of each region, and what its forms would send."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

_ROOT = re.compile(r'<(?:section|header|div|form|main|aside|p|nav|footer)\b[^>]*?\bid="([a-z-]+)"[^>]*\bhx-swap-oob=')
_RECEIPTS = re.compile(r'data-receipts="([^"]*)"')


Form = dict[str, str]
"""The fields that a press of one button sends."""


class Page:
    """The regions of one page, by id."""

    def __init__(self) -> None:
        self.regions: dict[str, str] = {}

    def swap(self, frame: str) -> list[str]:
        """Put the regions of a frame in their places; returns their ids."""
        starts = [(found.start(), found.group(1)) for found in _ROOT.finditer(frame)]
        ends = [*(start for start, _ in starts[1:]), len(frame)]
        for (start, id), end in zip(starts, ends, strict=False):
            self.regions[id] = frame[start:end]
        return [id for _, id in starts]

    def forms(self, region: str = "") -> list[Form]:
        """What each button of the page, or of one region, would send; hidden fields filled in."""
        found: list[Form] = []
        for html in [self.regions.get(region, "")] if region else self.regions.values():
            parser = _Forms()
            parser.feed(html)
            parser.close()
            found.extend(parser.found)
        return found

    def form(self, do: str, **fields: str) -> Form | None:
        """The first button that asks for this, and whose fields are these; None when the page has none."""
        matching = (f for f in self.forms() if f.get("do") == do and all(f.get(k) == v for k, v in fields.items()))
        return next(matching, None)

    def words(self, region: str) -> str:
        """The text of a region, its tags replaced by single spaces."""
        return words(self.regions.get(region, ""))


def words(html: str) -> str:
    """The text of a piece of HTML, its tags replaced by single spaces."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", html))).strip()


def receipts(frame: str) -> dict[str, int]:
    """The highest number heard, by question, from the Saved region of a frame; empty when it has none."""
    found = _RECEIPTS.search(frame)
    if found is None or not found.group(1).strip():
        return {}
    pairs = (part.rsplit(":", 1) for part in found.group(1).split())
    return {question: int(number) for question, number in pairs}


class _Forms(HTMLParser):
    """Collects, form by form and button by button, what a press would send."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._fields: Form | None = None
        self._buttons: list[Form] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A form begins, or has one more field or button; a disabled button cannot be pressed."""
        values = dict(attrs)
        if tag == "form":
            self._fields, self._buttons = {}, []
        if self._fields is None or "disabled" in values:
            return
        own = {str(values["name"]): values.get("value") or ""} if values.get("name") else {}
        if tag == "button" and values.get("type", "submit") == "submit":
            self._buttons.append(own)
        elif tag in ("input", "textarea") and not (values.get("type") == "radio" and "checked" not in values):
            self._fields |= own

    def handle_endtag(self, tag: str) -> None:
        """A form ends."""
        if tag == "form" and self._fields is not None:
            self.found.extend({**self._fields, **button} for button in self._buttons or [{}])
            self._fields = None
