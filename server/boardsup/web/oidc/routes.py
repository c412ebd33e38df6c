"""To the issuer and back. The flow stands in a signed cookie of this browser, so nobody else's link is of use."""

from __future__ import annotations

import asyncio
import hmac
import logging
import secrets
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from boardsup.store.people.identities import account_for
from boardsup.web.desk.signed_in import signed_in
from boardsup.web.door import Door
from boardsup.web.mishaps import NOT_HERE
from boardsup.web.oidc.issuer import AGAIN, Away, Issuers, asking
from boardsup.web.oidc.provider import Provider
from boardsup.web.oidc.tokens import NotBelieved, Proved, UnknownKey, believed, proved
from boardsup.web.said import said

router = APIRouter(prefix="/signin/with/{key}")
log = logging.getLogger("boardsup.signin")
issuers = Issuers()

AWAY = "Signing in with {} is not possible just now. Please try again in a moment, or sign in by password."
NOT_DONE = "Signing in with {} did not work. Please begin again."
NO_ADDRESS = "{} has not verified your e-mail address, so it cannot be used here. An admin can give you a link."
NO_ACCOUNT = "There is no account here for your e-mail address yet. An admin can make one."


@dataclass(frozen=True, slots=True)
class Flow:
    """One sign-in under way: what comes back has to fit all of it."""

    key: str
    state: str
    nonce: str
    verifier: str


@router.get("")
async def begin(request: Request, key: str) -> Response:
    """To the issuer."""
    door: Door = request.app.state.door
    provider = _provider(door, key)
    if provider is None:
        return said(door, NOT_HERE, status=404)
    flow = Flow(key, *(secrets.token_urlsafe(size) for size in (24, 24, 48)))
    try:
        described = await issuers.described(provider)
    except Away as why:
        log.warning("sign-in with %s: %s", key, why)
        return said(door, AWAY.format(provider.name), status=503, back="/signin")
    of = {"state": flow.state, "nonce": flow.nonce, "verifier": flow.verifier}
    response = RedirectResponse(asking(provider, described, _back(request, key), **of), status_code=303)
    door.seats.give_flow(response, f"{key}.{flow.state}.{flow.nonce}.{flow.verifier}", secure=_is_secure(request))
    return response


@router.get("/back")
async def come_back(request: Request, key: str, code: str = "", state: str = "", iss: str = "") -> Response:
    """Back from the issuer: signed in, or one sentence why not. The flow is over either way."""
    door: Door = request.app.state.door
    provider, flow = _provider(door, key), _flow(request)
    if provider is None:
        return said(door, NOT_HERE, status=404)
    try:
        if flow is None or flow.key != key or not hmac.compare_digest(flow.state.encode(), state.encode()):
            raise NotBelieved("no such flow in this browser")
        if iss and iss != provider.issuer:
            raise NotBelieved("another issuer has answered")
        if not code or len(code) > 4_096:
            raise NotBelieved("no code")
        person = await _proved(provider, flow, code, _back(request, key))
        response = await asyncio.to_thread(_let_in, request, provider, person)
    except (Away, NotBelieved) as why:
        log.warning("sign-in with %s refused: %s", key, why)
        response = said(door, NOT_DONE.format(provider.name), status=403, back="/signin")
    door.seats.take_flow(response)
    return response


async def _proved(provider: Provider, flow: Flow, code: str, back: str) -> Proved:
    """Whom the issuer has sent. Raises `Away` and `NotBelieved`."""
    tokens = await issuers.exchanged(provider, code, flow.verifier, back)
    keys = (await issuers.described(provider)).keys
    try:
        claims = believed(tokens.get("id_token"), provider, keys, flow.nonce)
    except UnknownKey:
        keys = (await issuers.described(provider, younger_than=AGAIN)).keys
        claims = believed(tokens.get("id_token"), provider, keys, flow.nonce)
    if "email" not in claims and tokens.get("access_token"):
        more = await issuers.told(provider, str(tokens["access_token"]))
        if more.get("sub") == claims["sub"]:
            claims = {**more, **claims}
    return proved(provider, claims)


def _let_in(request: Request, provider: Provider, person: Proved) -> Response:
    door: Door = request.app.state.door
    with door.database.session() as session:
        account = account_for(session, provider.issuer, person.subject, person.address)
    if account is None:
        text = NO_ACCOUNT if person.address else NO_ADDRESS.format(provider.name)
        return said(door, text, status=403, back="/signin")
    return signed_in(request, account.id, provider.key)


def _provider(door: Door, key: str) -> Provider | None:
    return next((one for one in door.settings.providers if one.key == key), None)


def _flow(request: Request) -> Flow | None:
    door: Door = request.app.state.door
    parts = (door.seats.flow(request) or "").split(".")
    return Flow(*parts) if len(parts) == 4 else None


def _back(request: Request, key: str) -> str:
    """Where the issuer sends the browser back to: where it is now, for its cookie is of this address alone."""
    return f"{request.url.scheme}://{request.url.netloc}/signin/with/{key}/back"


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https"
