"""A typed question in plain characters: one kind of space, number words as digits, polite words and endings gone."""

from __future__ import annotations

import re

from boardsup.maths.posing.number_words import with_digits

LONGEST = 200
"""Characters of a question."""

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SAME = str.maketrans({"−": "-", "–": "-", "—": "-", "×": "*", "·": "*", "⋅": "*", "’": "'", "□": "?", "☐": "?"})
_TEX = re.compile(r"\$([^$]*[A-Za-z\\^=+*/()<>-][^$]*)\$(?!\d)|\\\(([^()]*(?:\([^()]*\)[^()]*)*)\\\)")
_REMARK = re.compile(
    r" \((?:as a power|as a fraction|fraction|as a decimal|decimal|simplify|exact|in simplest form)\)$", re.IGNORECASE
)
_HINTS = re.compile(
    r"[.;,] ?(?:give|write|find|show|list)(?: me)? (?:all|the|both|your)? ?(?:the "
    r")?(?:real )?(?:\d )?(?:solutions?|answers?|end numbers?|ends|"
    r"steps|work|exact answer|\([a-z], ?[a-z]\)|[a-z])(?: as a (?:fraction|decimal))?$"
    r"|,? in (?:dollars|cents|percent|degrees|simplest form|lowest terms|simplest terms)$"
    r"| \([a-z ]+(?:/[a-z ]+)+\)$",
    re.IGNORECASE,
)
_ENDING = re.compile(r"\s*(?:=\s*(?:\?|_+)?\s*|[.!?;:,]+\s*)$")
_POLITE = re.compile(
    r"^(?:please|now|ok|okay|hey class|class|everyone|q\d*[.:)]|question(?: \d+)?[.:)]|problem(?: \d+)?[.:)]"
    r"|(?:can|could) (?:you|anyone)|try|show me(?: how)?(?: to)?)[ ,:]+",
    re.IGNORECASE,
)
_TIMES_LETTER = re.compile(r"(?<=[\d)%]) [xX] (?=[\d(.-])")


def tidied(text: str) -> str:
    """The same question, easier to read; its letters keep their case."""
    text = _INVISIBLE.sub("", text.translate(_FULL_WIDTH))
    text = _SPACES.sub(" ", text.translate(_SAME)).strip()
    text = _TEX.sub(lambda found: f" {(found[1] or found[2]).strip()} ", text)
    text = _SPACES.sub(" ", text).strip()
    for _ in range(3):
        text = _POLITE.sub("", text)
    text = without_ending(with_digits(text))
    text = re.sub(r"(?<=\d) ?per ?cent\b", "%", text, flags=re.IGNORECASE)
    text = re.sub(r"\bper cent\b", "percent", text, flags=re.IGNORECASE)
    return _TIMES_LETTER.sub(" * ", text)


def without_ending(text: str) -> str:
    """Without "= ?", a question mark or a full stop at the end."""
    before = ""
    while text != before:
        before, text = text, _HINTS.sub("", _REMARK.sub("", _ENDING.sub("", text)))
    return text.strip()
