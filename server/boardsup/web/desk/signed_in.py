"""A browser is signed in: always under a new token, and what it had before is over."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from boardsup.store.people.person import OWNER
from boardsup.store.people.sessions import begin_session, end_session
from boardsup.web.devices import device_words
from boardsup.web.door import Door
from boardsup.web.seats import desk_token


def signed_in(request: Request, account_id: str, way: str, *, to: str = "/desk") -> Response:
    """Sign an account in on this browser, and lead to a page. Blocks.

    The token is new, so one that somebody else has planted is worth nothing (session fixation).
    """
    door: Door = request.app.state.door
    response = RedirectResponse(to, status_code=303)
    with door.database.session() as session:
        if (before := desk_token(request)) is not None:
            end_session(session, before)
        token = begin_session(session, account_id, way, device_words(request.headers.get("user-agent", "")))
    door.people.forget()
    secure = request.url.scheme == "https"
    door.seats.give_desk(response, token, secure=secure)
    if account_id != OWNER:
        door.seats.give_known(response, account_id, secure=secure)
    return response
