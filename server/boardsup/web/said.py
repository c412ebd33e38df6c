"""One plain sentence as a page: what to tell a person when something cannot be done."""

from __future__ import annotations

from fastapi.responses import HTMLResponse, Response

from boardsup.web.door import Denied, Door

GARBLED = "This page could not understand that. Please reload and try again."
SENTENCES: dict[Denied, tuple[int, str]] = {
    "no_lesson": (404, "There is no lesson with this code just now. Please check it with your teacher."),
    "not_seated": (403, "Please sign in on this computer first, or open the lesson again from its code."),
    "elsewhere": (403, "This was sent from another site, so nothing was done."),
}


def said(door: Door, text: str, *, status: int = 200, back: str = "/") -> HTMLResponse:
    """The page with this one sentence, and a way on."""
    return HTMLResponse(door.pages.page("said.html", page="said", title="Boards Up", text=text, back=back), status)


def denied(door: Door, why: Denied, *, live: bool = False) -> Response:
    """Why somebody cannot come in; to the island only its number."""
    status, text = SENTENCES[why]
    return Response(text, status, media_type="text/plain") if live else said(door, text, status=status)
