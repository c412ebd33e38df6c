"""Several style sheets as one: a page that waits for a dozen files on a slow line paints late.

The address names them in their order, /static/sheets/tokens+base+board.css, so nothing has to be built or remembered.
"""

from __future__ import annotations

import re
from pathlib import Path

from fastapi import Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.types import Scope

_ADDRESS = re.compile(r"sheets/([a-z-]{1,40}(?:\+[a-z-]{1,40}){0,39})\.css")


def joined(static: Path, names: tuple[str, ...]) -> bytes:
    """The sheets of these names, one after another. Raises `OSError` where one is not there."""
    return b"\n".join((static / "css" / f"{name}.css").read_bytes() for name in names)


class Static(StaticFiles):
    """The files below static/, and sheets joined."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file, or the sheets that the address names."""
        found = _ADDRESS.fullmatch(path)
        if found is None:
            return await super().get_response(path, scope)
        try:
            return Response(joined(Path(str(self.directory)), tuple(found[1].split("+"))), media_type="text/css")
        except OSError:
            raise HTTPException(404) from None
