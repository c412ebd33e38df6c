"""A PDF as somebody reads it who cannot see it: its title, its language, its structure, its text.

Mathematics comes as plain letters, so that what stands on paper can be read and marked like what is typed.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pypdf import PdfReader


@dataclass(frozen=True)
class Element:
    """An element of the structure: its tag, the words in place of it, its language where it says one."""

    tag: str
    alt: str = ""
    lang: str = ""


class Pdf:
    """One PDF."""

    def __init__(self, content: bytes) -> None:
        self._reader = PdfReader(io.BytesIO(content))
        self._root = self._reader.trailer["/Root"]

    @property
    def title(self) -> str:
        return str(self._reader.metadata.title)

    @property
    def language(self) -> str:
        return str(self._root["/Lang"])

    @property
    def shows_title(self) -> bool:
        return bool(self._root["/ViewerPreferences"]["/DisplayDocTitle"])

    @property
    def is_tagged(self) -> bool:
        return bool(self._root["/MarkInfo"]["/Marked"])

    @property
    def says_ua_1(self) -> bool:
        """Does its XMP say that it is PDF/UA-1? Typst writes that only after its own checks."""
        return "<pdfuaid:part>1</pdfuaid:part>" in self._root["/Metadata"].get_data().decode()

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page, letters of mathematics as plain ones."""
        return [unicodedata.normalize("NFKC", page.extract_text()) for page in self._reader.pages]

    @property
    def text(self) -> str:
        return "\n".join(self.pages)

    @cached_property
    def structure(self) -> list[Element]:
        """All elements in reading order."""
        return list(_elements(self._root["/StructTreeRoot"]))

    def with_tag(self, tag: str) -> list[Element]:
        return [element for element in self.structure if element.tag == tag]

    @cached_property
    def sizes(self) -> set[float]:
        """The sizes of its letters, in points."""
        found: set[float] = set()

        def note(text: str, _: Any, __: Any, ___: Any, size: float) -> None:
            if text.strip():
                found.add(size)

        for page in self._reader.pages:
            page.extract_text(visitor_text=note)
        return found

    def holds_script(self) -> bool:
        """Is there anything in it that acts, leads outside or embeds a file?"""
        found = str(self._root)
        return any(name in found for name in ("/JavaScript", "/OpenAction", "/AA", "/EmbeddedFiles", "/URI"))


def _elements(node: Any) -> Iterator[Element]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for part in node:
            yield from _elements(part)
    elif isinstance(node, dict):
        if "/S" in node:
            yield Element(str(node["/S"])[1:], str(node.get("/Alt", "")), str(node.get("/Lang", "")))
        if "/K" in node:
            yield from _elements(node["/K"])
