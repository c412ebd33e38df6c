"""A page compressed, where the browser takes that: on a slow line the first page of a student is there sooner."""

from __future__ import annotations

import gzip

from fastapi import Request, Response

QUICK = 4
"""The level of gzip: a third of the highest one's time for a twentieth more bytes."""


def packed(request: Request, response: Response) -> Response:
    """The response, compressed in place. For pages without a secret in them: their length tells nothing."""
    response.headers["vary"] = "Accept-Encoding"
    if "gzip" in request.headers.get("accept-encoding", ""):
        response.body = gzip.compress(bytes(response.body), QUICK, mtime=0)
        response.headers["content-encoding"] = "gzip"
        response.headers["content-length"] = str(len(response.body))
    return response
