"""A choice from a list, by its letter or its wording."""

from __future__ import annotations

import re
import unicodedata

from boardsup.maths.canonical.values import Chosen

_WORDING = re.compile(r"[\w .,'’\-−+*/=<>≤≥≠()%°√^$⁄]+")
_IN_FRONT = re.compile(r"(?:option|choice|answer|opción|respuesta) (?=\w$)")
_AROUND_SIGNS = re.compile(r"\s*([-+*/=<>≤≥≠(),^])\s*")


def chosen(text: str) -> Chosen | None:
    """The label or wording in small letters, brackets, quotes and full stops around it gone; None for what is neither.

    Spaces around signs and "option" before a letter do not matter.
    """
    bare = " ".join(unicodedata.normalize("NFKC", text).split()).strip("()[].,:;!\"“”'").strip().lower()
    if not bare or _WORDING.fullmatch(bare) is None:
        return None
    bare = _AROUND_SIGNS.sub(r"\1", bare.replace("−", "-").replace("⁄", "/"))
    return Chosen(_IN_FRONT.sub("", bare, count=1))
