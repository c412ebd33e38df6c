"""Which addresses a message may go to: public ones alone, on few ports, by https.

A name is resolved once, all that it means is checked, and the connection is made to what was checked: a name that means
something else a moment later wins nothing. So nobody reaches this machine or the school's network through us.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

LONGEST = 500
PORTS = frozenset({443, 8443})
"""Where https is served. On this machine itself, where tests listen, any port will do."""

NOT_AN_ADDRESS = "Please give the whole address, such as https://example.org/boards-up."
ONLY_HTTPS = "A message goes by https alone."
NO_LOGIN = "Please leave user names and passwords out of the address."
ONLY_PORTS = "A message goes to port 443 or 8443."
NOT_PUBLIC = "This address is not on the public internet, so nothing is sent there."
NOT_FOUND = "There is no such host."

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_HIDDEN = tuple(
    map(
        ipaddress.ip_network,
        (
            "168.63.129.16/32",  # a cloud's own address in every virtual machine; it looks like a public one
            "192.0.0.0/24",  # a cloud's, too, and others that belong to nobody
            "192.88.99.0/24",  # 6to4 relays
            "64:ff9b::/96",  # IPv4 inside IPv6: translated, …
            "64:ff9b:1::/48",
            "2002::/16",  # … 6to4, …
            "2001::/32",  # … and Teredo
            "::/96",  # … and in the oldest way
            "fec0::/10",
        ),
    )
)
"""What `ipaddress` calls global and is not a place of its own on the internet."""


class Unreachable(ValueError):
    """Nothing is sent there; the text is one plain sentence that says why."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where to send: the URL with the checked address in it, the host's own name, and what its URL said of both."""

    url: str
    host: str
    authority: str


def checked_url(url: str, *, on_this_machine: bool) -> str:
    """The URL, if its shape is one that a message may go to; nothing is resolved. Raises `Unreachable`."""
    _split(url, on_this_machine=on_this_machine)
    return url


def resolve(url: str, *, on_this_machine: bool) -> Target:
    """Look the host up, once, and check all that it means. Blocks. Raises `Unreachable`.

    `on_this_machine` lets loopback addresses through, and http to them.
    """
    parts, port = _split(url, on_this_machine=on_this_machine)
    host = parts.hostname or ""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreachable(NOT_FOUND) from error
    addresses = [ipaddress.ip_address(str(one[4][0]).partition("%")[0]) for one in found]
    if not addresses:
        raise Unreachable(NOT_FOUND)
    for address in addresses:
        _check(address, parts.scheme, on_this_machine=on_this_machine)
    return _target(parts, host, min(addresses, key=lambda one: one.version), port)


def is_public(address: Address) -> bool:
    """Is it a place of its own on the public internet?"""
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        return False
    is_hidden = any(address in network for network in _HIDDEN if network.version == address.version)
    return address.is_global and not (is_hidden or address.is_multicast or address.is_reserved)


def _check(address: Address, scheme: str, *, on_this_machine: bool) -> None:
    if on_this_machine and address.is_loopback:
        return
    if scheme != "https":
        raise Unreachable(ONLY_HTTPS)
    if not is_public(address):
        raise Unreachable(NOT_PUBLIC)


def _split(url: str, *, on_this_machine: bool) -> tuple[SplitResult, int]:
    if len(url) > LONGEST or not url.isascii() or any(letter <= " " or letter in '\\"<>^`{|}\x7f' for letter in url):
        raise Unreachable(NOT_AN_ADDRESS)
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise Unreachable(NOT_AN_ADDRESS) from error
    if not parts.hostname or parts.fragment or parts.scheme not in ("http", "https"):
        raise Unreachable(NOT_AN_ADDRESS)
    if "@" in parts.netloc:
        raise Unreachable(NO_LOGIN)
    if parts.scheme != "https" and not on_this_machine:
        raise Unreachable(ONLY_HTTPS)
    if port not in PORTS and not on_this_machine:
        raise Unreachable(ONLY_PORTS)
    _check_literal(parts.hostname, parts.scheme, on_this_machine=on_this_machine)
    return parts, port


def _check_literal(host: str, scheme: str, *, on_this_machine: bool) -> None:
    """A host that is an address already needs no looking up to be refused."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return
    _check(address, scheme, on_this_machine=on_this_machine)


def _target(parts: SplitResult, host: str, address: Address, port: int) -> Target:
    numbers = f"[{address}]" if address.version == 6 else str(address)
    url = parts._replace(netloc=f"{numbers}:{port}").geturl()
    return Target(url, host, parts.netloc)
