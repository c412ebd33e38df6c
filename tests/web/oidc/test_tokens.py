"""An ID token is believed when all of it is right, and for no less."""

from __future__ import annotations

import hmac
import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Mapping

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from boardsup.web.oidc.provider import Provider
from boardsup.web.oidc.tokens import NotBelieved, UnknownKey, believed, proved

SCHOOL = Provider("school", "School", "https://id.school.example", "us", "our-secret-that-is-long-enough-for-hs256")
TENANTS = Provider("microsoft", "Microsoft", "https://login.example", "us", "secret", vouches=True)
KEY, OTHERS = (RSAKey.generate_key(2048, parameters={"kid": kid}) for kid in ("one", "two"))
KEYS = KeySet([KEY])


def claims(**change: object) -> dict[str, object]:
    now = int(time.time())
    right = {"iss": SCHOOL.issuer, "aud": "us", "sub": "42", "exp": now + 300, "iat": now, "nonce": "n"}
    return {name: value for name, value in {**right, **change}.items() if value is not None}


def signed(said: Mapping[str, object], key=KEY, alg: str = "RS256", kid: str = "one") -> str:
    return jwt.encode({"alg": alg, "kid": kid}, dict(said), key, algorithms=[alg])


def test_a_token_that_is_right_is_believed() -> None:
    assert believed(signed(claims()), SCHOOL, KEYS, "n")["sub"] == "42"
    assert believed(signed(claims(aud=["us", "them"], azp="us")), SCHOOL, KEYS, "n")
    assert believed(signed(claims(exp=int(time.time()) - 30)), SCHOOL, KEYS, "n")


def by_hand(said: Mapping[str, object], secret: bytes) -> str:
    """Signed with HS256, as somebody does who has our public key, or our secret."""
    parts = ({"alg": "HS256", "kid": "one", "typ": "JWT"}, said)
    text = b".".join(urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in parts)
    mark = urlsafe_b64encode(hmac.digest(secret, text, "sha256")).rstrip(b"=")
    return f"{text.decode()}.{mark.decode()}"


@pytest.mark.parametrize(
    "change",
    [
        {"nonce": "another"}, {"nonce": None}, {"nonce": ""},
        {"aud": "them"}, {"aud": ["them"]}, {"aud": None}, {"aud": ["us", "them"]}, {"azp": "them"},
        {"iss": "https://id.elsewhere.example"}, {"iss": None}, {"iss": "https://id.school.example/"},
        {"exp": 1}, {"exp": None}, {"exp": "soon"}, {"iat": None}, {"iat": 4_000_000_000}, {"nbf": 4_000_000_000},
        {"sub": None}, {"sub": ""}, {"sub": 42},
    ],
    ids=str,
)  # fmt: skip
def test_a_token_with_one_thing_wrong_is_not_believed(change: dict[str, object]) -> None:
    """Seen to fail, case by case, with each claim left out of `believed`."""
    with pytest.raises(NotBelieved):
        believed(signed(claims(**change)), SCHOOL, KEYS, "n")


def test_a_token_that_somebody_else_has_signed_is_not_believed() -> None:
    head, body, _ = signed(claims()).split(".")
    broken = [
        signed(claims(), OTHERS),
        by_hand(claims(), KEY.as_pem(private=False)),
        by_hand(claims(), SCHOOL.secret.encode()),
        f"eyJhbGciOiJub25lIn0.{body}.",
        f"{head}.{body}.",
        f"{head}.{body}",
        "", "x", "x" * 20_000, None, 7,
    ]  # fmt: skip
    for token in broken:
        with pytest.raises(NotBelieved):
            believed(token, SCHOOL, KEYS, "n")


def test_a_key_that_is_not_there_yet_is_told_apart() -> None:
    with pytest.raises(UnknownKey):
        believed(signed(claims(), OTHERS, kid="two"), SCHOOL, KEYS, "n")


@pytest.mark.parametrize(
    ("provider", "said", "address"),
    [
        (SCHOOL, {"email": "ada@school.example", "email_verified": True}, "ada@school.example"),
        (SCHOOL, {"email": "ada@school.example", "email_verified": False}, ""),
        (SCHOOL, {"email": "ada@school.example", "email_verified": "true"}, ""),
        (SCHOOL, {"email": "ada@school.example"}, ""),
        (SCHOOL, {"preferred_username": "ada@school.example", "email_verified": True}, ""),
        (SCHOOL, {"email": "admin", "email_verified": True}, ""),
        (TENANTS, {"email": "ada@school.example"}, "ada@school.example"),
        (TENANTS, {"preferred_username": "ada@school.example"}, "ada@school.example"),
        (TENANTS, {"email": "ada@school.example", "email_verified": False}, ""),
    ],
)
def test_only_a_verified_address_proves_anything(provider: Provider, said: dict[str, object], address: str) -> None:
    assert proved(provider, {"sub": "42", **said}).address == address
