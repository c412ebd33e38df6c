"""An issuer as it describes itself: its addresses and its keys, asked for once an hour."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from urllib.parse import quote

import httpx
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri, prepare_token_request
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from boardsup.web.oidc.provider import Provider, is_safe

KEPT = 3_600.0
AGAIN = 60.0
"""Seconds until an issuer is asked again for a key that it did not have."""

TIMEOUT = httpx.Timeout(8.0)
LARGEST = 262_144
"""Bytes of an issuer's answer that are read."""

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
SCOPE = "openid email profile"


class Away(Exception):
    """The issuer does not answer, or not as an issuer does. The text is for the log, and holds no secret."""


@dataclass(slots=True)
class Described:
    """What an issuer says of itself, and its keys."""

    authorization: str
    token: str
    userinfo: str
    keys: KeySet
    at: float


class Issuers:
    """The issuers of this process."""

    def __init__(self) -> None:
        self._known: dict[str, Described] = {}

    async def described(self, provider: Provider, *, younger_than: float = KEPT) -> Described:
        """What this issuer says of itself, at most so many seconds old. Raises `Away`."""
        known = self._known.get(provider.issuer)
        if known is None or time.monotonic() - known.at > younger_than:
            known = self._known[provider.issuer] = await _describe(provider)
        return known

    async def exchanged(self, provider: Provider, code: str, verifier: str, back: str) -> dict[str, object]:
        """The tokens for a code. Raises `Away`."""
        described = await self.described(provider)
        body = prepare_token_request("authorization_code", redirect_uri=back, code=code, code_verifier=verifier)
        basic = httpx.BasicAuth(quote(provider.client_id, safe=""), quote(provider.secret, safe=""))
        async with httpx.AsyncClient(timeout=TIMEOUT) as client:
            return await _json(client, client.build_request("POST", described.token, content=body, headers=FORM), basic)

    async def told(self, provider: Provider, access_token: str) -> dict[str, object]:
        """What the issuer tells of the person whose token this is; nothing where it tells nothing. Raises `Away`."""
        described = await self.described(provider)
        if not described.userinfo:
            return {}
        async with httpx.AsyncClient(timeout=TIMEOUT) as client:
            bearer = {"Authorization": f"Bearer {access_token}"}
            return await _json(client, client.build_request("GET", described.userinfo, headers=bearer))


def asking(provider: Provider, described: Described, back: str, **flow: str) -> str:
    """The address that a browser is sent to; `flow` has its state, nonce and verifier."""
    asked = {"nonce": flow["nonce"], "code_challenge": create_s256_code_challenge(flow["verifier"])}
    return str(
        prepare_grant_uri(
            described.authorization,
            provider.client_id,
            "code",
            redirect_uri=back,
            scope=SCOPE,
            state=flow["state"],
            code_challenge_method="S256",
            **asked,
        )
    )


async def _describe(provider: Provider) -> Described:
    async with httpx.AsyncClient(timeout=TIMEOUT) as client:
        wish = client.build_request("GET", f"{provider.issuer}/.well-known/openid-configuration")
        said = await _json(client, wish)
        if said.get("issuer") != provider.issuer:
            raise Away("the issuer calls itself by another name")
        found = {name: str(said.get(name, "")) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")}
        userinfo = str(said.get("userinfo_endpoint", ""))
        if not all(map(is_safe, found.values())) or not (userinfo == "" or is_safe(userinfo)):
            raise Away("an address of the issuer's is not over TLS")
        try:
            wish = client.build_request("GET", found["jwks_uri"])
            keys = KeySet.import_key_set(await _json(client, wish))  # type: ignore[arg-type] # whatever it is, its errors are caught
        except (JoseError, KeyError, TypeError, ValueError) as error:
            raise Away("the issuer's keys cannot be read") from error
    return Described(found["authorization_endpoint"], found["token_endpoint"], userinfo, keys, time.monotonic())


async def _json(client: httpx.AsyncClient, wish: httpx.Request, auth: httpx.Auth | None = None) -> dict[str, object]:
    """The JSON object that comes back, read no further than is sensible."""
    try:
        answer = await client.send(wish, auth=auth, stream=True)
        content = b""
        async for some in answer.aiter_bytes():
            content += some
            if len(content) > LARGEST:
                raise Away("the issuer's answer is too long")
        if answer.status_code != httpx.codes.OK:
            raise Away(f"the issuer answers {answer.status_code}")
        said = json.loads(content)
    except (httpx.HTTPError, ValueError) as error:
        raise Away(f"the issuer does not answer: {type(error).__name__}") from error
    if not isinstance(said, dict):
        raise Away("the issuer's answer is no JSON object")
    return said
