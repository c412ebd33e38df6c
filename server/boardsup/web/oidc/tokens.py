"""An ID token: read, and not believed for any of the reasons that there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from boardsup.web.oidc.provider import Provider

ALGORITHMS = ("RS256", "PS256", "ES256", "ES384")
"""What a token may be signed with; never "none", and never with our own secret."""

LEEWAY = 60
"""Seconds that two clocks may differ."""

LONGEST = 16_384


class NotBelieved(Exception):
    """A token that is not what it should be; the text says why, for the log, and holds nothing of the token."""


class UnknownKey(NotBelieved):
    """Signed with a key that the issuer did not show: it may have a new one."""


@dataclass(frozen=True, slots=True)
class Proved:
    """Somebody as the issuer knows them: its number for them, and a verified address, or none."""

    subject: str
    address: str


def believed(text: object, provider: Provider, keys: KeySet, nonce: str) -> dict[str, object]:
    """The claims of an ID token that was made by this issuer, for us, just now, for this sign-in.

    Raises `NotBelieved`.
    """
    if not isinstance(text, str) or len(text) > LONGEST:
        raise NotBelieved("no token")
    try:
        claims = jwt.decode(text, keys, algorithms=ALGORITHMS).claims
    except InvalidKeyIdError as error:
        raise UnknownKey("a key that the issuer has not shown") from error
    except (JoseError, ValueError) as error:
        raise NotBelieved(type(error).__name__) from error
    wanted = jwt.JWTClaimsRegistry(
        leeway=LEEWAY,
        iss={"essential": True, "value": provider.issuer},
        aud={"essential": True, "value": provider.client_id},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": nonce},
    )
    try:
        wanted.validate(claims)
    except JoseError as error:
        raise NotBelieved(str(error)[:80]) from error
    many = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", "" if many else provider.client_id) != provider.client_id:
        raise NotBelieved("made for another party")
    return claims


def proved(provider: Provider, claims: Mapping[str, object]) -> Proved:
    """Whom the claims prove. An address counts when it is verified, or the directory is the school's own."""
    address = str(claims.get("email") or (claims.get("preferred_username") if provider.vouches else "") or "")
    is_verified = claims.get("email_verified", provider.vouches)
    return Proved(str(claims["sub"])[:255], address if is_verified is True and "@" in address else "")
