"""Which issuers people may sign in with, from variables. A secret is in no log line, no error and no `repr`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

GOOGLE = "https://accounts.google.com"
MICROSOFT = "https://login.microsoftonline.com/{}/v2.0"
TENANT = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Misconfigured(ValueError):
    """A variable is missing or makes no sense; the text names the variable, never what is in it."""


@dataclass(frozen=True, slots=True)
class Provider:
    """An issuer: `key` stands in our addresses, `name` on the button. `vouches`: its addresses are the school's own."""

    key: str
    name: str
    issuer: str
    client_id: str
    secret: str = field(repr=False)
    vouches: bool = False


def providers_from(variables: Mapping[str, str]) -> tuple[Provider, ...]:
    """The issuers that are set up: each has at least a BOARDSUP_…_ID. Raises `Misconfigured`."""
    found: list[Provider] = []
    if client := variables.get("BOARDSUP_GOOGLE_ID"):
        found.append(Provider("google", "Google", GOOGLE, client, _secret(variables, "BOARDSUP_GOOGLE_SECRET")))
    if client := variables.get("BOARDSUP_MICROSOFT_ID"):
        tenant = variables.get("BOARDSUP_MICROSOFT_TENANT", "")
        if not TENANT.fullmatch(tenant):
            raise Misconfigured("BOARDSUP_MICROSOFT_TENANT has to be the tenant's number, not a name or “common”.")
        secret = _secret(variables, "BOARDSUP_MICROSOFT_SECRET")
        found.append(Provider("microsoft", "Microsoft", MICROSOFT.format(tenant), client, secret, vouches=True))
    if client := variables.get("BOARDSUP_OIDC_ID"):
        issuer = variables.get("BOARDSUP_OIDC_ISSUER", "").rstrip("/")
        if not is_safe(issuer):
            raise Misconfigured("BOARDSUP_OIDC_ISSUER has to be an address that begins with https://.")
        name = variables.get("BOARDSUP_OIDC_NAME", "your school")[:40]
        found.append(Provider("school", name, issuer, client, _secret(variables, "BOARDSUP_OIDC_SECRET")))
    return tuple(found)


def is_safe(url: str) -> bool:
    """Is this an address to which a secret may be sent: over TLS, or on this machine itself?"""
    parts = urlsplit(url)
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK))


def _secret(variables: Mapping[str, str], name: str) -> str:
    """The secret itself, or what stands in the file that NAME_FILE names."""
    if secret := variables.get(name):
        return secret
    file = variables.get(f"{name}_FILE")
    if not file:
        raise Misconfigured(f"{name} or {name}_FILE is missing.")
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(f"The file of {name}_FILE cannot be read.") from error
