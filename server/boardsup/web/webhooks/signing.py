"""How a message is signed, so that whoever gets it knows who sent it, and when.

`Boardsup-Signature: t=SECONDS,v1=HEX`, where HEX is HMAC-SHA256 with the hook's secret over `SECONDS.BODY`. A receiver
compares it in constant time, and refuses what is older than `WINDOW`: then a message that was overheard is of no use.
"""

from __future__ import annotations

import hashlib
import hmac

SIGNATURE, EVENT = "Boardsup-Signature", "Boardsup-Event"
"""The headers: the signature, and the event's id, which is the same with every try."""

WINDOW = 300
"""Seconds that a receiver should take a message for fresh."""


def signature(secret: str, body: bytes, *, at: int) -> str:
    """The header's value for this body, sent at `at` in seconds since 1970."""
    digest = hmac.new(secret.encode(), b"%d.%b" % (at, body), hashlib.sha256).hexdigest()
    return f"t={at},v1={digest}"
