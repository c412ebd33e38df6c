"""Texts and drawings made ready for paper: words stay words, mathematics becomes our own print and how it is said."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from html import unescape

import segno

from boardsup.items.cards import Visual
from boardsup.items.visuals import drawn
from boardsup.lesson.languages import Language
from boardsup.maths.printing.speech import speech
from boardsup.maths.printing.typst import typst
from boardsup.maths.prompt import Words, prompt_plain, read_prompt
from boardsup.maths.reading import Unread, read
from boardsup.web.worksheets.pieces import Line, Part, Picture

_DESCRIBED = re.compile(r"<desc[^>]*>([^<]*)</desc>")


def line(text: str, language: Language = "en", *, written: Language = "en") -> Line:
    """Words with mathematics between dollar signs, as a line on a page in this language.

    `written` is the language of the words; items are in English, and a page that is not says so beside them.
    """
    return tuple(
        Part(text=part.text, language="" if written == language else written)
        if isinstance(part, Words)
        else Part(math=typst(part.node), said=speech(part.node, language))
        for part in read_prompt(text)
    )


def plain(text: str) -> str:
    """The same as one line of plain text, for a title."""
    return prompt_plain(read_prompt(text))


def value(text: str, language: Language = "en") -> Line:
    """Mathematics alone; words where it is none."""
    node = read(text)
    return (Part(text=text),) if isinstance(node, Unread) else (Part(math=typst(node), said=speech(node, language)),)


def picture(visual: Visual) -> Picture:
    """A drawing of ours in the letters of the paper, with its own description."""
    svg = drawn(visual)
    described = _DESCRIBED.search(svg)
    alt = unescape(described[1]) if described else "Picture"
    return Picture(svg.replace('font-family="inherit"', 'font-family="Libertinus Serif"'), alt)


@lru_cache(maxsize=1_024)
def code(address: str, alt: str) -> Picture:
    """The QR code of an address."""
    made = io.BytesIO()
    segno.make(address, error="m").save(made, kind="svg", border=1, xmldecl=False, svgns=True)
    return Picture(made.getvalue().decode(), alt, "code")
