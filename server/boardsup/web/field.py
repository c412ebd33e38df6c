"""The frame of the two-dimensional math field: a page of its own, so that only it may place signs by inline styles."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from boardsup.web.door import Door

router = APIRouter()

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self'",
        "img-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
    )
)
"""Nothing from outside, nothing to send; MathLive places signs by style attributes, so inline styles may stand here."""


@router.get("/field/{language}")
async def field(request: Request, language: str) -> Response:
    """The field, in the language of the page around it; English for a language that is not known."""
    door: Door = request.app.state.door
    page = door.pages.page("field.html", "es" if language == "es" else "en", page="field", title="Boards Up")
    return HTMLResponse(page, headers={"content-security-policy": POLICY, "cache-control": "no-cache"})
