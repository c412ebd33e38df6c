"""The visual language on one page: every token, and every component in its states, with the styles that pages use."""

from __future__ import annotations

import re
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from boardsup.lesson.regions import Step
from boardsup.web.door import Door
from boardsup.web.shown_parts import parts

router = APIRouter()

_COLOUR = re.compile(r"^  --([a-z-]+): (?:#|rgb)", re.MULTILINE)
_SYMBOL = re.compile(r'<symbol id="([a-z-]+)" viewBox="0 0 (\d+)')
SMALL = "24"
"""The width of a small sign; the other symbols are drawings."""


@router.get("/styleguide")
async def styleguide(request: Request) -> Response:
    """All of it; nothing of a class stands here, so anybody may see it."""
    door: Door = request.app.state.door
    static = door.settings.client / "static"
    symbols = _SYMBOL.findall((static / "icons.svg").read_text(encoding="utf-8"))
    page = door.pages.page(
        "styleguide.html",
        page="styleguide",
        title="Style guide",
        colours=colours(static),
        signs=[name for name, width in symbols if width == SMALL],
        steps=[
            Step(state, label, state) for label, state in (("1", "final"), ("2", "done"), ("3", "now"), ("4", "todo"))
        ],
        parts_of={part.region: door.pages.region(part) for part in parts()},
        drawings=[name for name, width in symbols if width != SMALL],
    )
    return HTMLResponse(page)


def colours(static: Path) -> list[str]:
    """The names of the colours that the tokens define, in their order."""
    return list(dict.fromkeys(_COLOUR.findall((static / "css" / "tokens.css").read_text(encoding="utf-8"))))
