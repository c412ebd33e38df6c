"""A paper as the answer to a request: drawn and pressed beside the event loop, or one plain sentence why not."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from fastapi import Response

from boardsup.items.predicting import Unfit
from boardsup.items.vary import NoDraw
from boardsup.web.door import Door
from boardsup.web.said import said
from boardsup.web.worksheets.pieces import Paper
from boardsup.web.worksheets.press import NotPrinted

NOT_DRAWN = "There are no numbers that fit this sheet. Please take another skill, or other numbers."


async def as_pdf(door: Door, make: Callable[[], Paper], *, name: str, back: str) -> Response:
    """The paper that `make` makes, to be looked at and printed in the browser under this file name."""
    try:
        made = await asyncio.to_thread(door.press.drawn, make)
    except NotPrinted as why:
        return said(door, str(why), status=503, back=back)
    except (NoDraw, Unfit):
        return said(door, NOT_DRAWN, status=422, back=back)
    return Response(made, media_type="application/pdf", headers={"content-disposition": f'inline; filename="{name}"'})
