"""Where no message ever goes: this machine, the school's network, a cloud's own addresses, whatever they are called."""

from __future__ import annotations

import datetime
import ipaddress
import socket
import ssl
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from boardsup.store.hooks import Claimed
from boardsup.web.webhooks.addresses import NOT_FOUND, NOT_PUBLIC, Unreachable, checked_url, is_public, resolve
from boardsup.web.webhooks.sending import NO_CONNECTION, answer_to
from web.webhooks.receiving import receiver

HIDDEN = (
    *("127.0.0.1", "127.8.9.10", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.254", "192.168.1.1"),  # noqa: S104 - not bound, but refused
    *("169.254.169.254", "169.254.170.2", "100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192", "192.0.0.8"),
    *("192.0.2.7", "198.18.0.1", "198.51.100.9", "203.0.113.9", "192.88.99.1", "224.0.0.1", "239.255.255.250"),
    *("240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:169.254.169.254"),
    *("::127.0.0.1", "fe80::1", "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1", "ff0e::1", "64:ff9b::7f00:1"),
    *("64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::1", "2001::1", "2001:db8::1", "100::1"),
)
PUBLIC = (
    *("8.8.8.8", "93.184.216.34", "1.1.1.1", "172.15.255.255", "172.32.0.1", "192.0.1.1"),
    *("2606:4700:4700::1111", "2a00:1450:4001:80b::200e"),
)


@pytest.mark.parametrize("address", HIDDEN)
def test_a_hidden_address_gets_nothing_by_number_or_by_a_name(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name resolves to a public address as well: one that is hidden among them is enough."""
    assert not is_public(ipaddress.ip_address(address))
    host = f"[{address}]" if ":" in address else address
    with pytest.raises(Unreachable, match="not on the public"):
        checked_url(f"https://{host}/hook", on_this_machine=False)
    _resolves(monkeypatch, "8.8.8.8", address)
    with pytest.raises(Unreachable, match="not on the public"):
        resolve("https://hook.example/", on_this_machine=False)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_connected_to_as_it_was_checked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _resolves(monkeypatch, address)
    found = resolve("https://hook.example:8443/a?b=c", on_this_machine=False)
    numbers = f"[{address}]" if ":" in address else address
    assert (found.url, found.host) == (f"https://{numbers}:8443/a?b=c", "hook.example")
    assert found.authority == "hook.example:8443"


@pytest.mark.parametrize(
    "host",
    ["localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0", "[::1]", "[fe80::1%251]", "127.0.0.1."],
)
def test_this_machine_gets_nothing_however_it_is_spelled(host: str) -> None:
    with pytest.raises(Unreachable) as refused:
        resolve(f"https://{host}/", on_this_machine=False)
    assert str(refused.value) in (NOT_PUBLIC, NOT_FOUND)


@pytest.mark.parametrize(
    "url",
    [
        *("http://example.org/", "https://example.org:22/", "https://example.org:80/", "https://example.org:6379/"),
        *("ftp://example.org/", "file:///etc/passwd", "gopher://example.org/", "javascript:alert(1)"),
        *(
            "https://a:b@example.org/",
            "https://a@example.org/",
            "https://example.org/#a",
            "https://example.org\\@10.0.0.1/",
        ),
        *("https:///hook", "https:example.org", "example.org", "https://", "https://[::1", "https://exa{mple.org/"),
        *("https://example.org:99999/", "https://exämple.org/"),
    ],
)
def test_an_address_of_another_shape_is_not_taken(url: str) -> None:
    with pytest.raises(Unreachable):
        checked_url(url, on_this_machine=False)


@pytest.mark.parametrize(
    "url", ["https://example.org/ x", "https://example.org/\r\nX: y", "https://e.org/" + "a" * 500, ""]
)
def test_neither_is_one_that_would_break_a_header(url: str) -> None:
    with pytest.raises(Unreachable):
        checked_url(url, on_this_machine=False)


async def test_a_name_that_means_something_else_a_moment_later_wins_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second answer of the name server is never asked for. Seen to fail with the name left in the URL."""
    with receiver("127.0.0.1") as checked:
        port = int(checked.url.split(":")[2].partition("/")[0])
        with receiver("127.0.0.2", port=port) as later:
            asked = _resolves(monkeypatch, "127.0.0.1", then="127.0.0.2")
            message = Claimed("evt_1", 1, f"http://hook.example:{port}/hook", "whsec_x", "{}")
            assert await answer_to(message, on_this_machine=True) == (204, "")
            assert asked == ["hook.example"]
            assert [one.headers["host"] for one in checked.got] == [f"hook.example:{port}"]
            assert later.got == []


async def test_a_receiver_has_to_be_who_its_address_says(tmp_path: Path) -> None:
    trusted = ssl.create_default_context(cafile=str(_certified(tmp_path, "localhost")))
    with receiver(tls=_served(tmp_path, "localhost")) as honest:
        message = Claimed("evt_1", 1, honest.url.replace("127.0.0.1", "localhost"), "whsec_x", "{}")
        assert await answer_to(message, on_this_machine=True, tls=trusted) == (204, "")
        assert await answer_to(message, on_this_machine=True) == (0, NO_CONNECTION)
    trusted.load_verify_locations(str(_certified(tmp_path, "elsewhere.example")))
    with receiver(tls=_served(tmp_path, "elsewhere.example")) as another:
        message = Claimed("evt_1", 1, another.url.replace("127.0.0.1", "localhost"), "whsec_x", "{}")
        assert await answer_to(message, on_this_machine=True, tls=trusted) == (0, NO_CONNECTION)
        assert another.got == []


def _resolves(monkeypatch: pytest.MonkeyPatch, *addresses: str, then: str = "") -> list[str]:
    """Have hook.example mean these addresses, and from the second time on `then`; the names that were asked for."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def found(host, port, *args, **kwargs):
        if host != "hook.example":
            return real(host, port, *args, **kwargs)
        asked.append(host)
        mean = addresses if len(asked) == 1 or not then else (then,)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in mean]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    return asked


def _certified(folder: Path, name: str) -> Path:
    """A certificate for this name that signs itself, and its key."""
    file = folder / f"{name}.pem"
    if not file.exists():
        key = ec.generate_private_key(ec.SECP256R1())
        called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        now = datetime.datetime.now(datetime.UTC)
        made = (
            x509.CertificateBuilder()
            .subject_name(called)
            .issuer_name(called)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(key, hashes.SHA256())
        )
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
        file.with_suffix(".key").write_bytes(private)
    return file


def _served(folder: Path, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    file = _certified(folder, name)
    context.load_cert_chain(file, file.with_suffix(".key"))
    return context
