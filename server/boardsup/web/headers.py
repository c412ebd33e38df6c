"""The security headers of every answer: a strict policy without inline script, and nothing to frame or sniff."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CDN = "https://cdn.jsdelivr.net"
"""The one other place that a page may load from: htmx, with its integrity hash."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        f"script-src 'self' {CDN}",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


ONLY_TLS = "max-age=15552000"
"""Where a page was reached by TLS, a browser uses nothing else for half a year."""


class SecurityHeaders:
    """Adds them to every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back with its headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", _kept(scope))
                if scope.get("scheme") == "https":
                    headers.setdefault("strict-transport-security", ONLY_TLS)
            await send(message)

        await self._app(scope, receive, with_headers)


def _kept(scope: Scope) -> str:
    """How long a browser keeps an answer: a file of ours for good under a versioned address, else while unchanged."""
    if not scope["path"].startswith("/static/"):
        return "no-store"
    return "public, max-age=31536000, immutable" if scope["query_string"].startswith(b"v=") else "no-cache"
