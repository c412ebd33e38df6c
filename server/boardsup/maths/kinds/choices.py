"""A choice from a list, by its letter or its wording."""

from __future__ import annotations

import re

from boardsup.maths.canonical.values import Chosen

_WORDING = re.compile(r"[\w .,'’\-+/=<>≤≥()%°√²³]+")


def chosen(text: str) -> Chosen | None:
    """The label or wording in lower case, brackets and full stops around it gone; None for what is neither."""
    bare = " ".join(text.split()).strip("().[]").strip().lower()
    return Chosen(bare) if bare and _WORDING.fullmatch(bare) else None
