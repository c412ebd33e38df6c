"""The process that typesets: one paper at a time from standard input to a PDF on standard output.

It holds nothing of a lesson, only the templates of client/paper and a warm compiler; data reaches Typst as JSON alone.
Every PDF is PDF/UA-1 or none at all: Typst refuses a picture or an equation without words, and a letter that no font
has. Such a letter, of somebody's name, is put as an empty box, and remembered.
"""

from __future__ import annotations

import json
import re
import resource
import signal
import struct
import sys
from typing import Any, BinaryIO

import typst

MOST_MEMORY = 1536 * 1024 * 1024
"""The address space of this process, in bytes."""

MOST_LETTERS = 300
"""Letters without a font that are looked for in one paper; beyond it, whatever is not Latin becomes a box."""

GOOD, BAD = b"+", b"-"
HEAD = struct.Struct(">cI")
"""Before each answer: whether it is a PDF, and its length in bytes."""
LENGTH = struct.Struct(">I")
"""Before each paper: its length in bytes."""

BOX = "□"
_NO_FONT = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
_BEYOND = re.compile(r"[^\x00-\u024f\u2010-\u2044\u2190-\u22ff\u25a1]")
_JOINED = re.compile(f"{BOX}[\u200c\u200d\ufe0e\ufe0f]+|[\u200c\u200d]+{BOX}")
"""What joins a letter to its neighbour joins nothing to a box."""
_WORD = re.compile(r"\S*[^\x00-\x7f]\S*")


class Typesetter:
    """A warm compiler, and the letters that none of its fonts has."""

    def __init__(self, templates: str) -> None:
        self._compiler = typst.Compiler(root=templates, ignore_system_fonts=False)
        self._paper, self._probe = f"{templates}/paper.typ", f"{templates}/probe.typ"
        self._missing: set[str] = set()

    def pdf(self, paper: str) -> bytes:
        """The PDF of a paper in JSON. Raises `typst.TypstError`."""
        try:
            return self._compiled(self._paper, self._boxed(paper))
        except typst.TypstError as error:
            if _NO_FONT.search(error.message) is None:
                raise
        self._look_for_missing(paper)
        try:
            return self._compiled(self._paper, self._boxed(paper))
        except typst.TypstError as error:
            if _NO_FONT.search(error.message) is None:
                raise
        return self._compiled(self._paper, _changed(paper, lambda text: _BEYOND.sub(BOX, text)))

    def _look_for_missing(self, paper: str) -> None:
        """Try all words that are not plain, on a page of their own, until each letter without a font is known."""
        words = " ".join(dict.fromkeys(word for text in _texts(json.loads(paper)) for word in _WORD.findall(text)))
        for _ in range(MOST_LETTERS):
            try:
                self._compiled(self._probe, self._boxed(json.dumps({"words": words})))
            except typst.TypstError as error:
                found = _NO_FONT.search(error.message)
                letter = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found[1]) if found else BOX
                if letter == BOX or letter in self._missing:
                    return
                self._missing.add(letter)
            else:
                return

    def _boxed(self, paper: str) -> str:
        if not self._missing:
            return paper
        missing = re.compile("|".join(re.escape(one) for one in sorted(self._missing, key=len, reverse=True)))
        return _changed(paper, lambda text: _JOINED.sub(BOX, missing.sub(BOX, text)))

    def _compiled(self, template: str, paper: str) -> bytes:
        made = self._compiler.compile(
            template, format="pdf", sys_inputs={"paper": paper}, pdf_standards=["ua-1"], timestamp=0
        )
        if not isinstance(made, bytes):
            raise TypeError("a PDF is bytes")
        return made


def serve(paper: BinaryIO, pdf: BinaryIO, typesetter: Typesetter) -> None:
    """Typeset papers until there are no more. Says nothing of them but why one could not be."""
    while len(head := paper.read(LENGTH.size)) == LENGTH.size:
        wanted = paper.read(*LENGTH.unpack(head)).decode()
        try:
            sign, made = GOOD, typesetter.pdf(wanted)
        except typst.TypstError as error:
            sign, made = BAD, error.message[:200].encode()
        pdf.write(HEAD.pack(sign, len(made)) + made)
        pdf.flush()


def _changed(paper: str, change: Any) -> str:
    """The same paper with every text of it changed."""

    def one(value: Any) -> Any:
        match value:
            case str():
                return change(value)
            case list():
                return [one(part) for part in value]
            case dict():
                return {name: one(part) for name, part in value.items()}
            case _:
                return value

    return json.dumps(one(json.loads(paper)))


def _texts(value: Any) -> list[str]:
    match value:
        case str():
            return [value]
        case list():
            return [text for part in value for text in _texts(part)]
        case dict():
            return [text for part in value.values() for text in _texts(part)]
        case _:
            return []


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    serve(sys.stdin.buffer, sys.stdout.buffer, Typesetter(sys.argv[1]))
