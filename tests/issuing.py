"""Real issuers for tests: one in a process of its own that knows everybody, which can be told what to say of them."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.error import URLError
from urllib.parse import urlencode

PATIENCE = 30.0


@dataclass(frozen=True)
class MockIssuer:
    """Where it is; `knows` sets its claims about somebody, `sends_back` signs them in there."""

    here: str

    def knows(self, subject: str, **claims: object) -> None:
        body = json.dumps(claims).encode()
        headers = {"Content-Type": "application/json"}
        wish = urllib.request.Request(f"{self.here}/users/{subject}", body, headers, method="PUT")
        urllib.request.urlopen(wish, timeout=PATIENCE).close()

    def sends_back(self, asked_at: str, subject: str) -> str:
        """The address that the browser is sent back to, from the one that it was sent to."""
        wish = urllib.request.Request(asked_at, urlencode({"sub": subject}).encode(), method="POST")
        opener = urllib.request.build_opener(_Stay)
        with opener.open(wish, timeout=PATIENCE) as answer:
            return answer.headers["Location"]


class _Stay(urllib.request.HTTPRedirectHandler):
    """Looks at a redirect and does not follow it."""

    def http_error_302(self, req, fp, code, msg, headers):
        return fp

    http_error_303 = http_error_302


@contextmanager
def mock_issuer(*options: str) -> Iterator[MockIssuer]:
    """Start it, and stop it; `options` are more words of its command."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port), *options]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, env={**os.environ, "PYTHONWARNINGS": "ignore"}, **quiet)
    try:
        _wait(f"http://127.0.0.1:{port}/.well-known/openid-configuration", process)
        yield MockIssuer(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(address, timeout=PATIENCE).close()
        except (URLError, ConnectionError):
            assert process.poll() is None, "the issuer has ended"
            assert time.monotonic() < until, "the issuer does not answer"
        else:
            return
